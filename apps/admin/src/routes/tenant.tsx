import { createRoute, Outlet, redirect } from '@tanstack/react-router';
import { accountQuery, meQuery } from '../features/access/queries.ts';
import { SignedInShell } from '../features/access/signed-in-shell.tsx';
import { NothingHere } from '../shell/fallback-pages.tsx';
import { Refused } from '../shell/index.ts';
import { rootRoute } from './root.tsx';
import { toSignIn } from './session-gate.ts';

const Page = () => {
  const { tenant } = tenantRoute.useParams();
  return (
    <SignedInShell tenant={tenant}>
      <Outlet />
    </SignedInShell>
  );
};

/** All pages of one tenant. Whoever may not enter is sent where he can do something about it. */
export const tenantRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/t/$tenant',
  beforeLoad: async ({ context: { queries }, params, location }) => {
    try {
      return { me: await queries.ensureQueryData(meQuery(params.tenant)) };
    } catch (error) {
      const code = error instanceof Refused ? error.problem.code : undefined;
      if (code === 'unknown-tenant' || code === 'not-found') throw redirect({ to: '/tenants', replace: true });
      // The session is whole and the tenant still asks for a second factor: there is none yet.
      if (code === 'second-factor-needed' && (await queries.fetchQuery(accountQuery()).catch(() => undefined))) throw redirect({ to: '/account', search: { need: 'second-factor' }, replace: true });
      return toSignIn(error, location.href);
    }
  },
  component: Page,
  notFoundComponent: NothingHere,
});
