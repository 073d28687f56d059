import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dayOr, oneOf, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

const groups = ['cohort', 'reached', 'missing', 'focus'] as const;

/** What the address of a target says: the day, the unit, whose names are shown, who is explained. */
export type TargetSearch = { on?: string; unit?: string; group?: (typeof groups)[number]; person?: string };

/** One target. */
export const targetRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/targets/$target',
  validateSearch: ({ on, unit, group, person }): TargetSearch => withoutEmpty({ on: dayOr(on), unit: textOr(unit), group: oneOf(group, groups), person: textOr(person) }),
  component: lazyRouteComponent(() => import('../features/target/target-page.tsx'), 'TargetPage'),
});
