import { memo } from 'react';
import type { TableColumn } from './data-table.tsx';
import styles from './data-table.module.css';

type Parts<Row> = {
  index: number;
  /** Undefined while it is on its way. */
  row: Row | undefined;
  columns: readonly TableColumn<Row>[];
  /** Where it is placed in the table, and how high it is, in pixels. */
  start: number;
  size: number;
  /** Tracks of its grid; none where the screen is narrow. */
  tracks: string | undefined;
};

const RowOf = <Row,>({ index, row, columns, start, size, tracks }: Parts<Row>) => (
  <div
    role="row" aria-rowindex={index + 2} aria-busy={row === undefined || undefined} data-index={index} tabIndex={-1} className={`${styles['row']} ${styles['placed']}`}
    style={{ transform: `translateY(${start}px)`, height: size, ...(tracks === undefined ? {} : { gridTemplateColumns: tracks }) }}
  >
    {columns.map((it) => (
      <div key={it.id} role="cell" className={styles['cell']} data-align={it.align} data-phone={it.phone ?? 'none'}>
        {row === undefined ? <span className={styles['coming']} /> : it.cell(row)}
      </div>
    ))}
  </div>
);

/** A row of a virtual table. It is drawn once: while the table is scrolled, only rows that come into sight are work. */
export const TableRow = memo(RowOf) as typeof RowOf;
