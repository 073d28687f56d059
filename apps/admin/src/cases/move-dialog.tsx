import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../shell/index.ts';
import styles from './cases.module.css';

type Parts = { action: string; about: string; reason: boolean; busy: boolean; fault?: string | undefined; onConfirm: (reason: string | undefined) => void; onClose: () => void };

/** The second press of a decision: what is decided about what, and why; the reason may be left out where none is asked for. */
export const MoveDialog = ({ action, about, reason, busy, fault, onConfirm, onClose }: Parts) => {
  const words = useWords();
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason && why.trim() === '';
  const send = () => {
    setTried(true);
    if (!missing) onConfirm(why.trim() === '' ? undefined : why.trim());
  };
  return (
    <Modal opened onClose={onClose} title={action} centered closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
      <div className={styles['dialog']}>
        <p>{about}</p>
        <Textarea
          label={words.t(reason ? 'cases.reason' : 'cases.note')} {...(reason ? { description: words.t('cases.reasonHint') } : {})} autosize={false} rows={3} maxLength={2000} value={why} data-autofocus
          error={tried && missing ? words.t('cases.reasonNeeded') : fault} onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <div className={styles['dialogButtons']}>
          <Button variant="default" onClick={onClose}>
            {words.t('shell.cancel')}
          </Button>
          <Button loading={busy} onClick={send}>
            {action}
          </Button>
        </div>
      </div>
    </Modal>
  );
};
