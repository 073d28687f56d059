import { Button, Modal, TextInput } from '@mantine/core';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused, useWords } from '../../shell/index.ts';
import styles from './closes.module.css';
import { sendBackClose } from './mutations.ts';
import type { Close } from './queries.ts';

/** Not signing: the figures go back to who prepared them, with the reason. */
export const SendBack = ({ tenant, close, opened, onClose }: { tenant: string; close: Close; opened: boolean; onClose: () => void }) => {
  const words = useWords();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = useMutation(sendBackClose(useQueryClient(), tenant, close));
  return (
    <Modal opened={opened} onClose={onClose} centered title={words.t('closing.sendBackTitle')} closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(reason.trim() === '');
          if (reason.trim() !== '') send.mutate(reason.trim(), { onSuccess: onClose });
        }}
      >
        <p>{words.t('closing.sendBackAbout')}</p>
        <TextInput
          className={styles['why']} label={words.t('closing.sendBackWhy')} value={reason} autoComplete="off" maxLength={500} data-autofocus error={missing ? words.t('closing.sendBackWhyNeeded') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {send.error && (
          <Notice tone="bad" live>
            {send.error instanceof Refused ? words.text(send.error.problem.text) : words.t('shell.unreachable')}
          </Notice>
        )}
        <div className={styles['buttons']}>
          <Button variant="default" onClick={onClose}>
            {words.t('closing.notSign')}
          </Button>
          <Button type="submit" color="red.9" loading={send.isPending}>
            {words.t('closing.sendBack')}
          </Button>
        </div>
      </form>
    </Modal>
  );
};
