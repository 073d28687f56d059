import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { day } from '../rules/index.ts';
import type { TenantSql } from '../tenancy/index.ts';

/** A plan version and a plugin's fact that one of its rules names. */
export type FactUse = { plan: string; number: number; fact: string };

/** Where plans that are in force on a date, or will be later, name facts of a plugin, in whatever part of the plan. */
export const plansUsing = async (db: TenantSql, plugin: string, on: IsoDate): Promise<FactUse[]> => [
  ...(await db.execute<FactUse>(sql`
    select distinct p.code as plan, v.number, f.fact #>> '{}' as fact
    from plan_versions v join plans p on p.id = v.plan_id, jsonb_path_query(v.document, 'strict $.**.fact') f (fact)
    where starts_with(f.fact #>> '{}', ${`${plugin}.`}) and v.withdrawn_at is null
      and (v.in_force_from > ${day(on)}
        or v.in_force_from = (select max(x.in_force_from) from plan_versions x where x.plan_id = v.plan_id and x.withdrawn_at is null and x.in_force_from <= ${day(on)}))
    order by v.number, fact`)),
];
