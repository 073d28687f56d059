import type { ReactNode } from 'react';
import styles from './page-heading.module.css';

/** The heading of a page: what it is, a line about it, and what can be done with all of it. */
export const PageHeading = ({ title, above, about, actions }: { title: ReactNode; above?: ReactNode; about?: ReactNode; actions?: ReactNode }) => (
  <div className={styles['heading']}>
    <div className={styles['words']}>
      {above && (
        <div className={styles['above']} data-screen-only>
          {above}
        </div>
      )}
      <h1>{title}</h1>
      {about && <div className={styles['about']}>{about}</div>}
    </div>
    {actions && (
      <div className={styles['actions']} data-screen-only>
        {actions}
      </div>
    )}
  </div>
);
