import { Button } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { PageHeading } from '@saubac/ui/frame';
import { ChoiceField } from '@saubac/ui/pick';
import { EmptyState } from '@saubac/ui/states';

import { classStates } from '../../classes/class-state.ts';
import { classesAnswer, type ClassLine } from '../../classes/wire.ts';
import { Answer } from '../parts/answer.tsx';
import { Goto } from '../parts/goto.tsx';
import styles from '../parts/parts.module.css';
import { Reminders } from '../parts/reminders.tsx';
import { type RowColumn, RowsTable } from '../parts/rows-table.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { useLao, useWords } from '../parts/use-lao.ts';

/** All classes, the latest first. */
export const ClassList = () => {
  const { may, search, setSearch } = usePlugin();
  const { t, days, number } = useWords();
  const classes = useLao('/classes', classesAnswer);
  const columns: RowColumn<ClassLine>[] = [
    { id: 'name', header: t('column.class'), bare: true, cell: (it) => <Goto page="classes" to={{ class: it.id }}>{it.name}</Goto> },
    { id: 'state', header: t('column.state'), bare: true, cell: (it) => <StateMark of="class" state={it.state} /> },
    { id: 'days', header: t('column.days'), bare: true, cell: (it) => days(it.startsOn, it.endsOn) },
    { id: 'programme', header: t('column.programme'), bare: true, cell: (it) => it.programme },
    { id: 'taken', header: t('column.taken'), number: true, cell: (it) => `${number(it.taken)} / ${number(it.seats)}` },
    { id: 'waiting', header: t('column.waiting'), number: true, cell: (it) => number(it.waiting) },
    { id: 'certificates', header: t('column.certificates'), number: true, cell: (it) => number(it.certificates) },
  ];
  return (
    <>
      <PageHeading title={t('page.classes')} about={t('classes.about')} actions={may('class.manage') && <Button onClick={() => setSearch({ edit: 'new' })}>{t('classes.new')}</Button>} />
      {may('agreement.manage') && <Reminders />}
      <Answer query={classes}>
        {({ items }) => {
          if (items.length === 0) return <EmptyState title={t('classes.none')}>{t('classes.noneAbout')}</EmptyState>;
          const rows = items.filter((it) => search['state'] === undefined || it.state === search['state']);
          return (
            <>
              <div className={styles['filter']}><ChoiceField label={t('column.state')} any={t('ui.all')} value={search['state']} options={classStates.map((it) => ({ value: it, label: t(`class.state.${it}`) }))} onChange={(state) => setSearch({ state })} /></div>
              <RowsTable label={t('page.classes')} columns={columns} rows={rows} rowKey={(it) => it.id} />
            </>
          );
        }}
      </Answer>
    </>
  );
};
