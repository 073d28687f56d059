import { EmptyState } from '@saubac/ui/states';
import { useVirtualRows } from '@saubac/ui/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type CSSProperties, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { QueryStates, useWords } from '../../shell/index.ts';
import { CellDetail } from './cell-detail.tsx';
import { type GridColumn, GridRow } from './grid-row.tsx';
import { type Place, placeAfterKey } from './grid-place.ts';
import styles from './imports.module.css';
import grid from './grid.module.css';
import type { NewEdit } from './mutations.ts';
import { type RosterSheet, type RowToLookAt, rowsQuery, type SheetKey } from './queries.ts';
import type { Edits } from './use-edits.ts';

const rowHeight = 36;
const ahead = 40;
const page = 12;

type Parts = { tenant: string; id: string; sheet: SheetKey; code: string | undefined; columns: RosterSheet['columns']; edits: Edits };

// Columns that nobody filled and nothing is wrong with would only be in the way.
const usedColumns = (columns: Parts['columns'], rows: readonly RowToLookAt[]): GridColumn[] =>
  columns.filter(({ key, required }) => required || rows.some(({ cells, refusals }) => (cells[key] ?? '') !== '' || refusals.some(({ column }) => column === key)));

type GridParts = { rows: readonly RowToLookAt[]; columns: readonly GridColumn[]; edits: Edits; more: boolean; loadingMore: boolean; onMore: () => void };

const Grid = ({ rows, columns, edits, more, loadingMore, onMore }: GridParts) => {
  const words = useWords();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  // The first thing that is wrong is where somebody begins.
  const firstWrong = columns.findIndex(({ key }) => rows[0]?.refusals[0]?.column === key);
  const [place, setPlace] = useState<Place>({ row: 0, column: Math.max(0, firstWrong) });
  const [editing, setEditing] = useState<string | null>(null);
  const virtual = useVirtualRows({ count: rows.length, height: rowHeight, scroller });
  const seen = virtual.getVirtualItems();
  const lastSeen = seen.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && !loadingMore && lastSeen >= rows.length - ahead) onMore();
  }, [more, loadingMore, lastSeen, rows.length, onMore]);
  const from = useRef(place.column);
  useEffect(() => {
    const cell = scroller.current?.querySelector<HTMLElement>(`[id="${id}-0-${from.current}"]`);
    if (scroller.current && cell) scroller.current.scrollLeft = Math.max(0, cell.offsetLeft + cell.offsetWidth - scroller.current.clientWidth);
  }, [id]);
  const row = rows[place.row];
  const column = columns[place.column];
  const say = (edit: NewEdit) => edits.edit.mutate([edit]);
  const begin = () => row && column && setEditing(edits.over.textOf(row, column.key) ?? row.cells[column.key] ?? '');
  const leave = () => {
    setEditing(null);
    scroller.current?.focus();
  };
  const go = (next: Place) => {
    setPlace(next);
    virtual.scrollToIndex(next.row);
    requestAnimationFrame(() => document.querySelector(`[id="${id}-${next.row}-${next.column}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  };
  const save = (text: string, all: boolean) => {
    if (!row || !column) return;
    const match = row.cells[column.key] ?? '';
    say(all && match !== '' ? { kind: 'same-value', sheet: row.sheet, column: column.key, match, text } : { kind: 'cell', sheet: row.sheet, ref: row.ref, column: column.key, text });
    leave();
    if (!all) go({ ...place, row: Math.min(rows.length - 1, place.row + 1) });
  };
  const leaveOut = () => {
    if (!row) return;
    const left = edits.over.isLeftOut(row);
    if (left === undefined) say({ kind: 'leave-out', sheet: row.sheet, ref: row.ref });
    else edits.withdraw.mutate([left]);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (editing !== null || event.target !== scroller.current) return;
    const next = placeAfterKey(place, { key: event.key, ctrl: event.ctrlKey || event.metaKey }, { rows: rows.length, columns: columns.length, page });
    if (next) go(next);
    else if (event.key === 'Enter' || event.key === 'F2') begin();
    else if (event.key === 'Delete') leaveOut();
    else return;
    event.preventDefault();
  };
  return (
    <div className={grid['gridArea']}>
      <p className={styles['soft']} id={`${id}-help`}>
        {words.t('importDesk.gridHelp')}
      </p>
      <div
        ref={scroller} className={grid['grid']} tabIndex={0} role="grid" aria-label={words.t('importDesk.gridLabel')} aria-describedby={`${id}-help`} aria-rowcount={more ? -1 : rows.length + 1} style={{ '--grid-rows': `${(rows.length + 1) * rowHeight + 18}px` } as CSSProperties} aria-colcount={columns.length + 1}
        aria-activedescendant={editing === null ? `${id}-${place.row}-${place.column}` : undefined} onKeyDown={onKeyDown}
      >
        <div role="row" aria-rowindex={1} className={grid['gridHead']}>
          <span role="columnheader" className={grid['gridNumber']}>
            {words.t('importDesk.gridRow')}
          </span>
          {columns.map(({ key, heading }) => (
            <span role="columnheader" key={key} className={grid['gridCell']} title={heading}>
              {heading}
            </span>
          ))}
        </div>
        <div role="rowgroup" className={grid['gridBody']} style={{ height: virtual.getTotalSize() }}>
          {seen.map(({ index, start }) => {
            const it = rows[index];
            return it ? (
              <GridRow
                key={index} id={id} row={it} index={index} start={start} columns={columns} over={edits.over} active={place.row === index ? place.column : null} editing={place.row === index ? editing : null}
                onPick={(at) => {
                  if (editing === null || at !== place.column || index !== place.row) setEditing(null);
                  setPlace({ row: index, column: at });
                }}
                onBegin={begin} onSave={save} onLeave={leave}
              />
            ) : null;
          })}
        </div>
      </div>
      {row && column && <CellDetail row={row} column={column} over={edits.over} onEdit={begin} onTake={(text) => save(text, false)} onLeaveOut={leaveOut} />}
    </div>
  );
};

/** Rows to look at in a grid that is worked in by keyboard alone: every cell as it was read, what is wrong with it, what it will say. */
export const FixGrid = ({ tenant, id, sheet, code, columns, edits }: Parts) => {
  const words = useWords();
  const found = useInfiniteQuery(rowsQuery(tenant, id, { sheet, code }));
  const rows = useMemo(() => found.data?.pages.flatMap(({ items }) => items) ?? [], [found.data]);
  const used = useMemo(() => usedColumns(columns, rows), [columns, rows]);
  return (
    <QueryStates query={found} waiting={{ rows: 8, height: '2rem' }}>
      {() =>
        rows.length === 0 ? (
          <EmptyState title={words.t('importDesk.gridNone')} />
        ) : (
          <Grid rows={rows} columns={used} edits={edits} more={found.hasNextPage} loadingMore={found.isFetchingNextPage} onMore={() => void found.fetchNextPage()} />
        )
      }
    </QueryStates>
  );
};
