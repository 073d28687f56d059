import { useWords } from '../../shell/index.ts';
import styles from './overview.module.css';

/** What full and hollow columns mean. */
export const YearsKey = () => {
  const words = useWords();
  return (
    <p className={styles['key']}>
      {words.t('overview.years')} (%):
      <span>
        <i data-closed aria-hidden="true" /> {words.t('overview.yearsClosed')}
      </span>
      <span>
        <i aria-hidden="true" /> {words.t('overview.yearsComputed')}
      </span>
    </p>
  );
};
