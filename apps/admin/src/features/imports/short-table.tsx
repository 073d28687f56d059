import type { CSSProperties, ReactNode } from 'react';
import styles from './imports.module.css';

const highestRow = 64;

/** Room for a table that is no higher than its rows, so that what follows a short one is not far below. */
export const ShortTable = ({ rows, children }: { rows: number; children: ReactNode }) => (
  <div className={styles['table']} style={{ '--rows-height': `${rows * highestRow + 60}px` } as CSSProperties}>
    {children}
  </div>
);
