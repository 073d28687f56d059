import { useUiWords } from '../words/index.ts';
import styles from './figures.module.css';

type Parts = {
  /** In percent of the cohort. */
  value: number | null;
  goal: number | null;
  /** Where the scale ends, in percent: the same for bars below each other. */
  scale: number;
  /** What it shows, for readers by ear. */
  label: string;
};

const part = (value: number, scale: number): string => `${Math.min(100, (value / scale) * 100)}%`;

/**
 * How far a target is: a bar up to what was reached, a mark at the goal, both on one scale. Even the smallest share is seen (three pixels),
 * and the figures stand beside it in text.
 */
export const BulletBar = ({ value, goal, scale, label }: Parts) => {
  const words = useUiWords();
  return (
    <div className={styles['bullet']} role="img" aria-label={label} data-goal={goal !== null || undefined}>
      <div className={styles['track']}>
        {goal !== null && <div className={styles['due']} style={{ width: part(goal, scale) }} />}
        {value !== null && value > 0 && <div className={styles['value']} data-reached={(goal !== null && value >= goal) || undefined} style={{ width: part(value, scale) }} />}
      </div>
      {goal !== null && (
        <div className={styles['goal']} style={{ left: part(goal, scale) }} aria-hidden="true">
          <span>
            {words.goal} {words.percent(goal)}
          </span>
        </div>
      )}
    </div>
  );
};
