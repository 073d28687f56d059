import { useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';
import type { CertificateState } from './queries.ts';

/** How far a certificate is: the word says it, the colour repeats it. */
export const StateMark = ({ state }: { state: CertificateState }) => {
  const words = useWords();
  return (
    <span className={styles['state']} data-state={state}>
      {words.t(`certificateDesk.state-${state}`)}
    </span>
  );
};
