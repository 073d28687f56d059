import { Textarea } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { useState } from 'react';

import styles from './parts.module.css';
import { useWords } from './use-lao.ts';

type Parts = { title: string; about?: string | undefined; action: string; busy: boolean; error: string | undefined; onConfirm: (reason: string) => void; onClose: () => void };

/** Asks for the reason that a decision is not taken without; whoever is concerned reads it. */
export const ReasonDialog = ({ title, about, action, busy, error, onConfirm, onClose }: Parts) => {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = asked && reason.trim() === '';
  const confirm = (): void => {
    setAsked(true);
    if (reason.trim() !== '') onConfirm(reason.trim());
  };
  return (
    <ConfirmDialog opened title={title} action={action} calm busy={busy} onConfirm={confirm} onClose={onClose}>
      {about !== undefined && <p>{about}</p>}
      <Textarea label={t('ui.reason')} autosize minRows={2} value={reason} error={missing ? t('ui.reasonNeeded') : undefined} onChange={(event) => setReason(event.currentTarget.value)} />
      {error !== undefined && (
        <p role="alert" className={styles['wrong']}>
          {error}
        </p>
      )}
    </ConfirmDialog>
  );
};
