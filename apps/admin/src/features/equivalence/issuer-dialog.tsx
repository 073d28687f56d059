import { Button, Modal, TextInput } from '@mantine/core';
import { FaultSummary } from '@saubac/ui/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ChangedMeanwhile, savedMeanwhile, useFormFaults, useWords } from '../../shell/index.ts';
import styles from './equivalence.module.css';
import { addIssuer, renameIssuer, tenantAnew } from './mutations.ts';
import type { Issuer } from './queries.ts';

/** Adds an issuer, or gives one another name. */
export const IssuerDialog = ({ tenant, issuer, onDone, onClose }: { tenant: string; issuer?: Issuer; onDone: (id: string) => void; onClose: () => void }) => {
  const words = useWords();
  const queries = useQueryClient();
  const add = useMutation(addIssuer(queries, tenant));
  const rename = useMutation(renameIssuer(queries, tenant));
  const [name, setName] = useState(issuer?.name ?? '');
  const [code, setCode] = useState('');
  const [own, setOwn] = useState<readonly { field: string; text: string }[]>([]);
  const [theirs, setTheirs] = useState<{ name: string; version: number }>();
  const { faults, take, clear } = useFormFaults(['name', 'code'], { 'issuer-there-already': 'code' });
  const write = async (version: number) => {
    try {
      const kept = issuer ? await rename.mutateAsync({ id: issuer.id, version, name: name.trim() }) : await add.mutateAsync({ code: code.trim(), name: name.trim() });
      onDone(kept.id);
    } catch (error) {
      const saved = savedMeanwhile(error);
      if (saved) setTheirs(saved.current as { name: string; version: number });
      else take(error);
    }
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    clear();
    const missing = words.t('equivalenceDesk.fieldMissing');
    const wrong = [...(name.trim() === '' ? [{ field: 'name', text: missing }] : []), ...(!issuer && code.trim() === '' ? [{ field: 'code', text: missing }] : [])];
    setOwn(wrong);
    if (wrong.length === 0) void write(issuer?.version ?? 0);
  };
  const all = [...own, ...faults];
  const faultOf = (field: string) => all.find((it) => it.field === field)?.text;
  return (
    <>
      <Modal opened={theirs === undefined} onClose={onClose} title={words.t(issuer ? 'equivalenceDesk.issuerRename' : 'equivalenceDesk.issuerAdd')} centered closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
        <form className={styles['form']} noValidate onSubmit={send}>
          <FaultSummary faults={all} />
          <TextInput id="field-name" label={words.t('equivalenceDesk.issuerName')} error={faultOf('name')} value={name} maxLength={300} data-autofocus onChange={(event) => setName(event.currentTarget.value)} />
          {!issuer && <TextInput id="field-code" label={words.t('equivalenceDesk.issuerCode')} description={words.t('equivalenceDesk.issuerCodeHint')} error={faultOf('code')} value={code} maxLength={100} onChange={(event) => setCode(event.currentTarget.value)} />}
          <div className={styles['buttons']}>
            <Button variant="default" onClick={onClose}>
              {words.t('shell.cancel')}
            </Button>
            <Button type="submit" loading={add.isPending || rename.isPending}>
              {words.t('equivalenceDesk.save')}
            </Button>
          </div>
        </form>
      </Modal>
      {theirs && (
        <ChangedMeanwhile
          opened differences={[{ label: words.t('equivalenceDesk.issuerName'), yours: name, theirs: theirs.name }]} busy={rename.isPending} onClose={() => setTheirs(undefined)}
          onKeepYours={() => void write(theirs.version)}
          onKeepTheirs={() => {
            void tenantAnew(queries, tenant);
            onClose();
          }}
        />
      )}
    </>
  );
};
