import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../shell/index.ts';
import { tenantRoute } from './tenant.tsx';

/** What a tenant has decided for everybody. */
export const settingsRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/settings',
  component: lazyPage(['administration'], () => import('../features/administration/settings-page.tsx'), 'SettingsPage'),
});
