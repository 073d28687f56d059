import type { IsoDate, UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { covers, day } from '../rules/index.ts';
import { pgArray } from '../tenancy/index.ts';

/** Where a unit stood on a date; if it was not there then, where it last stood before, or first stood after. */
const placeOf = (unit: SQL, on: IsoDate): SQL => sql`
  select v.path, v.valid from unit_versions v where v.unit_id = ${unit}
  order by v.valid @> ${day(on)} desc, lower(v.valid) <= ${day(on)} desc, case when lower(v.valid) <= ${day(on)} then lower(v.valid) end desc, lower(v.valid) limit 1`;

/** Whether a unit stands in a scope on a date. */
export const unitInScope = (scope: UnitScope, unit: SQL, on: IsoDate): SQL => {
  if (scope.kind === 'everything') return sql`true`;
  if (scope.roots.length === 0) return sql`false`;
  return sql`exists (
    select 1 from (${placeOf(unit, on)}) place join unit_versions r on r.unit_id = any(${pgArray(scope.roots)}::uuid[]) and r.valid && place.valid and starts_with(place.path, r.path))`;
};

// The post that decides whose somebody is: a main one before others, one held on the date before those of the past, these before those to come.
const decidingUnit = (person: SQL, on: IsoDate): SQL => sql`(
  select a.unit_id from assignments a where a.person_id = ${person}
  order by ${covers('a', on)} desc, a.valid_from <= ${day(on)} desc, a.main desc, case when a.valid_from <= ${day(on)} then a.valid_to end desc, a.valid_from limit 1)`;

/**
 * Whether a scope holds a person: the unit where he is assigned on the date, or was last assigned before it, or (of somebody who is still
 * to begin) will first be. Nobody but a scope of everything holds a person who never had a post.
 */
export const personInScope = (scope: UnitScope, person: SQL, on: IsoDate): SQL => unitInScope(scope, decidingUnit(person, on), on);
