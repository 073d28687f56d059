import { FaultSummary, useProductForm } from '@saubac/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { ask, useFormFaults, useWords } from '../../shell/index.ts';
import { filledIn } from './filled-in.ts';

/** Address and password. */
export const PasswordForm = ({ onCode, onDone }: { onCode: () => void; onDone: () => void }) => {
  const words = useWords();
  const queries = useQueryClient();
  const { faults, take, clear } = useFormFaults(['email', 'password']);
  const form = useProductForm({
    defaultValues: { email: '', password: '' },
    validators: { onSubmit: filledIn({ email: words.t('access.emailMissing'), password: words.t('access.passwordMissing') }) },
    onSubmit: async ({ value }) => {
      clear();
      try {
        const { next } = await ask((api) => api.signIn({ body: { email: value.email.trim(), password: value.password } }));
        // Nothing of whoever was signed in before stays.
        queries.clear();
        if (next === 'second-factor') onCode();
        else onDone();
      } catch (error) {
        take(error);
      }
    },
  });
  return (
    <form.AppForm>
      <form.FormFrame>
        <FaultSummary faults={faults} />
        <form.AppField name="email">{(field) => <field.TextField label={words.t('access.email')} autoComplete="username" inputMode="email" autoFocus />}</form.AppField>
        <form.AppField name="password">{(field) => <field.PasswordField label={words.t('access.password')} autoComplete="current-password" show={words.t('access.showPassword')} />}</form.AppField>
        <form.SubmitButton>{words.t('access.signIn')}</form.SubmitButton>
      </form.FormFrame>
    </form.AppForm>
  );
};
