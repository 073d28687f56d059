import { EmptyState } from '@saubac/ui/states';
import { DataTable, type TableColumn } from '@saubac/ui/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { QueryStates, useWords } from '../../shell/index.ts';
import { ShortTable } from './short-table.tsx';
import { type Mend, mendsQuery, type RosterImport } from './queries.ts';

// The sentence of a mend ends with how it was done, in brackets; the table has the rest in its columns.
const howOf = (text: string): string => /\(([^()]*(?:\([^()]*\)[^()]*)*)\)[.]?$/.exec(text)?.[1] ?? text;

/** Cells that were mended before they were taken. */
export const MendsTab = ({ tenant, it }: { tenant: string; it: RosterImport }) => {
  const words = useWords();
  const mends = useInfiniteQuery(mendsQuery(tenant, it.id));
  const columns = useMemo(
    (): TableColumn<Mend>[] => [
      { id: 'row', header: words.t('importDesk.gridRow'), width: '5rem', align: 'end', phone: 'end', cell: ({ row }) => row },
      { id: 'column', header: words.t('importDesk.column'), width: 'minmax(9rem, 1fr)', phone: 'second', cell: ({ heading }) => heading },
      { id: 'from', header: words.t('importDesk.mendFrom'), width: 'minmax(10rem, 1.5fr)', phone: 'first', cell: ({ from }) => from },
      { id: 'to', header: words.t('importDesk.mendTo'), width: 'minmax(10rem, 1.5fr)', cell: ({ to }) => to },
      { id: 'why', header: words.t('importDesk.mendWhy'), width: 'minmax(12rem, 1.5fr)', cell: ({ text }) => <span title={words.text(text)}>{howOf(words.text(text))}</span> },
    ],
    [words],
  );
  return (
    <QueryStates query={mends} waiting={{ rows: 8, height: '1.5rem' }}>
      {({ pages }) => {
        const rows = pages.flatMap(({ items }) => items);
        if (rows.length === 0) return <EmptyState title={words.t('importDesk.mendsNone')}>{words.t('importDesk.mendsNoneAbout')}</EmptyState>;
        return (
          <ShortTable rows={rows.length}>
            <DataTable
              label={words.t('importDesk.mendsLabel')} columns={columns} rows={rows} rowKey={(row) => `${row.sheetName} ${row.row} ${row.column} ${row.code}`} total={mends.hasNextPage ? undefined : rows.length}
              more={mends.hasNextPage} loadingMore={mends.isFetchingNextPage} onMore={() => void mends.fetchNextPage()}
            />
          </ShortTable>
        );
      }}
    </QueryStates>
  );
};
