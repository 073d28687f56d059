import { createRoute } from '@tanstack/react-router';
import { accountQuery, sessionsQuery } from '../features/access/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { rootRoute } from './root.tsx';
import { toSignIn } from './session-gate.ts';

/** The own account. `need`: a tenant asked for a second factor. */
export const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  validateSearch: ({ need }): { need?: 'second-factor' } => (need === 'second-factor' ? { need } : {}),
  beforeLoad: async ({ context, location }) => {
    await context.queries.ensureQueryData(accountQuery()).catch((error: unknown) => toSignIn(error, location.href));
  },
  loader: ({ context }) => void context.queries.prefetchQuery(sessionsQuery()),
  component: lazyPage(['ownAccount', 'cases'], () => import('../features/access/account-page.tsx'), 'AccountPage'),
});
