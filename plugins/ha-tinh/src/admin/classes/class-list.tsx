import { Button } from '@mantine/core';
import { usePlugin } from '@saubac/plugin-api/admin';
import { PageHeading } from '@saubac/ui/frame';
import { ChoiceField } from '@saubac/ui/pick';
import { EmptyState } from '@saubac/ui/states';
import { DataTable, type TableColumn } from '@saubac/ui/table';
import { useMemo } from 'react';

import { classStates } from '../../classes/class-state.ts';
import { classesAnswer, type ClassLine } from '../../classes/wire.ts';
import { Answer } from '../parts/answer.tsx';
import { Goto } from '../parts/goto.tsx';
import { Reminders } from '../parts/reminders.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { useLao, useWords } from '../parts/use-lao.ts';

/** All classes, the latest first. */
export const ClassList = () => {
  const { may, search, setSearch } = usePlugin();
  const { t, days, number } = useWords();
  const classes = useLao('/classes', classesAnswer);
  const columns = useMemo(
    (): TableColumn<ClassLine>[] => [
      { id: 'name', header: t('column.class'), width: 'minmax(12rem, 1.4fr)', phone: 'first', cell: (it) => <Goto page="classes" to={{ class: it.id }}>{it.name}</Goto> },
      { id: 'state', header: t('column.state'), width: 'minmax(8rem, 0.8fr)', phone: 'end', cell: (it) => <StateMark of="class" state={it.state} /> },
      { id: 'days', header: t('column.days'), width: 'minmax(13rem, 1fr)', phone: 'second', cell: (it) => days(it.startsOn, it.endsOn) },
      { id: 'programme', header: t('column.programme'), width: 'minmax(12rem, 1.2fr)', cell: (it) => it.programme },
      { id: 'taken', header: t('column.taken'), width: '8rem', align: 'end', cell: (it) => `${number(it.taken)} / ${number(it.seats)}` },
      { id: 'waiting', header: t('column.waiting'), width: '7rem', align: 'end', cell: (it) => number(it.waiting) },
      { id: 'certificates', header: t('column.certificates'), width: '8rem', align: 'end', cell: (it) => number(it.certificates) },
    ],
    [t, days, number],
  );
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
              <ChoiceField label={t('column.state')} any={t('ui.all')} value={search['state']} options={classStates.map((it) => ({ value: it, label: t(`class.state.${it}`) }))} onChange={(state) => setSearch({ state })} />
              <DataTable label={t('page.classes')} columns={columns} rows={rows} rowKey={(it) => it.id} total={rows.length} />
            </>
          );
        }}
      </Answer>
    </>
  );
};
