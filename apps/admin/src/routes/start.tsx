import { createRoute, redirect } from '@tanstack/react-router';
import { accountQuery } from '../features/access/queries.ts';
import { rootRoute } from './root.tsx';
import { toSignIn } from './session-gate.ts';

/** The first address: straight to the only tenant of an account, else to the choice. */
export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context, location }) => {
    const account = await context.queries.ensureQueryData(accountQuery()).catch((error: unknown) => toSignIn(error, location.href));
    const [only, ...others] = account.tenants;
    if (only && others.length === 0 && only.asksFor === 'nothing') throw redirect({ to: '/t/$tenant', params: { tenant: only.slug }, replace: true });
    throw redirect({ to: '/tenants', replace: true });
  },
});
