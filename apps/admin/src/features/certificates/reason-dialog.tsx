import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useWords } from '../../shell/index.ts';
import styles from './certificates.module.css';

type Parts = { title: string; action: string; opened: boolean; busy: boolean; /** Whether a reason has to be given. */ required: boolean; fault?: string | undefined; onSend: (why: string) => void; onClose: () => void; children: ReactNode };

/** Says what will happen, and asks for the reason. */
export const ReasonDialog = ({ title, action, opened, busy, required, fault, onSend, onClose, children }: Parts) => {
  const words = useWords();
  const [why, setWhy] = useState('');
  const [missing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const lacks = required && why.trim() === '';
    setMissing(lacks);
    if (!lacks) onSend(why.trim());
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
      <form className={styles['form']} noValidate onSubmit={send}>
        <p>{children}</p>
        <TextInput
          label={words.t('certificateDesk.reason')} description={words.t('certificateDesk.reasonHint')} error={missing ? words.t('certificateDesk.reasonMissing') : fault} value={why} maxLength={500} data-autofocus
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        <div className={styles['buttons']}>
          <Button variant="default" onClick={onClose}>
            {words.t('shell.cancel')}
          </Button>
          <Button type="submit" color="red.9" loading={busy}>
            {action}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
