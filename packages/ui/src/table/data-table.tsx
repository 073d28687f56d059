import { useMediaQuery } from '@mantine/hooks';
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useUiWords } from '../words/index.ts';
import styles from './data-table.module.css';
import { HeaderCell } from './header-cell.tsx';
import { rowKeys } from './row-keys.ts';
import { TableRow } from './table-row.tsx';

/** A column. `width` is a track of a CSS grid; `phone` says which line of a narrow row it stands in, or that it is left out there. */
export type TableColumn<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  width: string;
  align?: 'end';
  phone?: 'first' | 'second' | 'end' | 'none';
  sortable?: boolean;
};

/** By which column rows are sorted, and which way. */
export type TableSort = { column: string; down: boolean };

type Parts<Row> = {
  /** What the table shows, for readers by ear. */
  label: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** All rows there are, where that is known. */
  total?: number | undefined;
  /** Whether there are more rows than are here. */
  more?: boolean;
  onMore?: () => void;
  loadingMore?: boolean;
  sort?: TableSort | undefined;
  onSort?: (column: string) => void;
};

const features = tableFeatures({});

const wideRow = 36;
const narrowRow = 64;

/** From how many rows before the end on the next page is asked for. */
const ahead = 40;

/**
 * A table of any length: only rows that are seen are drawn, and the next page is asked for before its end is reached. Arrow keys go from row
 * to row (to the first link of each). Where the screen is narrow a row has two lines.
 */
export const DataTable = <Row,>({ label, columns, rows, rowKey, total, more = false, onMore, loadingMore = false, sort, onSort }: Parts<Row>) => {
  const words = useUiWords();
  const narrow = useMediaQuery('(max-width: 48rem)', false, { getInitialValueInEffect: false }) ?? false;
  const scroller = useRef<HTMLDivElement>(null);
  const byId = useMemo(() => new Map(columns.map((it) => [it.id, it])), [columns]);
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row & object>();
    return columns.map((it) => helper.display({ id: it.id, header: it.header, cell: ({ row }) => it.cell(row.original) }));
  }, [columns]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (narrow ? narrowRow : wideRow),
    overscan: 12,
    initialRect: { width: 1_000, height: 640 },
  });
  useEffect(() => virtual.measure(), [narrow, virtual]);
  const seen = virtual.getVirtualItems();
  const first = seen[0]?.index ?? 0;
  const lastSeen = seen.at(-1)?.index ?? 0;
  // The table knows only rows that are seen: however many there are, a step costs the same.
  const data = useMemo(() => rows.slice(first, lastSeen + 1) as (Row & object)[], [rows, first, lastSeen]);
  const table = useTable({ features, columns: definitions, data, getRowId: (row) => rowKey(row) });
  const drawn = table.getRowModel().rows;
  useEffect(() => {
    if (more && !loadingMore && lastSeen >= rows.length - ahead) onMore?.();
  }, [more, loadingMore, lastSeen, rows.length, onMore]);

  const tracks = columns.map((it) => it.width).join(' ');
  return (
    <div className={styles['whole']}>
      <div ref={scroller} className={styles['scroller']} tabIndex={0} role="region" aria-label={label} onKeyDown={rowKeys(scroller, rows.length, narrow ? narrowRow : wideRow)}>
        <div role="table" aria-label={label} aria-rowcount={total === undefined ? -1 : total + 1} className={styles['table']}>
          <div role="rowgroup" className={styles['head']}>
            {table.getHeaderGroups().map((group) => (
              <div key={group.id} role="row" aria-rowindex={1} className={styles['row']} style={{ gridTemplateColumns: tracks }}>
                {group.headers.map((header) => (
                  <HeaderCell key={header.id} column={byId.get(header.id) as TableColumn<unknown>} sort={sort} onSort={onSort} />
                ))}
              </div>
            ))}
          </div>
          <div role="rowgroup" className={styles['body']} style={{ height: virtual.getTotalSize() }}>
            {seen.map(({ index, start, size }) => {
              const row = drawn[index - first];
              return row && <TableRow key={row.id} index={index} row={row.original as Row} columns={columns} start={start} size={size} tracks={narrow ? undefined : tracks} />;
            })}
          </div>
        </div>
      </div>
      <div className={styles['foot']} role="status">
        {words.rowsOf(rows.length, total)}
        {loadingMore && ` · ${words.loadingMore}`}
      </div>
    </div>
  );
};
