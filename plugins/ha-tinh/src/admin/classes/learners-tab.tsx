import { Button } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { EmptyState } from '@saubac/ui/states';
import { useState } from 'react';

import type { ClassWhole, Learner } from '../../classes/wire.ts';
import styles from '../parts/parts.module.css';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { type RowColumn, RowsTable } from '../parts/rows-table.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { textOf, useSend, useWords } from '../parts/use-lao.ts';

const waits = ({ state }: Learner): boolean => state === 'submitted' || state === 'consented';

const share = ({ attendance }: Learner, percent: (value: number) => string): string => (attendance.share === null ? '—' : `${percent(attendance.share)} (${attendance.attended}/${attendance.due})`);

/** A learner as he is called, with what an officer weighs: unit, work with Laos, why he was proposed. */
export const LearnerName = ({ it }: { it: Learner }) => {
  const { href } = usePlugin();
  const { t } = useWords();
  return (
    <>
      <a href={href(`/people/${it.person}`)} className={styles['goto']}>{it.name ?? t('enrolment.someone')}</a>
      {it.worksWithLaos && <span className={styles['soft']}> · {t('fact.worksWithLaos')}</span>}
    </>
  );
};

/** Whoever learns in the class or waits for a seat of it; seats are given and refused here. */
export const LearnersTab = ({ it }: { it: ClassWhole }) => {
  const { may } = usePlugin();
  const { t, percent } = useWords();
  const [declining, setDeclining] = useState<Learner | null>(null);
  const send = useSend('POST', () => setDeclining(null));
  if (it.learners.length === 0) return <EmptyState title={t('learners.none')}>{t('learners.noneAbout')}</EmptyState>;
  const decide = (one: Learner, move: 'enrol' | 'decline', reason?: string): void => send.mutate({ path: `/enrolments/${one.enrolment}/moves`, body: { move, ...(one.caseVersion === null ? {} : { version: one.caseVersion }), ...(reason === undefined ? {} : { reason }) } });
  const deciding = may('enrolment.decide') && it.learners.some(waits);
  const columns: RowColumn<Learner>[] = [
    { id: 'name', header: t('column.name'), bare: true, cell: (one) => <LearnerName it={one} /> },
    { id: 'unit', header: t('column.unit'), bare: true, cell: (one) => one.unit },
    { id: 'state', header: t('column.state'), bare: true, cell: (one) => <><StateMark of="lao-enrolment" state={one.state} />{one.reason !== null && <div className={styles['soft']}>{one.reason}</div>}</> },
    { id: 'attendance', header: t('column.attendance'), number: true, cell: (one) => share(one, percent) },
    { id: 'why', header: t('column.why'), cell: (one) => one.why },
    ...(deciding
      ? [{
          id: 'deeds', header: t('ui.deeds'), bare: true as const,
          cell: (one: Learner) => waits(one) && one.case !== null && (
            <div className={styles['buttons']}>
              <Button size="xs" variant="default" loading={send.isPending && send.variables.path.includes(one.enrolment)} aria-label={`${t('lao-enrolment.move.enrol')}: ${one.name ?? ''}`} onClick={() => decide(one, 'enrol')}>{t('lao-enrolment.move.enrol')}</Button>
              <Button size="xs" variant="subtle" aria-label={`${t('lao-enrolment.move.decline')}: ${one.name ?? ''}`} onClick={() => setDeclining(one)}>{t('lao-enrolment.move.decline')}</Button>
            </div>
          ),
        }]
      : []),
  ];
  return (
    <>
      {send.isError && declining === null && <p role="alert" className={styles['wrong']}>{textOf(send.error)}</p>}
      <RowsTable label={t('class.tab.learners')} columns={columns} rows={it.learners} rowKey={(one) => one.enrolment} />
      {declining && (
        <ReasonDialog
          title={t('learners.declineOf', { name: declining.name ?? '' })} action={t('lao-enrolment.move.decline')} busy={send.isPending} error={send.isError ? textOf(send.error) : undefined}
          onConfirm={(reason) => decide(declining, 'decline', reason)} onClose={() => setDeclining(null)}
        />
      )}
    </>
  );
};
