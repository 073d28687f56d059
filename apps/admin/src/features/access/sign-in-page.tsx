import { NarrowPage } from '@saubac/ui/frame';
import { Notice } from '@saubac/ui/states';
import { Link } from '@tanstack/react-router';
import { PageShell, usePageTitle, useWords } from '../../shell/index.ts';
import { CodeForm } from './code-form.tsx';
import { PasswordForm } from './password-form.tsx';
import { SingleSignOn } from './single-sign-on.tsx';

type Parts = { step: 'password' | 'code'; ended: boolean; problem: string | undefined; to: string; onStep: (step: 'password' | 'code') => void; onDone: () => void };

/** Signing in: address and password, then the code where the account has a second factor. */
export const SignInPage = ({ step, ended, problem, to, onStep, onDone }: Parts) => {
  const words = useWords();
  const title = words.t(step === 'code' ? 'access.codeTitle' : 'access.signIn');
  usePageTitle(title);
  return (
    <PageShell>
      {step === 'code' ? (
        <NarrowPage title={title} about={words.t('access.codeAbout')}>
          <CodeForm onDone={onDone} onOtherAccount={() => onStep('password')} />
        </NarrowPage>
      ) : (
        <NarrowPage title={title}>
          {ended && <Notice>{words.t('access.sessionEnded')}</Notice>}
          {problem !== undefined && <Notice tone="bad">{words.t('access.ssoFailed', { why: words.named('access', `problem-${problem}`) })}</Notice>}
          <PasswordForm onCode={() => onStep('code')} onDone={onDone} />
          <p>
            <Link to="/reset">{words.t('access.forgotten')}</Link>
          </p>
          <SingleSignOn to={to} />
        </NarrowPage>
      )}
    </PageShell>
  );
};
