import type { ReactNode } from 'react';
import { useUiWords } from '../words/index.ts';
import styles from './states.module.css';

/** Whoever is here may not see this; what he would need, and who gives it. */
export const NoPermissionState = ({ children }: { children: ReactNode }) => {
  const words = useUiWords();
  return (
    <div className={styles['state']} role="alert">
      <h2>{words.noPermissionTitle}</h2>
      <p className={styles['about']}>{children}</p>
    </div>
  );
};
