import { sql } from 'drizzle-orm';
import { moment } from '../audit/entries.ts';
import { pgArray } from '../tenancy/pg-array.ts';
import type { TenantSql } from '../tenancy/tenant-db.ts';

/** Who did something to a plan, as the audit names him, and when. */
export type PlanAct = { label: string; at: string };

/** Who put some plan versions in force and when, by the ids of the versions. */
export const putInForceActs = async (db: TenantSql, versions: readonly string[]): Promise<Map<string, PlanAct>> => {
  if (versions.length === 0) return new Map();
  const rows = await db.execute<PlanAct & { id: string }>(sql`
    select distinct on (e.subject_id) e.subject_id as id, e.actor_label as label, ${moment} as at
    from audit_entries e where e.subject_id = any(${pgArray([...versions])}::uuid[]) and e.act = 'plan.applied' order by e.subject_id, e.at`);
  return new Map(rows.map(({ id, label, at }) => [id, { label, at }]));
};
