import type { IsoDate, UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { unitIdsInside } from '../access/index.ts';
import { day } from '../rules/index.ts';

/** Which units: those of a scope, and of these (given its stable code) one with all below it. */
export type Subtree = { scope: UnitScope; unit?: string | undefined };

/**
 * The ids of the units of a subtree as they stand on a date, as an array for `unit_id = any(…)`: resolved before anything is joined to
 * it. Undefined where nothing is cut away; empty where the unit is not known on the date, or the scope hides it.
 */
export const unitIdsOf = ({ scope, unit }: Subtree, on: IsoDate): SQL | undefined => {
  const inside = scope.kind === 'everything' ? undefined : unitIdsInside(scope, on);
  if (unit === undefined) return inside;
  // A path ends with a slash, after which '0' is the next sign: the range is all that begins with the path, and the index of paths serves it.
  return sql`array(
    select v.unit_id from unit_versions top join unit_versions v on v.path >= top.path and v.path < left(top.path, -1) || '0'
    where top.unit_id = (select id from units where code = ${unit}) and top.valid @> ${day(on)} and v.valid @> ${day(on)}${inside ? sql` and top.unit_id = any(${inside})` : sql``})`;
};
