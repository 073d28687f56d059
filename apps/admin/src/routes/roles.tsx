import { createRoute } from '@tanstack/react-router';
import { rolesQuery } from '../features/administration/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { tenantRoute } from './tenant.tsx';

/** What each role may do. */
export const rolesRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/roles',
  loader: ({ context: { queries }, params: { tenant } }) => void queries.prefetchQuery(rolesQuery(tenant)),
  component: lazyPage(['administration'], () => import('../features/administration/roles-page.tsx'), 'RolesPage'),
});
