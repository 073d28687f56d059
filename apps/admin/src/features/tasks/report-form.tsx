import { Button, Textarea, TextInput } from '@mantine/core';
import { FaultSummary } from '@saubac/ui/form';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ChangedMeanwhile, savedMeanwhile, useUnsavedGuard, useWords } from '../../shell/index.ts';
import { faultText } from './fault-text.ts';
import { type Report, saveReport } from './mutations.ts';
import { dutyQuery, type WholeDuty } from './queries.ts';
import { type ReportDraft, reportOf } from './report-of.ts';
import styles from './tasks.module.css';

const draftOf = (report: Report | null): ReportDraft => ({ text: report?.text ?? '', figure: String(report?.figure ?? ''), document: report?.document ?? '' });

/** What was done for a duty, written down; it is handed in by a move of its case. */
export const ReportForm = ({ tenant, duty }: { tenant: string; duty: WholeDuty }) => {
  const words = useWords();
  const queries = useQueryClient();
  const before = draftOf(duty.report);
  const [draft, setDraft] = useState(before);
  const [faults, setFaults] = useState<readonly { field: 'text' | 'figure'; text: string }[]>([]);
  const save = useMutation(saveReport(queries, tenant, duty.id));
  const dirty = (['text', 'figure', 'document'] as const).some((it) => draft[it] !== before[it]);
  const guard = useUnsavedGuard(dirty && !save.isPending);
  const conflict = savedMeanwhile(save.error);
  const theirs = conflict?.current as WholeDuty | undefined;
  const send = (version: number) => {
    const read = reportOf(draft);
    setFaults(read.ok ? [] : read.faults.map((field) => ({ field, text: words.t(field === 'text' ? 'tasks.textMissing' : 'tasks.figureWrong') })));
    if (read.ok) save.mutate({ ...read.report, version });
  };
  const fault = (field: string) => faults.find((it) => it.field === field)?.text;
  const fields = (['text', 'figure', 'document'] as const).map((it) => ({ label: words.t(({ text: 'tasks.reportText', figure: 'tasks.reportFigure', document: 'tasks.reportDocument' } as const)[it]), yours: draft[it], theirs: draftOf(theirs?.report ?? null)[it] }));
  return (
    <form
      className={styles['form']} noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(duty.version);
      }}
    >
      {guard}
      <FaultSummary faults={faults} />
      <Textarea id="field-text" label={words.t('tasks.reportText')} value={draft.text} error={fault('text')} rows={5} maxLength={10_000} onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })} />
      <div className={styles['pair']}>
        <TextInput id="field-figure" label={words.t('tasks.reportFigure')} value={draft.figure} error={fault('figure')} inputMode="numeric" autoComplete="off" onChange={(event) => setDraft({ ...draft, figure: event.currentTarget.value })} />
        <TextInput label={words.t('tasks.reportDocument')} value={draft.document} maxLength={300} autoComplete="off" onChange={(event) => setDraft({ ...draft, document: event.currentTarget.value })} />
      </div>
      <div className={styles['buttons']}>
        <Button type="submit" variant="default" loading={save.isPending} disabled={!dirty}>
          {words.t('tasks.save')}
        </Button>
        {!dirty && duty.report && <span className={styles['soft']} role="status">{words.t('tasks.saved')}</span>}
      </div>
      {save.isError && !conflict && <Notice tone="bad" live>{faultText(words, save.error)}</Notice>}
      <ChangedMeanwhile
        opened={conflict !== undefined} busy={save.isPending} differences={fields.filter((it) => it.yours !== it.theirs)} onClose={() => save.reset()} onKeepYours={() => theirs && send(theirs.version)}
        onKeepTheirs={() => void queries.invalidateQueries({ queryKey: dutyQuery(tenant, duty.id).queryKey }).then(() => save.reset())}
      />
    </form>
  );
};
