import { FaultSummary, useProductForm } from '@saubac/ui/form';
import { z } from 'zod/mini';
import { useFormFaults, useWords } from '../../shell/index.ts';

/** Faults of a new password that the server alone finds, and the field they are about. */
export const newPasswordFaults = { 'password-too-short': 'password', 'password-too-long': 'password', 'password-too-common': 'password', 'password-is-email': 'password' };

/** A new password, twice. `onSend` gives it away; what it throws is said above the form. */
export const NewPasswordForm = ({ onSend }: { onSend: (password: string) => Promise<void> }) => {
  const words = useWords();
  const { faults, take, clear } = useFormFaults(['password'], newPasswordFaults);
  const form = useProductForm({
    defaultValues: { password: '', again: '' },
    validators: {
      onSubmit: z
        .object({ password: z.string().check(z.minLength(1, words.t('access.passwordMissing'))), again: z.string() })
        .check(z.refine((it) => it.password === it.again, { path: ['again'], error: words.t('access.passwordsDiffer') })),
    },
    onSubmit: async ({ value }) => {
      clear();
      await onSend(value.password).catch(take);
    },
  });
  return (
    <form.AppForm>
      <form.FormFrame>
        <FaultSummary faults={faults} />
        <form.AppField name="password">
          {(field) => <field.PasswordField label={words.t('access.newPassword')} hint={words.t('access.newPasswordHint')} autoComplete="new-password" show={words.t('access.showPassword')} />}
        </form.AppField>
        <form.AppField name="again">{(field) => <field.PasswordField label={words.t('access.newPasswordAgain')} autoComplete="new-password" show={words.t('access.showPassword')} />}</form.AppField>
        <form.SubmitButton>{words.t('access.setPassword')}</form.SubmitButton>
      </form.FormFrame>
    </form.AppForm>
  );
};
