import { createRoute } from '@tanstack/react-router';
import { personQuery } from '../features/people/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { dayOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

/** The page of one person on a day. */
export const personRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/people/$person',
  validateSearch: ({ on }): { on?: string } => withoutEmpty({ on: dayOr(on) }),
  loaderDeps: ({ search }) => search,
  // Opening a file is noted, so it is opened when its page is, and not when somebody points at a link.
  preload: false,
  loader: ({ context: { queries, me }, params: { tenant, person }, deps }) => void queries.prefetchQuery(personQuery(tenant, person, deps.on ?? me.today)),
  component: lazyPage(['people'], () => import('../features/people/person-page.tsx'), 'PersonPage'),
});
