import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useUiWords } from '../words/index.ts';
import styles from './states.module.css';

/** What was asked for did not come: why, in words, and another try. */
export const FailedState = ({ children, requestId, onRetry }: { children: ReactNode; requestId?: string | undefined; onRetry?: (() => void) | undefined }) => {
  const words = useUiWords();
  return (
    <div className={`${styles['state']} ${styles['failed']}`} role="alert">
      <h2>{words.failedTitle}</h2>
      <p>{children}</p>
      {onRetry && (
        <Button variant="default" size="sm" onClick={onRetry}>
          {words.retry}
        </Button>
      )}
      {requestId && <p className={styles['id']}>{words.requestId(requestId)}</p>}
    </div>
  );
};
