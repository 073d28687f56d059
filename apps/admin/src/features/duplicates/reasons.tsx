import { useWords } from '../../shell/index.ts';
import styles from './duplicates.module.css';
import type { Pair } from './queries.ts';

/** What speaks for two records being of one person, and against it, each sign with its points. */
export const Reasons = ({ reasons }: { reasons: Pair['reasons'] }) => {
  const words = useWords();
  return (
    <ul className={styles['reasons']}>
      {reasons.map(({ reason, points }) => (
        <li key={reason} data-against={points < 0 || undefined}>
          {words.t('duplicates.points', { reason: words.t(`duplicates.reason-${reason}`), points: points > 0 ? `+${points}` : `−${Math.abs(points)}` })}
        </li>
      ))}
    </ul>
  );
};
