import { useWords } from '../shell/index.ts';
import styles from './cases.module.css';
import type { Case } from './queries.ts';

/** Who moved a case on, when and why, from its beginning. */
export const CaseHistory = ({ of }: { of: Case }) => {
  const words = useWords();
  return (
    <ol className={styles['history']}>
      <li>
        {words.t('cases.opened')} <span className={styles['soft']}>{words.t('cases.byAt', { by: of.openedBy, at: words.moment(of.openedAt) })}</span>
      </li>
      {of.history.map((it, at) => (
        <li key={at}>
          <strong>{words.text(it.label)}</strong> <span className={styles['soft']}>{words.t('cases.byAt', { by: it.by, at: words.moment(it.at) })}</span>
          {it.coveredFor !== null && <span className={styles['soft']}> {words.t('cases.coveredFor', { name: it.coveredFor })}</span>}
          {it.reason !== null && <blockquote className={styles['why']}>{it.reason}</blockquote>}
        </li>
      ))}
    </ol>
  );
};
