import { Button } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { PageHeading } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';

import { type AgreementLine, agreementsAnswer } from '../../agreements/wire.ts';
import { Answer } from '../parts/answer.tsx';
import { Goto } from '../parts/goto.tsx';
import { Reminders } from '../parts/reminders.tsx';
import { type RowColumn, RowsTable } from '../parts/rows-table.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { useLao, useWords } from '../parts/use-lao.ts';

/** All agreements, the latest first, with what is missing of their yearly follow-up. */
export const AgreementList = () => {
  const { may, setSearch } = usePlugin();
  const { t, date, number } = useWords();
  const agreements = useLao('/agreements', agreementsAnswer);
  const columns: RowColumn<AgreementLine>[] = [
    { id: 'title', header: t('agreement.title'), bare: true, cell: (it) => <Goto page="agreements" to={{ agreement: it.id }}>{it.title}</Goto> },
    { id: 'partner', header: t('agreement.partner'), bare: true, cell: (it) => it.partner },
    { id: 'signed', header: t('agreement.signedOn'), cell: (it) => date(it.signedOn) },
    { id: 'ends', header: t('agreement.endsOn'), cell: (it) => (it.endsOn === null ? t('agreement.noEnd') : date(it.endsOn)) },
    { id: 'state', header: t('column.state'), bare: true, cell: (it) => <StateMark of="agreement" state={it.standing} /> },
    { id: 'missing', header: t('agreement.missing'), number: true, cell: (it) => number(it.missing) },
  ];
  const add = may('agreement.manage') && <Button onClick={() => setSearch({ edit: 'new' })}>{t('agreements.new')}</Button>;
  return (
    <>
      <PageHeading title={t('page.agreements')} about={t('agreements.about')} actions={add} />
      {may('agreement.manage') && <Reminders />}
      <Answer query={agreements}>
        {({ items }) => (items.length === 0 ? <EmptyState title={t('agreements.none')}>{t('agreements.noneAbout')}</EmptyState> : <RowsTable label={t('page.agreements')} columns={columns} rows={items} rowKey={(it) => it.id} />)}
      </Answer>
    </>
  );
};
