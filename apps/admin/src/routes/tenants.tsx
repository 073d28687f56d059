import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountQuery } from '../features/access/queries.ts';
import { rootRoute } from './root.tsx';
import { toSignIn } from './session-gate.ts';

/** The choice of a tenant. */
export const tenantsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tenants',
  beforeLoad: async ({ context, location }) => {
    await context.queries.ensureQueryData(accountQuery()).catch((error: unknown) => toSignIn(error, location.href));
  },
  component: lazyRouteComponent(() => import('../features/access/tenants-page.tsx'), 'TenantsPage'),
});
