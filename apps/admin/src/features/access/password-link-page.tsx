import { FaultSummary, useProductForm } from '@saubac/ui/form';
import { NarrowPage } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod/mini';
import { ask, PageShell, useFormFaults, usePageTitle, useWords } from '../../shell/index.ts';
import { NewPasswordForm } from './new-password-form.tsx';

/** What stands after the # of the link: it never goes to a server as part of an address. */
const tokenOfLink = (): string => window.location.hash.slice(1);

const BackToSignIn = () => {
  const words = useWords();
  return (
    <p>
      <Link to="/sign-in">{words.t('access.backToSignIn')}</Link>
    </p>
  );
};

const AskForMail = () => {
  const words = useWords();
  const [sent, setSent] = useState(false);
  const { faults, take, clear } = useFormFaults(['email']);
  const form = useProductForm({
    defaultValues: { email: '' },
    validators: { onSubmit: z.object({ email: z.string().check(z.trim(), z.minLength(1, words.t('access.emailMissing'))) }) },
    onSubmit: async ({ value }) => {
      clear();
      try {
        await ask((api) => api.askForReset({ body: { email: value.email.trim() } }));
        setSent(true);
      } catch (error) {
        take(error);
      }
    },
  });
  if (sent) return <Notice live>{words.t('access.resetSent')}</Notice>;
  return (
    <form.AppForm>
      <form.FormFrame>
        <FaultSummary faults={faults} />
        <form.AppField name="email">{(field) => <field.TextField label={words.t('access.email')} autoComplete="username" inputMode="email" autoFocus />}</form.AppField>
        <form.SubmitButton>{words.t('access.resetSend')}</form.SubmitButton>
      </form.FormFrame>
    </form.AppForm>
  );
};

const PasswordByLink = ({ use, token }: { use: 'acceptInvitation' | 'completeReset'; token: string }) => {
  const words = useWords();
  const [email, setEmail] = useState<string>();
  if (email !== undefined) return <Notice live>{words.t('access.passwordSet', { email })}</Notice>;
  const send = async (password: string) => setEmail((await ask((api) => api[use]({ body: { token, password } }))).email);
  return <NewPasswordForm onSend={send} />;
};

/** A forgotten password: asks for a mail; with the link of the mail sets another one. */
export const PasswordResetPage = () => {
  const words = useWords();
  const [token] = useState(tokenOfLink);
  const title = words.t(token ? 'access.newPasswordTitle' : 'access.resetTitle');
  usePageTitle(title);
  return (
    <PageShell>
      <NarrowPage title={title} about={token ? undefined : words.t('access.resetAbout')}>
        {token ? <PasswordByLink use="completeReset" token={token} /> : <AskForMail />}
        <BackToSignIn />
      </NarrowPage>
    </PageShell>
  );
};

/** The first password of somebody who was invited. */
export const InvitationPage = () => {
  const words = useWords();
  const [token] = useState(tokenOfLink);
  usePageTitle(words.t('access.invitationTitle'));
  return (
    <PageShell>
      <NarrowPage title={words.t('access.invitationTitle')} about={words.t('access.invitationAbout')}>
        {token ? <PasswordByLink use="acceptInvitation" token={token} /> : <Notice tone="bad">{words.t('access.linkWithoutToken')}</Notice>}
        <BackToSignIn />
      </NarrowPage>
    </PageShell>
  );
};
