import type { ReactNode } from 'react';

import styles from './parts.module.css';

/** A column of a short table. `bare`: on a phone its value stands without the heading. */
export type RowColumn<Row> = { id: string; header: string; cell: (row: Row) => ReactNode; number?: true; bare?: true };

/** A table of as many rows as a class has learners: lines below each other where the screen is narrow, each value with its heading. */
export const RowsTable = <Row,>({ label, columns, rows, rowKey }: { label: string; columns: readonly RowColumn<Row>[]; rows: readonly Row[]; rowKey: (row: Row) => string }) => (
  <table className={styles['rows']} aria-label={label}>
    <thead>
      <tr>
        {columns.map((it) => (
          <th key={it.id} scope="col" data-number={it.number}>
            {it.header}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={rowKey(row)}>
          {columns.map((it) => (
            <td key={it.id} data-number={it.number} {...(it.bare ? {} : { 'data-label': it.header })}>
              {it.cell(row)}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
