import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import { GiveUp } from './give-up.tsx';
import type { Close } from './queries.ts';

/** A close on its way: how far it is, and giving it up. */
export const Freezing = ({ tenant, close, mayCancel }: { tenant: string; close: Close; mayCancel: boolean }) => {
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const { done, of } = close.progress;
  const share = of === null || of === 0 ? 0 : Math.min(100, Math.round((done / of) * 100));
  return (
    <div className={styles['box']} role="status">
      <h2>{words.t('closing.freezing')}</h2>
      <div className={styles['progress']} role="progressbar" aria-label={words.t('closing.freezing')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={share}>
        <span style={{ width: `${Math.max(share, 3)}%` }} />
      </div>
      <p className={styles['soft']}>
        {of !== null && `${words.t('closing.freezingOf', { done, of })}. `}
        {words.t('closing.freezingAbout')}
      </p>
      {mayCancel && (
        <Button variant="default" onClick={() => setAsking(true)}>
          {words.t('closing.giveUp')}
        </Button>
      )}
      <GiveUp tenant={tenant} close={close} opened={asking} onClose={() => setAsking(false)} />
    </div>
  );
};
