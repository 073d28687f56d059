import { createRoute } from '@tanstack/react-router';
import { type AuditFilter, auditQuery, choicesQuery, lastCheckQuery } from '../features/audit-trail/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { dayOr, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

const filterOf = ({ from, to, actor, act, kind, subject }: Record<string, unknown>): AuditFilter =>
  withoutEmpty({ from: dayOr(from), to: dayOr(to), actor: textOr(actor), act: textOr(act), kind: textOr(kind), subject: textOr(subject) });

/** What was done in a tenant. */
export const auditRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/audit',
  validateSearch: filterOf,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params: { tenant }, deps }) => {
    void queries.prefetchInfiniteQuery(auditQuery(tenant, deps));
    void queries.prefetchQuery(choicesQuery(tenant));
    void queries.prefetchQuery(lastCheckQuery(tenant));
  },
  component: lazyPage(['auditTrail'], () => import('../features/audit-trail/audit-page.tsx'), 'AuditPage'),
});

/** One act; its address holds the filter of the list that it was opened from. */
export const auditEntryRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/audit/$entry',
  validateSearch: filterOf,
  // To open an act about a person counts as a look into his file, so it is not opened by pointing at it.
  preload: false,
  component: lazyPage(['auditTrail'], () => import('../features/audit-trail/entry-page.tsx'), 'EntryPage'),
});

/** Who opened the file of somebody. */
export const readingsRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/audit/readings',
  validateSearch: ({ person }): { person?: string } => withoutEmpty({ person: textOr(person) }),
  component: lazyPage(['auditTrail'], () => import('../features/audit-trail/readings-page.tsx'), 'ReadingsPage'),
});
