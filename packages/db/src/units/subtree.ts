import type { IsoDate, UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { day } from '../rules/index.ts';
import { pgArray } from '../tenancy/index.ts';

/** Which units: those of a scope, and of these (given its stable code) one with all below it. */
export type Subtree = { scope: UnitScope; unit?: string | undefined };

// A path ends with a slash, after which '0' is the next sign: the range is all that begins with the path, and the index of paths serves it.
const below = (above: SQL, on: IsoDate): SQL => sql`v.path >= ${above}.path and v.path < left(${above}.path, -1) || '0' and ${above}.valid @> ${day(on)}`;

/**
 * The ids of the units of a subtree as they stand on a date, as an array for `unit_id = any(…)`: resolved before anything is joined to
 * it. Undefined where nothing is cut away; empty where the unit is not known on the date, or the scope hides it.
 */
export const unitIdsOf = ({ scope, unit }: Subtree, on: IsoDate): SQL | undefined => {
  if (scope.kind === 'everything' && unit === undefined) return undefined;
  const ofScope = scope.kind === 'everything' ? sql`` : sql`join unit_versions r on r.unit_id = any(${pgArray(scope.roots)}::uuid[]) and ${below(sql`r`, on)}`;
  const ofUnit = unit === undefined ? sql`` : sql`join unit_versions b on b.unit_id = (select id from units where code = ${unit}) and ${below(sql`b`, on)}`;
  return sql`array(select v.unit_id from unit_versions v ${ofScope} ${ofUnit} where v.valid @> ${day(on)})`;
};
