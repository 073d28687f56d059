import type { ReactNode } from 'react';
import styles from './states.module.css';

/** There is nothing to show, why, and what to do about it. */
export const EmptyState = ({ title, children, action }: { title: ReactNode; children?: ReactNode; action?: ReactNode }) => (
  <div className={styles['state']}>
    <h2>{title}</h2>
    {children && <p className={styles['about']}>{children}</p>}
    {action}
  </div>
);
