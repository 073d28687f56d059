import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** A grant that names a unit of a change, or one above it would not: only those on the units themselves. */
export type TouchedGrant = { id: string; role: string; line: string; unit: string; user: string };

/** Grants on some units that hold on a day or later. */
export const grantsOn = async (db: TenantSql, units: readonly string[], on: IsoDate): Promise<TouchedGrant[]> => [
  ...(await db.execute<TouchedGrant>(sql`
    select g.id, g.role, g.line, u.code as unit, g.user_id as user from grants g join units u on u.id = g.unit_id where u.code = any(${pgArray(units)}::text[]) and g.valid_to > ${on}::date order by u.code, g.role, g.id`)),
];

/** Where a plan in force on a day or later names one of some units: its scope, or a place in its document. */
export type TouchedPlan = { plan: string; version: number; unit: string; place: 'scope' | 'targets' | 'tasks' | 'rules' };

/** Plans that name some units. Codes stand in a document as whole texts, in lists or alone; which of its parts names one is told. */
export const plansNaming = async (db: TenantSql, units: readonly string[], on: IsoDate): Promise<TouchedPlan[]> => [
  ...(await db.execute<TouchedPlan>(sql`
    with ruling as (
      select v.id, v.number, p.code as plan, v.document from plan_versions v join plans p on p.id = v.plan_id where v.withdrawn_at is null
        and not exists (select 1 from plan_versions x where x.plan_id = v.plan_id and x.withdrawn_at is null and x.in_force_from > v.in_force_from and x.in_force_from <= ${on}::date)
    ), parts as (
      select r.plan, r.number, case k.key when 'targets' then 'targets' when 'bodies' then 'tasks' else 'rules' end as place, k.value::text as text from ruling r, jsonb_each(r.document) k
      where k.key in ('targets', 'bodies', 'subjects', 'exclusions', 'governmentLevels')
    )
    select plan, version, unit, place from (
      select r.plan, r.number as version, u.code as unit, 'scope' as place from ruling r join plan_scopes s on s.plan_version_id = r.id join units u on u.id = s.unit_id where u.code = any(${pgArray(units)}::text[])
      union select p.plan, p.number, c.code, p.place from parts p join unnest(${pgArray(units)}::text[]) as c (code) on position('"' || c.code || '"' in p.text) > 0
    ) t order by plan, version, place, unit`)),
];
