import type { UserId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/tenant-db.ts';

/** What the audit of a tenant can be looked through by: the acts and kinds of subjects that occur, and who did them. */
export type AuditChoices = { acts: string[]; subjectKinds: string[]; actors: { id: UserId; label: string }[] };

/**
 * What occurs in the whole audit. Acts and actors are few among many entries, so the next one is looked up in the index each time and the
 * entries between are never read; kinds of subjects follow from the acts.
 */
export const auditChoices = async (db: TenantSql): Promise<AuditChoices> => {
  const acts = await db.execute<{ act: string; kind: string }>(sql`
    with recursive a as (
      select min(act) as act from audit_entries union all select (select min(e.act) from audit_entries e where e.act > a.act) from a where a.act is not null
    ) select a.act, (select e.subject_kind from audit_entries e where e.act = a.act order by e.at desc limit 1) as kind from a where a.act is not null`);
  const actors = await db.execute<{ id: UserId; label: string }>(sql`
    with recursive a as (
      select (select actor_id from audit_entries where actor_id is not null order by actor_id limit 1) as id
      union all select (select e.actor_id from audit_entries e where e.actor_id > a.id order by e.actor_id limit 1) from a where a.id is not null
    ) select a.id, (select e.actor_label from audit_entries e where e.actor_id = a.id order by e.at desc limit 1) as label from a where a.id is not null`);
  return { acts: acts.map((it) => it.act), subjectKinds: [...new Set(acts.map((it) => it.kind))].toSorted(), actors };
};
