import { useWords } from '../../shell/index.ts';
import styles from './tasks.module.css';

/** Where a duty stands; late is said in words, never by colour alone. */
export const StateMark = ({ state, late, daysLate = 0 }: { state: 'open' | 'reported' | 'accepted' | 'dropped'; late: boolean; daysLate?: number }) => {
  const words = useWords();
  const shown = late ? 'late' : state;
  return (
    <span className={styles['state']} data-state={shown}>
      {late && daysLate > 0 ? words.t('tasks.lateDays', { days: daysLate }) : words.t(`tasks.state-${shown}`)}
    </span>
  );
};
