import { Button } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { Section } from '@saubac/ui/frame';
import { ChoiceField } from '@saubac/ui/pick';
import { EmptyState } from '@saubac/ui/states';
import { useState } from 'react';

import { type RequestLine, requestsAnswer } from '../../enrolment/wire.ts';
import { Answer } from '../parts/answer.tsx';
import styles from '../parts/parts.module.css';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { type RowColumn, RowsTable } from '../parts/rows-table.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { textOf, useLao, useSend, useWords } from '../parts/use-lao.ts';

const mayLeave = (state: string): boolean => ['draft', 'submitted', 'consented', 'enrolled'].includes(state);

/** Requests of one's own units: consent to them, take them back, see what became of them. */
export const Requests = () => {
  const { may, href, search, setSearch } = usePlugin();
  const { t, date } = useWords();
  const requests = useLao('/enrolments', requestsAnswer);
  const [leaving, setLeaving] = useState<RequestLine | null>(null);
  const send = useSend('POST', () => setLeaving(null));
  const move = (it: RequestLine, name: 'consent' | 'withdraw', reason?: string): void => send.mutate({ path: `/enrolments/${it.id}/moves`, body: { move: name, version: it.version, ...(reason === undefined ? {} : { reason }) } });
  const columns: RowColumn<RequestLine>[] = [
    { id: 'name', header: t('column.name'), bare: true, cell: (it) => <a href={href(`/people/${it.person}`)} className={styles['goto']}>{it.name ?? t('enrolment.someone')}</a> },
    { id: 'unit', header: t('column.unit'), bare: true, cell: (it) => it.unit },
    { id: 'class', header: t('column.class'), bare: true, cell: (it) => it.className },
    { id: 'on', header: t('column.proposedOn'), cell: (it) => date(it.proposedOn) },
    { id: 'state', header: t('column.state'), bare: true, cell: (it) => <><StateMark of="lao-enrolment" state={it.state} />{it.reason !== null && <div className={styles['soft']}>{it.reason}</div>}</> },
    ...(may('enrolment.propose')
      ? [{
          id: 'deeds', header: t('ui.deeds'), bare: true as const,
          cell: (it: RequestLine) => mayLeave(it.state) && (
            <div className={styles['buttons']}>
              {it.state === 'submitted' && may('enrolment.consent') && <Button size="xs" variant="default" loading={send.isPending && send.variables.path.includes(it.id)} aria-label={`${t('lao-enrolment.move.consent')}: ${it.name ?? ''}`} onClick={() => move(it, 'consent')}>{t('lao-enrolment.move.consent')}</Button>}
              <Button size="xs" variant="subtle" aria-label={`${t('lao-enrolment.move.withdraw')}: ${it.name ?? ''}`} onClick={() => setLeaving(it)}>{t('enrolments.withdraw')}</Button>
            </div>
          ),
        }]
      : []),
  ];
  return (
    <Section title={t('enrolments.requests')}>
      {send.isError && leaving === null && <p role="alert" className={styles['wrong']}>{textOf(send.error)}</p>}
      <Answer query={requests} rows={4}>
        {({ items }) => {
          if (items.length === 0) return <EmptyState title={t('enrolments.noRequests')}>{t('enrolments.noRequestsAbout')}</EmptyState>;
          const classes = [...new Map(items.map((it) => [it.class, it.className]))].map(([value, label]) => ({ value, label }));
          return (
            <>
              {classes.length > 1 && <div className={styles['filter']}><ChoiceField label={t('column.class')} any={t('ui.all')} value={search['class']} options={classes} onChange={(picked) => setSearch({ class: picked })} /></div>}
              <RowsTable label={t('enrolments.requests')} columns={columns} rows={items.filter((it) => search['class'] === undefined || it.class === search['class'])} rowKey={(it) => it.id} />
            </>
          );
        }}
      </Answer>
      {leaving && (
        <ReasonDialog
          title={t('enrolments.withdrawOf', { name: leaving.name ?? '' })} action={t('lao-enrolment.move.withdraw')} busy={send.isPending} error={send.isError ? textOf(send.error) : undefined}
          onConfirm={(reason) => move(leaving, 'withdraw', reason)} onClose={() => setLeaving(null)}
        />
      )}
    </Section>
  );
};
