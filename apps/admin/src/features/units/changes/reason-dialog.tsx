import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../shell/index.ts';
import styles from './changes.module.css';

type Parts = { title: string; about: string; action: string; opened: boolean; busy: boolean; onReason: (why: string) => void; onClose: () => void };

const longest = 500;

/** Asks for the reason of an act that others read it with. */
export const ReasonDialog = ({ title, about, action, opened, busy, onReason, onClose }: Parts) => {
  const words = useWords();
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const missing = tried && why.trim() === '';
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
      <form
        className={styles['fields']} noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (why.trim() !== '') onReason(why.trim());
        }}
      >
        <p>{about}</p>
        <Textarea label={words.t('unitTree.why')} value={why} maxLength={longest} autosize minRows={3} data-autofocus error={missing && words.t('unitTree.fault-why')} onChange={(event) => setWhy(event.currentTarget.value)} />
        <div className={styles['dialogButtons']}>
          <Button variant="default" onClick={onClose}>{words.t('shell.cancel')}</Button>
          <Button type="submit" loading={busy}>{action}</Button>
        </div>
      </form>
    </Modal>
  );
};
