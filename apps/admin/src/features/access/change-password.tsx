import { FaultSummary, useProductForm } from '@saubac/ui/form';
import { Section } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { useFormFaults, useWords } from '../../shell/index.ts';
import styles from './access.module.css';
import { changePassword } from './mutations.ts';
import { newPasswordFaults } from './new-password-form.tsx';

const PasswordChangeForm = () => {
  const words = useWords();
  const change = useMutation(changePassword(useQueryClient()));
  const { faults, take, clear } = useFormFaults(['current', 'password'], { ...newPasswordFaults, 'wrong-password': 'current' });
  const form = useProductForm({
    defaultValues: { current: '', password: '', again: '' },
    validators: {
      onSubmit: z
        .object({
          current: z.string().check(z.minLength(1, words.t('access.passwordMissing'))),
          password: z.string().check(z.minLength(1, words.t('access.passwordMissing'))),
          again: z.string(),
        })
        .check(z.refine((it) => it.password === it.again, { path: ['again'], error: words.t('access.passwordsDiffer') })),
    },
    onSubmit: async ({ value: { current, password } }) => {
      clear();
      try {
        await change.mutateAsync({ current, password });
        form.reset();
      } catch (error) {
        take(error);
      }
    },
  });
  const show = words.t('access.showPassword');
  return (
    <form.AppForm>
      <form.FormFrame>
        <FaultSummary faults={faults} />
        {change.isSuccess && <Notice live>{words.t('access.passwordChanged')}</Notice>}
        <form.AppField name="current">{(field) => <field.PasswordField label={words.t('access.currentPassword')} autoComplete="current-password" show={show} />}</form.AppField>
        <form.AppField name="password">
          {(field) => <field.PasswordField label={words.t('access.newPassword')} hint={words.t('access.newPasswordHint')} autoComplete="new-password" show={show} />}
        </form.AppField>
        <form.AppField name="again">{(field) => <field.PasswordField label={words.t('access.newPasswordAgain')} autoComplete="new-password" show={show} />}</form.AppField>
        <form.SubmitButton>{words.t('access.changePassword')}</form.SubmitButton>
      </form.FormFrame>
    </form.AppForm>
  );
};

/** The change of the password, for accounts that have one. */
export const ChangePassword = ({ account }: { account: { hasPassword: boolean } }) => {
  const words = useWords();
  return (
    <Section title={words.t('access.changePassword')}>
      {account.hasPassword ? (
        <div className={styles['form']}>
          <p className={styles['about']}>{words.t('access.changePasswordAbout')}</p>
          <PasswordChangeForm />
        </div>
      ) : (
        <p className={styles['about']}>{words.t('access.noPassword')}</p>
      )}
    </Section>
  );
};
