import { Button } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { PageHeading } from '@saubac/ui/frame';
import { ChoiceField } from '@saubac/ui/pick';
import { EmptyState } from '@saubac/ui/states';

import { dutiesAnswer, type DutyLine } from '../../duties/wire.ts';
import { Answer } from '../parts/answer.tsx';
import styles from '../parts/parts.module.css';
import { type RowColumn, RowsTable } from '../parts/rows-table.tsx';
import { useLao, useWords } from '../parts/use-lao.ts';
import { DutyForm } from './duty-form.tsx';
import { EndDuty } from './end-duty.tsx';

/** The list of who works with Laos: whom the fact of the same name counts. */
const DutiesPage = () => {
  const { may, href, search, setSearch } = usePlugin();
  const { t, date, number } = useWords();
  const duties = useLao('/duties', dutiesAnswer);
  const manages = may('duty.manage');
  const columns: RowColumn<DutyLine>[] = [
    { id: 'name', header: t('column.name'), bare: true, cell: (it) => <a href={href(`/people/${it.person}`)} className={styles['goto']}>{it.name ?? t('enrolment.someone')}</a> },
    { id: 'unit', header: t('column.unit'), bare: true, cell: (it) => it.unit },
    { id: 'work', header: t('duty.work'), bare: true, cell: (it) => it.work },
    { id: 'from', header: t('duty.from'), cell: (it) => date(it.from) },
    { id: 'last', header: t('duty.last'), cell: (it) => (it.last === null ? t('duty.noEnd') : date(it.last)) },
    { id: 'course', header: t('fact.laoCourse'), cell: (it) => t(`course.${it.course}`) },
    ...(manages ? [{ id: 'deeds', header: t('ui.deeds'), bare: true as const, cell: (it: DutyLine) => it.last === null && <EndDuty it={it} /> }] : []),
  ];
  return (
    <>
      <PageHeading title={t('page.duties')} about={t('duties.about')} actions={manages && search['edit'] === undefined && <Button onClick={() => setSearch({ edit: 'new' })}>{t('duties.new')}</Button>} />
      {manages && search['edit'] === 'new' && <DutyForm />}
      <Answer query={duties}>
        {({ items }) => {
          if (items.length === 0) return <EmptyState title={t('duties.none')}>{t('duties.noneAbout')}</EmptyState>;
          const now = items.filter((it) => it.now);
          const shown = search['show'] === 'all' ? items : now;
          return (
            <>
              <p className={styles['soft']}>{t('duties.count', { now: number(now.length), learned: number(now.filter((it) => it.course !== 'none').length) })}</p>
              <div className={styles['filter']}><ChoiceField label={t('duties.show')} any={t('duties.now')} value={search['show']} options={[{ value: 'all', label: t('ui.all') }]} onChange={(show) => setSearch({ show })} /></div>
              <RowsTable label={t('page.duties')} columns={columns} rows={shown} rowKey={(it) => it.id} />
            </>
          );
        }}
      </Answer>
    </>
  );
};

export default DutiesPage;
