import { TextInput } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused, useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import { cancelClose } from './mutations.ts';
import type { Close } from './queries.ts';

/** Asks before a close is given up, and why. */
export const GiveUp = ({ tenant, close, opened, onClose }: { tenant: string; close: Close; opened: boolean; onClose: () => void }) => {
  const words = useWords();
  const [why, setWhy] = useState('');
  const cancel = useMutation(cancelClose(useQueryClient(), tenant, close));
  return (
    <ConfirmDialog
      title={words.t('closing.giveUpTitle')} action={words.t('closing.giveUp')} keep={words.t('closing.keep')} opened={opened} busy={cancel.isPending}
      onConfirm={() => cancel.mutate(why.trim(), { onSuccess: onClose })} onClose={onClose}
    >
      <p>{words.t('closing.giveUpAbout')}</p>
      <TextInput className={styles['why']} label={words.t('closing.giveUpWhy')} value={why} autoComplete="off" onChange={(event) => setWhy(event.currentTarget.value)} />
      {cancel.error && (
        <Notice tone="bad" live>
          {cancel.error instanceof Refused ? words.text(cancel.error.problem.text) : words.t('shell.unreachable')}
        </Notice>
      )}
    </ConfirmDialog>
  );
};
