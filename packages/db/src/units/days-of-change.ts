import type { IsoDate, UnitScope } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { unitInside } from '../access/index.ts';
import type { TenantDb } from '../tenancy/index.ts';

/** A day on which units changed: how many began, how many stand no more from that day on, and how many go on as something else. */
export type DayOfChange = { on: IsoDate; began: number; ended: number; changed: number };

/** The days on which units changed, also those to come; of a scope, the days of the units that it holds on `seen`. A unit is counted once a day. */
export const daysOfChange = async (db: TenantDb, scope: UnitScope, seen: IsoDate): Promise<DayOfChange[]> => [
  ...(await db.execute<DayOfChange>(sql`
    with kept as (
      select v.unit_id, lower(v.valid) as first, upper(v.valid) as "end", lag(upper(v.valid)) over w as before, lead(lower(v.valid)) over w as after
      from unit_versions v where ${unitInside(sql`v.unit_id`, scope, seen)} window w as (partition by v.unit_id order by v.valid)
    ), days as (
      select unit_id, first as day, case when before = first then 'changed' else 'began' end as kind from kept
      union all select unit_id, "end", 'ended' from kept where after is distinct from "end"
      union all select l.unit_id, d.day, 'changed' from unit_lines l cross join lateral (values (l.valid_from), (l.valid_to)) d (day) where l.line <> 'manages' and ${unitInside(sql`l.unit_id`, scope, seen)}
    ), units_of_day as (
      select day, unit_id, bool_or(kind = 'began') as began, bool_or(kind = 'ended') as ended from days where isfinite(day) group by day, unit_id
    )
    select day::text as "on", (count(*) filter (where began))::int as began, (count(*) filter (where ended and not began))::int as ended, (count(*) filter (where not began and not ended))::int as changed
    from units_of_day group by day order by day`)),
];
