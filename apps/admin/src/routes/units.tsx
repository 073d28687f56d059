import { createRoute } from '@tanstack/react-router';
import { unitDaysQuery, unitQuery, unitsQuery } from '../features/units/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { dayOr, oneOf, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

const lines = ['reports-to', 'budgets-through'] as const;

/** What of the tree is shown: the day, what is looked for, which units are open (their codes with commas between, or `all`), by which line, only what the day changed. */
export type UnitsSearch = { on?: string; search?: string; open?: string; line?: (typeof lines)[number]; changed?: true };

/** The tree of units on a day. */
export const unitsRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/units',
  validateSearch: ({ on, search, open, line, changed }): UnitsSearch =>
    withoutEmpty({ on: dayOr(on), search: textOr(search), open: textOr(open), line: oneOf(line, lines), changed: changed === true ? true : undefined }),
  loaderDeps: ({ search: { on } }) => ({ on }),
  loader: ({ context: { queries, me }, params: { tenant }, deps: { on = me.today } }) => {
    void queries.prefetchQuery(unitsQuery(tenant, on));
    void queries.prefetchQuery(unitDaysQuery(tenant));
  },
  component: lazyPage(['unitTree'], () => import('../features/units/units-page.tsx'), 'UnitsPage'),
});

/** One unit over time. */
export const unitRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/units/$unit',
  validateSearch: ({ on }): { on?: string } => withoutEmpty({ on: dayOr(on) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries, me }, params: { tenant, unit }, deps: { on = me.today } }) => void queries.prefetchQuery(unitQuery(tenant, unit, on)),
  component: lazyPage(['unitTree'], () => import('../features/units/unit-page.tsx'), 'UnitPage'),
});
