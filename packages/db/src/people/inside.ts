import { rootsOn, type IsoDate, type UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { personInside, unitIdsInside } from '../access/index.ts';
import { covers, day } from '../rules/index.ts';
import { pgArray } from '../tenancy/index.ts';

/** The unit where a person is on a date, was last, or will be first, as a subquery of one value: the main post before others. */
export const unitOfPerson = (person: SQL, on: IsoDate): SQL => sql`
  (select z.unit_id from assignments z where z.person_id = ${person}
   order by z.valid_from > ${day(on)}, ${covers('z', on)} desc, case when z.valid_from > ${day(on)} then z.valid_from end, z.main desc, z.valid_to desc limit 1)`;

/**
 * The people of whom `personInside` is true, as a `uuid[]` that is computed before any join, so that indexes cut the rows: for lists, to be
 * computed once a query. Only those without a post on the date, who once stood below a root, are looked at one by one. Not for everything.
 */
export const peopleIdsInside = (scope: UnitScope & { kind: 'subtrees' }, on: IsoDate): SQL => {
  const roots = [...scope.roots, ...scope.dated.map((it) => it.unit)];
  if (roots.length === 0) return sql`'{}'::uuid[]`;
  const now = rootsOn(scope, on).length === 0 ? sql`'{}'::uuid[]` : unitIdsInside(scope, on);
  const ever = sql`array(select v.unit_id from unit_versions v join unit_versions r on r.unit_id = any(${pgArray(roots)}::uuid[]) and starts_with(v.path, r.path) and v.valid && r.valid)`;
  return sql`array(
    select a.person_id from assignments a where a.unit_id = any(${now}) and ${covers('a', on)}
    union all
    select q.person_id from (
      select distinct a.person_id from assignments a where a.unit_id = any(${ever}) and not (${covers('a', on)})
        and not exists (select 1 from assignments b where b.person_id = a.person_id and ${covers('b', on)})
    ) q where ${personInside(sql`q.person_id`, scope, on)})`;
};
