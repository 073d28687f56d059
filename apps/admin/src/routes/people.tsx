import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { peopleQuery } from '../features/people/queries.ts';
import { dayOr, numberOr, oneOf, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

const states = ['declared', 'verified', 'rejected', 'void'] as const;
const kinds = ['cadre', 'civil-servant', 'public-employee', 'contract-staff'] as const;

/** Which people: everything that a list is filtered by is in its address. */
export type PeopleSearch = { on?: string; search?: string; unit?: string; kind?: (typeof kinds)[number]; rank?: string; level?: number; state?: (typeof states)[number] };

/** The list of people. */
export const peopleRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/people',
  validateSearch: ({ on, search, unit, kind, rank, level, state }): PeopleSearch =>
    withoutEmpty({ on: dayOr(on), search: textOr(search), unit: textOr(unit), kind: oneOf(kind, kinds), rank: textOr(rank), level: numberOr(level), state: oneOf(state, states) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params: { tenant }, deps }) => void queries.prefetchInfiniteQuery(peopleQuery(tenant, deps)),
  component: lazyRouteComponent(() => import('../features/people/people-page.tsx'), 'PeoplePage'),
});
