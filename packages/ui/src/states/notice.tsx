import type { ReactNode } from 'react';
import styles from './states.module.css';

/** Something to know before reading on. `live`: it is said when it appears. */
export const Notice = ({ tone = 'plain', live = false, children }: { tone?: 'plain' | 'warn' | 'bad'; live?: boolean; children: ReactNode }) => (
  <div className={styles['notice']} data-tone={tone} {...(live ? { role: tone === 'bad' ? 'alert' : 'status' } : {})}>
    {children}
  </div>
);
