import { createRoute } from '@tanstack/react-router';
import { importsQuery } from '../features/imports/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { tenantRoute } from './tenant.tsx';

/** The imports of a tenant, and the upload of another. */
export const importsRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/imports',
  loader: ({ context: { queries, me }, params: { tenant } }) => (me.permissions.includes('roster.import') ? void queries.prefetchInfiniteQuery(importsQuery(tenant)) : undefined),
  component: lazyPage(['importDesk'], () => import('../features/imports/imports-page.tsx'), 'ImportsPage'),
});
