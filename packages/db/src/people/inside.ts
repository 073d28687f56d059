import type { IsoDate, UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { day, listOf } from '../rules/index.ts';

// Paths change with reforms: somebody last assigned to a unit that is gone since is where that unit stood then.
const unitsBelow = (roots: SQL): SQL => sql`
  select v.unit_id from unit_versions v join unit_versions r on r.unit_id in (${roots}) and starts_with(v.path, r.path) and v.valid && r.valid`;

/** Of several posts on a date the current one, the main one, the one that lasts longest: where somebody is, or was last. */
const order = (alias: string, on: IsoDate): SQL => sql`${sql.raw(alias)}.valid_to > ${day(on)}, ${sql.raw(alias)}.main, ${sql.raw(alias)}.valid_to`;

/** The unit where a person is assigned on a date or was last assigned before it, as a subquery of one value. */
export const unitOfPerson = (person: SQL, on: IsoDate): SQL => sql`
  (select z.unit_id from assignments z where z.person_id = ${person} and z.valid_from <= ${day(on)} order by z.valid_to > ${day(on)} desc, z.main desc, z.valid_to desc limit 1)`;

/** A condition: the person is, or was last, in a unit of the scope on the date. For one person; for many see `peopleInside`. */
export const personInside = (scope: UnitScope, person: SQL, on: IsoDate): SQL => {
  if (scope.kind === 'everything') return sql`true`;
  return scope.roots.length === 0 ? sql`false` : sql`${unitOfPerson(person, on)} in (${unitsBelow(listOf(scope.roots))})`;
};

const peopleOfUnits = (roots: SQL, person: SQL, on: IsoDate): SQL => sql`
  ${person} = any(array(
    select a.person_id from assignments a where a.unit_id = any(array(${unitsBelow(roots)})) and a.valid_from <= ${day(on)}
      and not exists (select 1 from assignments b where b.person_id = a.person_id and b.id <> a.id and b.valid_from <= ${day(on)} and (${order('b', on)}) > (${order('a', on)}))))`;

/** The same condition for lists: units and people become arrays first, so that indexes cut the rows before any join. */
export const peopleInside = (scope: UnitScope, person: SQL, on: IsoDate): SQL => {
  if (scope.kind === 'everything') return sql`true`;
  return scope.roots.length === 0 ? sql`false` : peopleOfUnits(listOf(scope.roots), person, on);
};

/** A condition: the person is, or was last, in the unit of a stable code or below it on the date. */
export const peopleBelow = (code: string, person: SQL, on: IsoDate): SQL => peopleOfUnits(sql`select id from units where code = ${code}::text`, person, on);
