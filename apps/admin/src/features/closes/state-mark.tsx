import styles from './closes.module.css';
import { useCloseWords } from './use-close-words.ts';

/** How a close stands, in its word; signed and failed ones are told apart by colour too. */
export const StateMark = ({ state }: { state: string }) => {
  const named = useCloseWords();
  return (
    <span className={styles['state']} data-state={state}>
      {named.state(state)}
    </span>
  );
};
