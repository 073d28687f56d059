import { createRoute } from '@tanstack/react-router';
import { peopleQuery } from '../features/people/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { dayOr, numberOr, oneOf, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

const states = ['declared', 'verified', 'rejected', 'void'] as const;
const kinds = ['cadre', 'civil-servant', 'public-employee', 'contract-staff'] as const;

/** Which people: everything that a list is filtered and sorted by is in its address. */
export type PeopleSearch = { on?: string; search?: string; unit?: string; kind?: (typeof kinds)[number]; rank?: string; level?: number; state?: (typeof states)[number]; sort?: 'unit' };

/** The list of people. */
export const peopleRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/people',
  validateSearch: ({ on, search, unit, kind, rank, level, state, sort }): PeopleSearch =>
    withoutEmpty({ on: dayOr(on), search: textOr(search), unit: textOr(unit), kind: oneOf(kind, kinds), rank: textOr(rank), level: numberOr(level), state: oneOf(state, states), sort: oneOf(sort, ['unit']) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params: { tenant }, deps }) => void queries.prefetchQuery(peopleQuery(tenant, deps, 0)),
  component: lazyPage(['people'], () => import('../features/people/people-page.tsx'), 'PeoplePage'),
});
