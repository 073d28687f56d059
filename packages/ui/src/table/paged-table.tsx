import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useUiWords } from '../words/index.ts';
import type { TableColumn, TableSort } from './data-table.tsx';
import styles from './data-table.module.css';
import { HeaderCell } from './header-cell.tsx';
import { rowKeys } from './row-keys.ts';
import { TableRow } from './table-row.tsx';

type Parts<Row> = {
  /** What the table shows, for readers by ear. */
  label: string;
  columns: readonly TableColumn<Row>[];
  /** All rows there are. */
  count: number;
  /** The row at a place; undefined while it is on its way. */
  rowAt: (index: number) => Row | undefined;
  /** Told which rows are seen, from the first to the last. */
  onSeen: (first: number, last: number) => void;
  sort?: TableSort | undefined;
  onSort?: (column: string) => void;
  /** Other rows are shown once this changes: they are begun at the first. */
  of: string;
  /** Under which name the place is kept that was scrolled to, for whoever comes back. */
  placeId: string;
};

const wideRow = 36;
const narrowRow = 64;

/**
 * A table of many rows of which each has its place from the beginning: the scroll bar leads anywhere at once, to the end too, and the rows
 * that are seen are fetched. What is not seen is neither drawn nor held.
 */
export const PagedTable = <Row,>({ label, columns, count, rowAt, onSeen, sort, onSort, of, placeId }: Parts<Row>) => {
  const words = useUiWords();
  const narrow = useMediaQuery('(max-width: 48rem)', false, { getInitialValueInEffect: false }) ?? false;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => (narrow ? narrowRow : wideRow), overscan: 12, initialRect: { width: 1_000, height: 640 } });
  useEffect(() => virtual.measure(), [narrow, virtual]);
  const shown = useRef(of);
  useEffect(() => {
    if (shown.current !== of) scroller.current?.scrollTo({ top: 0 });
    shown.current = of;
  }, [of]);
  const seen = virtual.getVirtualItems();
  const first = seen[0]?.index ?? 0;
  const last = seen.at(-1)?.index ?? 0;
  useEffect(() => onSeen(first, last), [onSeen, first, last]);
  const tracks = columns.map((it) => it.width).join(' ');
  return (
    <div className={styles['whole']}>
      <div
        ref={scroller} className={styles['scroller']} tabIndex={0} role="region" aria-label={label} data-scroll-restoration-id={placeId}
        onKeyDown={rowKeys(scroller, count, narrow ? narrowRow : wideRow)}
      >
        <div role="table" aria-label={label} aria-rowcount={count + 1} className={styles['table']}>
          <div role="rowgroup" className={styles['head']}>
            <div role="row" aria-rowindex={1} className={styles['row']} style={{ gridTemplateColumns: tracks }}>
              {columns.map((it) => (
                <HeaderCell key={it.id} column={it as TableColumn<unknown>} sort={sort} onSort={onSort} />
              ))}
            </div>
          </div>
          <div role="rowgroup" className={styles['body']} style={{ height: virtual.getTotalSize() }}>
            {seen.map(({ index, start, size }) => (
              <TableRow key={index} index={index} row={rowAt(index)} columns={columns} start={start} size={size} tracks={narrow ? undefined : tracks} />
            ))}
          </div>
        </div>
      </div>
      <div className={styles['foot']} role="status">
        {words.rowsOf(count, count)}
      </div>
    </div>
  );
};
