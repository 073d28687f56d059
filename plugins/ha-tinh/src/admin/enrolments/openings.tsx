import { Button } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { Section } from '@saubac/ui/frame';
import { EmptyState } from '@saubac/ui/states';

import { type Opening, openingsAnswer } from '../../enrolment/wire.ts';
import { Answer } from '../parts/answer.tsx';
import { type RowColumn, RowsTable } from '../parts/rows-table.tsx';
import { useLao, useWords } from '../parts/use-lao.ts';

/** Classes that take requests now. */
export const Openings = () => {
  const { may, setSearch } = usePlugin();
  const { t, days, number } = useWords();
  const openings = useLao('/openings', openingsAnswer);
  const columns: RowColumn<Opening>[] = [
    { id: 'name', header: t('column.class'), bare: true, cell: (it) => <strong>{it.name}</strong> },
    { id: 'programme', header: t('column.programme'), bare: true, cell: (it) => it.programme },
    { id: 'days', header: t('column.days'), bare: true, cell: (it) => days(it.startsOn, it.endsOn) },
    { id: 'place', header: t('class.place'), bare: true, cell: (it) => it.place },
    { id: 'left', header: t('column.left'), number: true, cell: (it) => number(it.left) },
    { id: 'waiting', header: t('column.waiting'), number: true, cell: (it) => number(it.waiting) },
    ...(may('enrolment.propose') ? [{ id: 'deeds', header: t('ui.deeds'), bare: true as const, cell: (it: Opening) => <Button size="xs" variant="default" aria-label={`${t('lao-enrolment.move.submit')}: ${it.name}`} onClick={() => setSearch({ propose: it.id })}>{t('enrolments.propose')}</Button> }] : []),
  ];
  return (
    <Section title={t('enrolments.openings')}>
      <Answer query={openings} rows={2}>
        {({ items }) => (items.length === 0 ? <EmptyState title={t('enrolments.noOpenings')}>{t('enrolments.noOpeningsAbout')}</EmptyState> : <RowsTable label={t('enrolments.openings')} columns={columns} rows={items} rowKey={(it) => it.id} />)}
      </Answer>
    </Section>
  );
};
