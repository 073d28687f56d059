import { Button, TextInput } from '@mantine/core';
import { FaultSummary } from '@saubac/ui/form';
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { Refused, useFormFaults, useUnsavedGuard, useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import { type DraftFault, type Entry, type EntryDraft, entryOf } from './entry-draft.ts';
import { EntryFields } from './entry-fields.tsx';
import { EntryPreview } from './entry-preview.tsx';
import type { CertificateCatalogue, Issuer } from './queries.ts';

type Parts = {
  tenant: string;
  catalogue: CertificateCatalogue;
  issuers: readonly Issuer[];
  first: EntryDraft;
  /** What stands above the fields of the certificate, and whether it is wrong. */
  above?: ReactNode;
  aboveFault?: string | undefined;
  aboveDirty?: boolean;
  /** Asks for a reason. */
  withWhy?: boolean;
  action: string;
  busy: boolean;
  onSend: (entry: Entry, why: string) => Promise<void>;
};

const names = ['type', 'language', 'number', 'issuer', 'issuerName', 'examDate', 'expiresOn', 'scores.overall', 'scores.listening', 'scores.reading', 'scores.speaking', 'scores.writing', 'grade', 'why', 'person'] as const;

const faultWords = { 'type-missing': 'certificateDesk.typeMissing', 'day-missing': 'certificateDesk.dayMissing', 'day-wrong': 'certificateDesk.dayWrong', 'score-wrong': 'certificateDesk.scoreWrong' } as const satisfies Record<DraftFault, string>;

/** A certificate as it is written down, with the level that it would give told beside it. What is typed is not lost without a question. */
export const EntryForm = ({ tenant, catalogue, issuers, first, above, aboveFault, aboveDirty = false, withWhy = false, action, busy, onSend }: Parts) => {
  const words = useWords();
  const [draft, setDraft] = useState(first);
  const [why, setWhy] = useState('');
  const [own, setOwn] = useState<readonly { field: string; text: string }[]>([]);
  const [sent, setSent] = useState(false);
  const { faults, take, clear } = useFormFaults(names);
  const type = catalogue.types.find((it) => it.code === draft.type);
  const read = useMemo(() => entryOf(draft, type), [draft, type]);
  const dirty = !sent && (aboveDirty || why !== '' || JSON.stringify(draft) !== JSON.stringify(first));
  const guard = useUnsavedGuard(dirty);
  const all = [...own, ...faults.map(({ field, text }) => ({ ...(field === undefined ? {} : { field: field.replace('scores.', '') }), text }))];
  const send = async (event: FormEvent) => {
    event.preventDefault();
    clear();
    const wrong = Object.entries(read.faults ?? {}).map(([field, fault]) => ({ field, text: words.t(faultWords[fault]) }));
    const told = [...(aboveFault === undefined ? [] : [{ field: 'person', text: aboveFault }]), ...wrong];
    setOwn(told);
    if (told.length > 0 || read.entry === null) return;
    try {
      setSent(true);
      await onSend(read.entry, why.trim());
    } catch (error) {
      setSent(false);
      if (!(error instanceof Refused && error.problem.code === 'changed-meanwhile')) take(error);
    }
  };
  return (
    <div className={styles['entry']}>
      <form className={styles['form']} noValidate onSubmit={(event) => void send(event)}>
        <FaultSummary faults={all} />
        {above}
        <EntryFields draft={draft} catalogue={catalogue} issuers={issuers} type={type} faults={new Map(all.flatMap((it) => (it.field === undefined ? [] : [[it.field, it.text]])))} onChange={(more) => setDraft((now) => ({ ...now, ...more }))} />
        {withWhy && <TextInput id="field-why" label={words.t('certificateDesk.editWhy')} description={words.t('certificateDesk.reasonHint')} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />}
        <div>
          <Button type="submit" loading={busy}>
            {action}
          </Button>
        </div>
      </form>
      <EntryPreview tenant={tenant} entry={read.entry} />
      {guard}
    </div>
  );
};
