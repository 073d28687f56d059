import { Button, TextInput } from '@mantine/core';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused, useWords } from '../../shell/index.ts';
import { putInForce } from './mutations.ts';
import type { Draft } from './queries.ts';
import styles from './plan.module.css';

type Parts = { tenant: string; draft: Draft; may: boolean; me: string; firstDay: string; first: boolean; ready: boolean; onDone: (number: number) => void };

/** The last step: from which day the draft rules, by somebody else than who wrote last in it. Who may not do it is told who may. */
export const PutInForce = ({ tenant, draft, may, me, firstDay, first, ready, onDone }: Parts) => {
  const words = useWords();
  const queries = useQueryClient();
  const [from, setFrom] = useState(firstDay);
  const [why, setWhy] = useState('');
  const [asking, setAsking] = useState(false);
  const [copied, setCopied] = useState(false);
  const put = useMutation(putInForce(queries, tenant, draft.id, onDone));
  const own = draft.changed.by === me;
  const day = parseIsoDate(from);
  if (!ready) return <Notice tone="warn">{words.t('planEditor.notReady')}</Notice>;
  if (!may || own) {
    return (
      <Notice>
        <p>{words.t(own && may ? 'planEditor.fourEyesOwn' : 'planEditor.fourEyesOther')}</p>
        <Button
          variant="default" size="sm" mt="sm"
          onClick={() => {
            void navigator.clipboard.writeText(window.location.href).then(() => setCopied(true));
          }}
        >
          {words.t(copied ? 'planEditor.copied' : 'planEditor.copyAddress')}
        </Button>
      </Notice>
    );
  }
  const refused = put.error instanceof Refused ? words.text(put.error.problem.text) : put.error ? words.t('shell.unreachable') : undefined;
  const go = () => {
    put.mutate({ version: draft.version, from, ...(why.trim() === '' ? {} : { why: why.trim() }) }, { onSettled: () => setAsking(false) });
  };
  return (
    <div className={styles['step']}>
      <p>{words.t(first ? 'planEditor.fromFirst' : 'planEditor.fromLater')}</p>
      {day && <DayField label={words.t('planEditor.inForceFrom')} value={day} onChange={setFrom} />}
      <TextInput className={styles['why'] ?? ''} label={words.t('planEditor.decisionNote')} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
      <Button onClick={() => setAsking(true)}>{words.t('planEditor.putInForce')}</Button>
      {refused !== undefined && (
        <p className={styles['wrong']} role="alert">
          {refused}
        </p>
      )}
      <ConfirmDialog calm title={words.t('planEditor.putInForceTitle')} action={words.t('planEditor.putInForce')} opened={asking} busy={put.isPending} onConfirm={go} onClose={() => setAsking(false)}>
        {words.t('planEditor.putInForceAbout', { from })}
      </ConfirmDialog>
    </div>
  );
};
