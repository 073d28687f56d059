import { Button, Modal, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './administration.module.css';

type Parts = { title: string; children: ReactNode; label: string; hint: string; missing: string; action: string; opened: boolean; busy: boolean; fault?: string | undefined; onConfirm: (why: string) => void; onClose: () => void };

/** Asks before something that needs a reason; the reason goes into the audit. */
export const ReasonDialog = ({ title, children, label, hint, missing, action, opened, busy, fault, onConfirm, onClose }: Parts) => {
  const words = useWords();
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (why.trim() !== '') onConfirm(why.trim());
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
      <div className={styles['stack']}>
        <div>{children}</div>
        <TextInput
          label={label} description={hint} value={why} maxLength={500} data-autofocus error={tried && why.trim() === '' ? missing : fault}
          onChange={(event) => setWhy(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') send();
          }}
        />
        <div className={styles['buttons']}>
          <Button variant="default" onClick={onClose}>
            {words.t('shell.cancel')}
          </Button>
          <Button color="red.9" loading={busy} onClick={send}>
            {action}
          </Button>
        </div>
      </div>
    </Modal>
  );
};
