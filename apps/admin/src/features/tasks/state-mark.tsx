import { useWords } from '../../shell/index.ts';
import styles from './tasks.module.css';

/** Where a duty stands; late is said in words, never by colour alone. */
export const StateMark = ({ state, late }: { state: 'open' | 'reported' | 'accepted' | 'dropped'; late: boolean }) => {
  const words = useWords();
  const shown = late ? 'late' : state;
  return (
    <span className={styles['state']} data-state={shown}>
      {words.t(`tasks.state-${shown}`)}
    </span>
  );
};
