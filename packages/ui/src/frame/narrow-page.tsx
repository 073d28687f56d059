import type { ReactNode } from 'react';
import styles from './narrow-page.module.css';

/** A page with one thing to do, in the middle: signing in, choosing where to go. */
export const NarrowPage = ({ title, about, children }: { title: ReactNode; about?: ReactNode; children: ReactNode }) => (
  <div className={styles['page']}>
    <h1>{title}</h1>
    {about && <p className={styles['about']}>{about}</p>}
    {children}
  </div>
);
