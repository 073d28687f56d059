import { TextInput } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { useState } from 'react';

import type { ClassWhole, Learner } from '../../classes/wire.ts';
import styles from '../parts/parts.module.css';
import { type RowColumn, RowsTable } from '../parts/rows-table.tsx';
import { SendForm } from '../parts/send-form.tsx';
import { useSend, useWords } from '../parts/use-lao.ts';
import { Tick } from '../parts/tick.tsx';
import { LearnerName } from './learners-tab.tsx';

/** The official list: who stays is proposed by the rule and decided by the officer, who gives a reason for each who does not. */
export const OfficialListTab = ({ it }: { it: ClassWhole }) => {
  const { may, setSearch } = usePlugin();
  const { t, percent, number } = useWords();
  const onTrial = it.learners.filter((one) => one.state === 'enrolled');
  const [order, setOrder] = useState('');
  const [cuts, setCuts] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(it.proposedCut.map((id) => [id, t('list.overSeats')])));
  const send = useSend('POST', () => setSearch({ tab: 'learners' }));
  const kept = onTrial.length - Object.keys(cuts).length;
  const mayPublish = may('class.manage');
  const without = (id: string) => Object.fromEntries(Object.entries(cuts).filter(([key]) => key !== id));
  const columns: RowColumn<Learner>[] = [
    {
      id: 'kept', header: t('list.kept'), bare: true,
      cell: (one) => <Tick label={t('list.keep')} of={one.name ?? ''} checked={cuts[one.enrolment] === undefined} disabled={!mayPublish} onChange={(ticked) => setCuts(ticked ? without(one.enrolment) : { ...cuts, [one.enrolment]: '' })} />,
    },
    { id: 'name', header: t('column.name'), bare: true, cell: (one) => <LearnerName it={one} /> },
    { id: 'unit', header: t('column.unit'), bare: true, cell: (one) => one.unit },
    { id: 'attendance', header: t('column.attendance'), number: true, cell: (one) => (one.attendance.share === null ? '—' : percent(one.attendance.share)) },
    {
      id: 'reason', header: t('list.reason'), bare: true,
      cell: (one) => cuts[one.enrolment] !== undefined && <TextInput aria-label={`${t('list.reason')}: ${one.name ?? ''}`} placeholder={t('list.reason')} value={cuts[one.enrolment] ?? ''} disabled={!mayPublish} onChange={(event) => setCuts({ ...cuts, [one.enrolment]: event.currentTarget.value })} />,
    },
  ];
  const table = <RowsTable label={t('class.tab.list')} columns={columns} rows={onTrial} rowKey={(one) => one.enrolment} />;
  if (!mayPublish) return table;
  return (
    <SendForm action={t('list.publish')} busy={send.isPending} error={send.error} needed={[[t('class.order'), order]]} onSend={() => send.mutate({ path: `/classes/${it.id}/official-list`, body: { order, version: it.version, cuts: Object.entries(cuts).map(([enrolment, reason]) => ({ enrolment, reason })) } })}>
      <p>{t('list.about')}</p>
      <TextInput label={t('class.order')} value={order} required onChange={(event) => setOrder(event.currentTarget.value)} />
      <p role="status" className={kept > it.seats ? styles['wrong'] : styles['soft']}>{t('list.count', { kept: number(kept), seats: number(it.seats) })}</p>
      {table}
    </SendForm>
  );
};
