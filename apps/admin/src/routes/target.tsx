import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../shell/index.ts';
import { dayOr, oneOf, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

const groups = ['cohort', 'reached', 'missing', 'focus', 'out'] as const;
const columns = ['denominator', 'numerator', 'percent', 'missing'] as const;

/** What the address of a target says: the day, the unit, whether units are those of today, how they are sorted, whose names are shown and looked for, who is explained. */
export type TargetSearch = { on?: string; unit?: string; units?: 'now'; sort?: (typeof columns)[number]; down?: true; group?: (typeof groups)[number]; search?: string; person?: string };

/** One target. */
export const targetRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/targets/$target',
  validateSearch: ({ on, unit, units, sort, down, group, search, person }): TargetSearch =>
    withoutEmpty({
      on: dayOr(on), unit: textOr(unit), units: oneOf(units, ['now']), sort: oneOf(sort, columns), down: down === true ? (true as const) : undefined, group: oneOf(group, groups),
      search: textOr(search), person: textOr(person),
    }),
  component: lazyPage(['target', 'people', 'related'], () => import('../features/target/target-page.tsx'), 'TargetPage'),
});
