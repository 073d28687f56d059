import { FaultSummary, useProductForm } from '@saubac/ui/form';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { ask, useFormFaults, useWords } from '../../shell/index.ts';

/** Address and password. */
export const PasswordForm = ({ onCode, onDone }: { onCode: () => void; onDone: () => void }) => {
  const words = useWords();
  const queries = useQueryClient();
  const { faults, take, clear } = useFormFaults(['email', 'password']);
  const form = useProductForm({
    defaultValues: { email: '', password: '' },
    validators: {
      onSubmit: z.object({
        email: z.string().check(z.trim(), z.minLength(1, words.t('access.emailMissing'))),
        password: z.string().check(z.minLength(1, words.t('access.passwordMissing'))),
      }),
    },
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
