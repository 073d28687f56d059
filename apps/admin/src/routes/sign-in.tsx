import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { localPath } from './local-path.ts';
import { rootRoute } from './root.tsx';

/** `problem`: why a single sign-on did not let somebody in; `to`: where to go afterwards; `ended`: a session ended on the way; `step`: the password was given, the code is missing. */
type Search = { to?: string; ended?: true; step?: 'code'; problem?: string };

// Who is signed in needs no form.
const SignInPage = lazyRouteComponent(() => import('../features/access/sign-in-page.tsx'), 'SignInPage');

const Page = () => {
  const { to, ended, step, problem } = signInRoute.useSearch();
  const navigate = signInRoute.useNavigate();
  return (
    <SignInPage
      step={step ?? 'password'}
      ended={ended === true}
      problem={problem}
      to={localPath(to)}
      onStep={(next) => void navigate({ to: '.', search: (now) => ({ ...(now.to ? { to: now.to } : {}), ...(next === 'code' ? { step: next } : {}) }), replace: true })}
      onDone={() => void navigate({ href: localPath(to), replace: true })}
    />
  );
};

/** Signing in. */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: ({ to, ended, step, problem }): Search => ({
    ...(typeof to === 'string' ? { to: localPath(to) } : {}),
    ...(ended === true ? { ended } : {}),
    ...(step === 'code' ? { step } : {}),
    ...(typeof problem === 'string' && /^[a-z-]{3,40}$/.test(problem) ? { problem } : {}),
  }),
  component: Object.assign(Page, { preload: () => SignInPage.preload?.() }),
});
