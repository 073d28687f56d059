import type { IsoDate, UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { day } from '../rules/index.ts';
import { pgArray } from '../tenancy/pg-array.ts';

/**
 * The ids of everything that belongs to a unit of the scope, as a query of one column: the units themselves, the people assigned there on
 * the date (or last assigned before it), and their certificates. Undefined where the scope is everything: then nothing is cut.
 */
export const subjectsInScope = (scope: UnitScope, on: IsoDate): SQL | undefined => {
  if (scope.kind === 'everything') return undefined;
  return sql`
    with reach as materialized (
      select array(select distinct v.unit_id from unit_versions r join unit_versions v on starts_with(v.path, r.path) and v.valid && r.valid
                   where r.unit_id = any(${pgArray(scope.roots)}::uuid[])) as units
    ), staff as materialized (
      select p.person_id as id from reach, lateral (select distinct person_id from assignments where unit_id = any(reach.units)) p,
        lateral (select unit_id from assignments a where a.person_id = p.person_id and a.valid_from <= ${day(on)}
                 order by a.valid_to > ${day(on)} desc, a.main desc, a.valid_to desc limit 1) last
      where last.unit_id = any(reach.units)
    )
    select unnest(units) as id from reach union all select id from staff union all select c.id from certificates c join staff on staff.id = c.person_id`;
};
