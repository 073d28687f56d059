import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { day } from '../rules/index.ts';
import type { TenantSql } from '../tenancy/index.ts';

/** A document that shows a target of a plan to be met, from its day of issue to the last day it is in force. */
export type Evidence = { id: string; target: string; title: string; number: string | null; issuedOn: IsoDate; inForceTo: IsoDate | null };

const columns = sql`e.id, e.target_code as target, e.title, e.document_number as number, e.issued_on::text as "issuedOn", e.in_force_to::text as "inForceTo"`;

/** The evidence recorded for the targets of a plan, in the order of its days. */
export const evidenceOf = async (db: TenantSql, plan: string): Promise<Evidence[]> => [
  ...(await db.execute<Evidence>(sql`select ${columns} from target_evidence e join plans p on p.id = e.plan_id where p.code = ${plan} order by e.issued_on, e.id`)),
];

/** Stores evidence for a target of a plan. */
export const insertEvidence = async (tx: TenantSql, plan: string, evidence: Omit<Evidence, 'id'>): Promise<Evidence> => {
  const { target, title, number, issuedOn, inForceTo } = evidence;
  const [row] = await tx.execute<Evidence>(sql`
    with e as (
      insert into target_evidence (plan_id, target_code, title, document_number, issued_on, in_force_to)
      select p.id, ${target}, ${title}, ${number}, ${day(issuedOn)}, ${inForceTo === null ? sql`null` : day(inForceTo)} from plans p where p.code = ${plan}
      returning *
    )
    select ${columns} from e`);
  if (!row) throw new Error('The evidence was not stored');
  return row;
};
