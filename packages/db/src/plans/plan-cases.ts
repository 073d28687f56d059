import type { PlanStatement } from '@saubac/domain/plan';
import { sql } from 'drizzle-orm';
import { pgArray } from '../tenancy/pg-array.ts';
import type { TenantSql, TenantTx } from '../tenancy/index.ts';

/** Makes whoever else would move or change a draft on its way wait until the transaction ends. */
export const lockWayOfPlanDraft = async (tx: TenantTx, draft: string): Promise<void> => {
  await tx.execute(sql`select 1 from cases c where c.workflow = 'plan-version' and c.subject_id = ${draft}::uuid and c.closed_at is null for update`);
};

/** What drafts on their way said when they were checked last, by the ids of the drafts; one that nobody has checked is missing. */
export const checkedStatements = async (db: TenantSql, drafts: readonly string[]): Promise<ReadonlyMap<string, PlanStatement>> => {
  if (drafts.length === 0) return new Map();
  const rows = await db.execute<{ draft: string; statement: PlanStatement }>(sql`
    select distinct on (c.subject_id) c.subject_id as draft, m.statement from cases c join case_moves m on m.case_id = c.id
    where c.workflow = 'plan-version' and c.closed_at is null and m.move = 'check' and m.statement is not null and c.subject_id = any(${pgArray([...drafts])}::uuid[])
    order by c.subject_id, m.id desc`);
  return new Map(rows.map((it) => [it.draft, it.statement]));
};
