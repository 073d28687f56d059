import { Button, Modal } from '@mantine/core';
import { FaultSummary, useProductForm } from '@saubac/ui/form';
import type { ReactNode } from 'react';
import { z } from 'zod/mini';
import { useFormFaults, useWords } from '../../shell/index.ts';
import styles from './access.module.css';

type Parts = { title: string; children: ReactNode; action: string; dangerous?: boolean; opened: boolean; onSend: (password: string) => Promise<void>; onClose: () => void };

const PasswordOnceMore = ({ action, dangerous = false, onSend, onClose }: Pick<Parts, 'action' | 'dangerous' | 'onSend' | 'onClose'>) => {
  const words = useWords();
  const { faults, take, clear } = useFormFaults(['password'], { 'wrong-password': 'password' });
  const form = useProductForm({
    defaultValues: { password: '' },
    validators: { onSubmit: z.object({ password: z.string().check(z.minLength(1, words.t('access.passwordMissing'))) }) },
    onSubmit: async ({ value }) => {
      clear();
      await onSend(value.password).catch(take);
    },
  });
  return (
    <form.AppForm>
      <form.FormFrame>
        <FaultSummary faults={faults} />
        <form.AppField name="password">{(field) => <field.PasswordField label={words.t('access.currentPassword')} autoComplete="current-password" show={words.t('access.showPassword')} />}</form.AppField>
        <div className={styles['buttons']}>
          <Button variant="default" onClick={onClose}>
            {words.t('shell.cancel')}
          </Button>
          <form.Subscribe selector={(state) => state.isSubmitting}>
            {(submitting) => (
              <Button type="submit" loading={submitting} {...(dangerous ? { color: 'red.9' } : {})}>
                {action}
              </Button>
            )}
          </form.Subscribe>
        </div>
      </form.FormFrame>
    </form.AppForm>
  );
};

/** Asks for the password once more before something about the account changes. */
export const PasswordDialog = ({ title, children, opened, onClose, ...rest }: Parts) => {
  const words = useWords();
  return (
    <Modal opened={opened} onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': words.t('shell.close') }}>
      <div className={styles['dialog']}>
        <p>{children}</p>
        <PasswordOnceMore onClose={onClose} {...rest} />
      </div>
    </Modal>
  );
};
