import { createRoute } from '@tanstack/react-router';
import { closeFiguresQuery, closeQuery, closesQuery, comparisonQuery } from '../features/closes/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { dayOr, numberOr, oneOf, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

const sets = ['denominator', 'reached', 'missing', 'focus'] as const;
const kinds = ['entered', 'left', 'gained', 'lost'] as const;

/** The closed periods. */
export const closesRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/closes',
  loader: ({ context: { queries }, params: { tenant } }) => void queries.prefetchInfiniteQuery(closesQuery(tenant)),
  component: lazyPage(['closing'], () => import('../features/closes/closes-page.tsx'), 'ClosesPage'),
});

/** Which period is about to be closed. `other`: its days are chosen one by one. */
export type NewCloseSearch = { from?: string; to?: string; cutOff?: string; other?: boolean };

/** Closing a period, step by step. */
export const newCloseRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/closes/new',
  validateSearch: ({ from, to, cutOff, other }): NewCloseSearch => withoutEmpty({ from: dayOr(from), to: dayOr(to), cutOff: dayOr(cutOff), other: other === true || undefined }),
  component: lazyPage(['closing'], () => import('../features/closes/new-close-page.tsx'), 'NewClosePage'),
});

/** One close. */
export const closeRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/closes/$close',
  loader: ({ context: { queries }, params: { tenant, close } }) => {
    void queries.prefetchQuery(closeQuery(tenant, close));
    void queries.prefetchQuery(closeFiguresQuery(tenant, close));
  },
  component: lazyPage(['closing'], () => import('../features/closes/close-page.tsx'), 'ClosePage'),
});

/** What of a closed target is looked at: a unit of then, which people, who is explained, by which plan version where several counted. */
export type CloseTargetSearch = { unit?: string; set?: (typeof sets)[number]; person?: string; version?: number };

/** One target of a close. */
export const closeTargetRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/closes/$close/targets/$target',
  validateSearch: ({ unit, set, person, version }): CloseTargetSearch => withoutEmpty({ unit: textOr(unit), set: oneOf(set, sets), person: textOr(person), version: numberOr(version) }),
  component: lazyPage(['closing'], () => import('../features/closes/close-target-page.tsx'), 'CloseTargetPage'),
});

/** Two closes side by side: which target is opened, and which change of it. */
export const compareClosesRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/closes/$close/compare/$other',
  validateSearch: ({ target, kind }): { target?: string; kind?: (typeof kinds)[number] } => withoutEmpty({ target: textOr(target), kind: oneOf(kind, kinds) }),
  loader: ({ context: { queries }, params: { tenant, close, other } }) => void queries.prefetchQuery(comparisonQuery(tenant, close, other)),
  component: lazyPage(['closing'], () => import('../features/closes/compare-page.tsx'), 'ComparePage'),
});
