import { TextInput } from '@mantine/core';
import type { IsoDate } from '@saubac/domain/values';
import { usePlugin } from '@saubac/plugin-api/admin';
import { DayField } from '@saubac/ui/dates';
import { Section } from '@saubac/ui/frame';
import { useState } from 'react';

import type { ClassWhole, Learner } from '../../classes/wire.ts';
import styles from '../parts/parts.module.css';
import { type RowColumn, RowsTable } from '../parts/rows-table.tsx';
import { SendForm } from '../parts/send-form.tsx';
import { useSend, useWords } from '../parts/use-lao.ts';
import { Tick } from '../parts/tick.tsx';
import { LearnerName } from './learners-tab.tsx';

/** Certificates of completion by one decision, for those who attended enough. */
const IssueForm = ({ it, completed }: { it: ClassWhole; completed: readonly Learner[] }) => {
  const { today } = usePlugin();
  const { t, percent, number } = useWords();
  const [left, setLeft] = useState<readonly string[]>([]);
  const [decisionNumber, setNumber] = useState('');
  const [decisionOn, setOn] = useState<IsoDate>(today);
  const send = useSend('POST');
  const chosen = completed.map((one) => one.enrolment).filter((id) => !left.includes(id));
  const columns: RowColumn<Learner>[] = [
    { id: 'issue', header: t('certificates.issueOne'), bare: true, cell: (one) => <Tick label={t('certificates.issueOne')} of={one.name ?? ''} checked={!left.includes(one.enrolment)} onChange={(ticked) => setLeft(ticked ? left.filter((id) => id !== one.enrolment) : [...left, one.enrolment])} /> },
    { id: 'name', header: t('column.name'), bare: true, cell: (one) => <LearnerName it={one} /> },
    { id: 'unit', header: t('column.unit'), bare: true, cell: (one) => one.unit },
    { id: 'attendance', header: t('column.attendance'), number: true, cell: (one) => `${percent(one.attendance.share ?? 0)} (${one.attendance.attended}/${one.attendance.due})` },
  ];
  return (
    <SendForm action={t('certificates.issue', { count: number(chosen.length) })} busy={send.isPending} error={send.error} needed={[[t('certificates.decision'), decisionNumber]]} onSend={() => send.mutate({ path: `/classes/${it.id}/certificates`, body: { decisionNumber, decisionOn, enrolments: chosen } })}>
      <div className={styles['pair']}>
        <TextInput label={t('certificates.decision')} required value={decisionNumber} onChange={(event) => setNumber(event.currentTarget.value)} />
        <DayField label={t('certificates.decisionOn')} value={decisionOn} onChange={setOn} />
      </div>
      <RowsTable label={t('certificates.completed')} columns={columns} rows={completed} rowKey={(one) => one.enrolment} />
    </SendForm>
  );
};

/** Who completed the class, who got a certificate, and who did not and why. */
export const CertificatesTab = ({ it }: { it: ClassWhole }) => {
  const { may } = usePlugin();
  const { t, percent, date } = useWords();
  const completed = it.learners.filter((one) => one.refused === null);
  const certified = it.learners.filter((one) => one.certificate !== null);
  const short = it.learners.filter((one) => one.refused === 'not-enough');
  const name: RowColumn<Learner> = { id: 'name', header: t('column.name'), bare: true, cell: (one) => <LearnerName it={one} /> };
  const unit: RowColumn<Learner> = { id: 'unit', header: t('column.unit'), bare: true, cell: (one) => one.unit };
  return (
    <>
      {completed.length > 0 && may('class.manage') && (
        <Section title={t('certificates.completed')}>
          <IssueForm key={completed.length} it={it} completed={completed} />
        </Section>
      )}
      <Section title={t('certificates.issued')}>
        {certified.length === 0 ? (
          <p>{t('certificates.noneIssued')}</p>
        ) : (
          <RowsTable
            label={t('certificates.issued')} rows={certified} rowKey={(one) => one.enrolment}
            columns={[name, unit, { id: 'number', header: t('column.number'), cell: (one) => one.certificate?.number }, { id: 'on', header: t('column.issuedOn'), cell: (one) => one.certificate && date(one.certificate.issuedOn) }, { id: 'level', header: t('column.level'), number: true, cell: (one) => one.certificate?.level ?? '—' }]}
          />
        )}
      </Section>
      {short.length > 0 && (
        <Section title={t('certificates.short')}>
          <RowsTable label={t('certificates.short')} rows={short} rowKey={(one) => one.enrolment} columns={[name, unit, { id: 'attendance', header: t('column.attendance'), number: true, cell: (one) => `${percent(one.attendance.share ?? 0)} (${one.attendance.attended}/${one.attendance.due})` }]} />
        </Section>
      )}
    </>
  );
};
