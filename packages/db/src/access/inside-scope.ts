import { type IsoDate, rootsOn, type UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { day } from '../rules/source.ts';
import { pgArray } from '../tenancy/index.ts';

/** The ids of the units of a scope on a date, as a `uuid[]` that is computed once a query, before any join. Not for everything. */
export const unitIdsInside = (scope: UnitScope, on: IsoDate): SQL =>
  sql`array(select v.unit_id from unit_versions v join unit_versions r on r.unit_id = any(${pgArray(rootsOn(scope, on))}::uuid[]) and r.valid @> ${day(on)} and starts_with(v.path, r.path) where v.valid @> ${day(on)})`;

/**
 * Whether a unit (SQL of its id) lies in a scope on a date: the one meaning of that for every query. A unit that does not exist on the
 * date lies in everything only.
 */
export const unitInside = (unit: SQL, scope: UnitScope, on: IsoDate): SQL => {
  if (scope.kind === 'everything') return sql`true`;
  return rootsOn(scope, on).length === 0 ? sql`false` : sql`${unit} = any(${unitIdsInside(scope, on)})`;
};

/** The roots of a scope with their days, as rows `r(unit_id, from_day, to_day)`. */
const rootRows = (scope: UnitScope & { kind: 'subtrees' }): SQL => {
  const rows = [...scope.roots.map((unit) => ({ unit, from: '-infinity', to: 'infinity' })), ...scope.dated];
  return sql`unnest(${pgArray(rows.map((it) => it.unit))}::uuid[], ${pgArray(rows.map((it) => it.from))}::date[], ${pgArray(rows.map((it) => it.to))}::date[]) as r(unit_id, from_day, to_day)`;
};

/**
 * Whether the scope lets somebody (SQL of his id) be seen on a date: a post he holds then lies inside; or, if he holds none, the one he held
 * last before it, as its unit stood on his last day; or, if there was none either, the one he takes up first. Who never held a post is
 * seen by everything only.
 */
export const personInside = (person: SQL, scope: UnitScope, on: IsoDate): SQL => {
  if (scope.kind === 'everything') return sql`true`;
  const held = sql`select 1 from assignments a where a.person_id = ${person} and a.valid_from <= ${day(on)} and a.valid_to > ${day(on)}`;
  const nearest = sql`
    select a.unit_id, case when a.valid_to <= ${day(on)} then a.valid_to - 1 else a.valid_from end as day from assignments a
    where a.person_id = ${person} order by a.valid_from > ${day(on)}, case when a.valid_from > ${day(on)} then a.valid_from end, a.valid_to desc, a.main desc limit 1`;
  return sql`(exists (${held} and ${unitInside(sql`a.unit_id`, scope, on)}) or (not exists (${held}) and exists (
    select 1 from (${nearest}) n
    join unit_versions v on v.unit_id = n.unit_id and v.valid @> n.day
    join ${rootRows(scope)} on n.day >= r.from_day and n.day < r.to_day
    join unit_versions x on x.unit_id = r.unit_id and x.valid @> n.day and starts_with(v.path, x.path))))`;
};
