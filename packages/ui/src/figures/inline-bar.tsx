import styles from './figures.module.css';

/** A small bar beside a figure in a table; the figure says it, so the bar is silent. */
export const InlineBar = ({ value, goal, scale }: { value: number | null; goal: number | null; scale: number }) => (
  <span className={styles['inline']} aria-hidden="true">
    {value !== null && value > 0 && <span className={styles['inlineValue']} style={{ width: `${Math.min(100, (value / scale) * 100)}%` }} />}
    {goal !== null && <span className={styles['inlineGoal']} style={{ left: `${Math.min(100, (goal / scale) * 100)}%` }} />}
  </span>
);
