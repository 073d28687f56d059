import { createRoute } from '@tanstack/react-router';
import { type InboxSearch, inboxQuery, noticesQuery } from '../features/inbox/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

/** What waits for whoever is signed in: of which kind, or only what is late; and which bulk move of his is looked at. */
export const inboxRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/inbox',
  validateSearch: ({ kind, late, bulk }): InboxSearch => withoutEmpty({ kind: textOr(kind), late: late === true || undefined, bulk: textOr(bulk) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params: { tenant }, deps }) => void queries.prefetchQuery(inboxQuery(tenant, deps)),
  component: lazyPage(['cases'], () => import('../features/inbox/inbox-page.tsx'), 'InboxPage'),
});

/** One case. */
export const caseRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/inbox/$case',
  component: lazyPage(['cases'], () => import('../features/inbox/case-page.tsx'), 'CasePage'),
});

/** What whoever is signed in was told about cases: all, or what he has not read. */
export const noticesRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/notices',
  validateSearch: ({ unread }): { unread?: boolean } => withoutEmpty({ unread: unread === true || undefined }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params: { tenant }, deps }) => void queries.prefetchInfiniteQuery(noticesQuery(tenant, deps)),
  component: lazyPage(['cases'], () => import('../features/inbox/notices-page.tsx'), 'NoticesPage'),
});
