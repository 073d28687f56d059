import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../shell/index.ts';
import { tenantRoute } from './tenant.tsx';

/** The plugins of the installation, as they stand in a tenant. */
export const pluginsRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/plugins',
  component: lazyPage(['extensions'], () => import('../features/plugins/plugins-page.tsx'), 'PluginsPage'),
});

/** One plugin: what it brings, how it is enabled, its settings. */
export const pluginRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/plugins/$plugin',
  component: lazyPage(['extensions'], () => import('../features/plugins/plugin-page.tsx'), 'PluginPage'),
});
