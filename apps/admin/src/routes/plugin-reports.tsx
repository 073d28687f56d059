import { createRoute } from '@tanstack/react-router';
import { pluginReportsQuery } from '../features/access/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { dayOr, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

/** Sections of the yearly report that plugins bring: which one, from which day to which. */
export const pluginReportsRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/plugin-reports',
  validateSearch: ({ report, from, to }): { report?: string; from?: string; to?: string } => withoutEmpty({ report: textOr(report), from: dayOr(from), to: dayOr(to) }),
  loader: ({ context: { queries }, params: { tenant } }) => void queries.prefetchQuery(pluginReportsQuery(tenant)),
  component: lazyPage(['extensions'], () => import('../features/plugin-reports/plugin-reports-page.tsx'), 'PluginReportsPage'),
});
