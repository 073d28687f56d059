import type { IsoDate, UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { personInside, unitIdsInside, unitInside } from '../access/index.ts';
import { pgArray } from '../tenancy/pg-array.ts';

/**
 * The ids of everything that belongs to a unit of the scope on a date, as a query of one column: the units, the people whom the scope lets be
 * seen with their certificates, and the roles given there. Undefined where the scope is everything: then nothing is cut.
 */
export const subjectsInScope = (scope: UnitScope, on: IsoDate): SQL | undefined => {
  if (scope.kind === 'everything') return undefined;
  const roots = pgArray([...scope.roots, ...scope.dated.map((it) => it.unit)]);
  // Whoever ever had a post below a root may be inside; only of these it is asked, by what the whole product means by it.
  return sql`
    with staff as materialized (
      select p.person_id as id from (
        select distinct a.person_id from assignments a
        where a.unit_id = any(array(select v.unit_id from unit_versions r join unit_versions v on starts_with(v.path, r.path) and v.valid && r.valid where r.unit_id = any(${roots}::uuid[])))
      ) p where ${personInside(sql`p.person_id`, scope, on)}
    )
    select unnest(${unitIdsInside(scope, on)}) as id union all select id from staff union all select c.id from certificates c join staff on staff.id = c.person_id
    union all select g.id from grants g where ${unitInside(sql`g.unit_id`, scope, on)}`;
};

/**
 * The same for one subject (SQL of its id) at a time: quicker where most of what is asked about lies inside.
 */
export const subjectInScope = (subject: SQL, scope: UnitScope, on: IsoDate): SQL => sql`(
  ${unitInside(subject, scope, on)} or exists (select 1 from grants g where g.id = ${subject} and ${unitInside(sql`g.unit_id`, scope, on)}) or exists (
    select 1 from (select q.id from people q where q.id = ${subject} union all select q.person_id from certificates q where q.id = ${subject}) q where ${personInside(sql`q.id`, scope, on)}))`;
