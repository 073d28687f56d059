import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useUiWords } from '../words/index.ts';
import styles from './confirm-dialog.module.css';

type Parts = { title: string; children: ReactNode; action: string; /** The word for leaving things as they are, where “cancel” would be misread. */ keep?: string; opened: boolean; busy?: boolean; /** Nothing is destroyed: the button is the usual one. */ calm?: boolean; onConfirm: () => void; onClose: () => void };

/** Asks before something that can't be taken back lightly: what will happen, in words, on a button that says the same. */
export const ConfirmDialog = ({ title, children, action, keep, opened, busy = false, calm = false, onConfirm, onClose }: Parts) => {
  const words = useUiWords();
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': words.close }}>
      <div className={styles['text']}>{children}</div>
      <div className={styles['buttons']}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {keep ?? words.cancel}
        </Button>
        <Button {...(calm ? {} : { color: 'red.9' })} loading={busy} onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </Modal>
  );
};
