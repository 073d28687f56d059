import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../shell/index.ts';
import { tenantRoute } from './tenant.tsx';

/** The imports of a tenant, and the upload of another. */
export const importsRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/imports',
  component: lazyPage(['importDesk'], () => import('../features/imports/imports-page.tsx'), 'ImportsPage'),
});
