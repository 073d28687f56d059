import { DataTable, type TableColumn } from '@saubac/ui/table';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useWords } from '../../shell/index.ts';
import type { Duty } from './queries.ts';
import { StateMark } from './state-mark.tsx';
import styles from './tasks.module.css';

type Parts = { tenant: string; duties: readonly Duty[]; more: boolean; loadingMore: boolean; onMore: () => void };

/** Duties one below the other: what, who, by when, how it stands. */
export const DutiesTable = ({ tenant, duties, more, loadingMore, onMore }: Parts) => {
  const words = useWords();
  const columns = useMemo(
    (): TableColumn<Duty>[] => [
      {
        id: 'task', header: words.t('tasks.task'), width: 'minmax(14rem, 2fr)', phone: 'first',
        cell: (it) => (
          <Link to="/t/$tenant/tasks/$duty" params={{ tenant, duty: it.id }} className={styles['name']} title={words.text(it.title)}>
            {words.text(it.title)}
          </Link>
        ),
      },
      { id: 'body', header: words.t('tasks.body'), width: 'minmax(9rem, 1.2fr)', phone: 'none', cell: (it) => <span title={words.text(it.bodyName)}>{words.text(it.bodyName)}</span> },
      { id: 'unit', header: words.t('tasks.unit'), width: 'minmax(9rem, 1.2fr)', phone: 'second', cell: (it) => (it.unit ? <span title={it.unit.name}>{it.unit.name}</span> : <span className={styles['soft']}>{words.t('tasks.unitNone')}</span>) },
      { id: 'topic', header: words.t('tasks.topic'), width: '10.5rem', phone: 'none', cell: (it) => it.topic && words.t(`tasks.topic-${it.topic}`) },
      { id: 'to', header: words.t('tasks.lastDay'), width: '6.5rem', phone: 'none', cell: (it) => words.date(it.to) },
      { id: 'state', header: words.t('tasks.state'), width: '10rem', phone: 'end', cell: (it) => <StateMark state={it.state} late={it.late} daysLate={it.daysLate} /> },
    ],
    [words, tenant],
  );
  return (
    <div className={styles['table']}>
      <DataTable label={words.t('tasks.list')} columns={columns} rows={duties} rowKey={(it) => it.id} more={more} loadingMore={loadingMore} onMore={onMore} />
    </div>
  );
};
