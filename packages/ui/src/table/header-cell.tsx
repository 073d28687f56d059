import { useUiWords } from '../words/index.ts';
import type { TableColumn, TableSort } from './data-table.tsx';
import styles from './data-table.module.css';

/** The heading of a column, and the button that sorts by it. */
export const HeaderCell = ({ column, sort, onSort }: { column: TableColumn<unknown>; sort?: TableSort | undefined; onSort?: ((column: string) => void) | undefined }) => {
  const words = useUiWords();
  const sorted = sort?.column === column.id ? sort : undefined;
  const order = sorted && (sorted.down ? 'descending' : 'ascending');
  return (
    <div role="columnheader" className={styles['cell']} data-align={column.align} data-phone={column.phone ?? 'none'} {...(order ? { 'aria-sort': order } : {})}>
      {column.sortable && onSort ? (
        <button type="button" className={styles['sort']} onClick={() => onSort(column.id)} title={sorted ? (sorted.down ? words.sortedDown : words.sortedUp) : undefined}>
          {column.header}
          <span aria-hidden="true">{sorted ? (sorted.down ? ' ↓' : ' ↑') : ''}</span>
        </button>
      ) : (
        column.header
      )}
    </div>
  );
};
