import { useUiWords } from '../words/index.ts';
import styles from './states.module.css';

/** Places of rows that are on their way, as high as they will be, so that nothing moves when they come. */
export const LoadingRows = ({ rows, height }: { rows: number; height: string }) => {
  const words = useUiWords();
  return (
    <div className={styles['rows']} role="status">
      <span className={styles['hidden']}>{words.loading}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles['row']} style={{ height }} />
      ))}
    </div>
  );
};
