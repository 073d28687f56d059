import { EmptyState } from '@saubac/ui/states';
import { DataTable, type TableColumn } from '@saubac/ui/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { QueryStates, useWords } from '../../shell/index.ts';
import styles from './imports.module.css';
import { ShortTable } from './short-table.tsx';
import { type Change, changesQuery, type ImportPreview, type RosterImport } from './queries.ts';

/** What would be written: who is new, what changes from what to what. */
export const ChangesTab = ({ tenant, it, preview }: { tenant: string; it: RosterImport; preview: ImportPreview }) => {
  const words = useWords();
  const changes = useInfiniteQuery(changesQuery(tenant, it.id));
  const columns = useMemo((): TableColumn<Change>[] => {
    const value = (text: string | null): string => (text === null || text === '' ? words.t('importDesk.cellEmpty') : text);
    const whatOf = ({ fields }: Change): string => fields.map(({ heading, old, new: now }) => words.t('importDesk.beforeAfter', { heading, before: value(old), after: value(now) })).join('; ');
    return [
      { id: 'who', header: words.t('importDesk.who'), width: 'minmax(11rem, 1.2fr)', phone: 'first', cell: ({ subject }) => subject },
      { id: 'kind', header: words.t('importDesk.changeKind'), width: '5.5rem', phone: 'end', cell: ({ kind }) => words.t(`importDesk.change-${kind}`) },
      { id: 'unit', header: words.t('importDesk.unit'), width: 'minmax(11rem, 1.2fr)', phone: 'second', cell: ({ unit }) => <span title={unit ?? undefined}>{unit ?? '–'}</span> },
      { id: 'what', header: words.t('importDesk.what'), width: 'minmax(16rem, 3fr)', cell: (change) => <span title={whatOf(change)}>{whatOf(change) || '–'}</span> },
      { id: 'since', header: words.t('importDesk.since'), width: '6.5rem', cell: ({ since }) => words.date(since ?? it.effectiveDate) },
      { id: 'row', header: words.t('importDesk.gridRow'), width: '4rem', align: 'end', cell: ({ row }) => row },
    ];
  }, [words, it.effectiveDate]);
  return (
    <QueryStates query={changes} waiting={{ rows: 10, height: '1.5rem' }}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        if (rows.length === 0) return <EmptyState title={words.t('importDesk.changesNone')}>{words.t('importDesk.changesNoneAbout')}</EmptyState>;
        return (
          <ShortTable rows={rows.length}>
            <p className={styles['soft']}>{words.t('importDesk.changesAbout')}</p>
            <DataTable
              label={words.t('importDesk.changesLabel')} columns={columns} rows={rows} rowKey={(row) => `${row.sheet} ${row.ref} ${row.kind} ${row.since ?? ''}`} total={preview.listed.changes}
              more={changes.hasNextPage} loadingMore={changes.isFetchingNextPage} onMore={() => void changes.fetchNextPage()}
            />
          </ShortTable>
        );
      }}
    </QueryStates>
  );
};
