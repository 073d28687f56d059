import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

/** A part of a page under its heading, a landmark for readers of the page by ear. */
export const Section = ({ title, tools, children }: { title: ReactNode; tools?: ReactNode; children: ReactNode }) => {
  const id = useId();
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id}>{title}</h2>
        {tools && <div data-screen-only>{tools}</div>}
      </div>
      {children}
    </section>
  );
};
