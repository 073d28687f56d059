import type { PlanFile } from '@saubac/domain/plan';
import type { IsoDate, UnitId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { day } from '../rules/index.ts';
import type { TenantSql, TenantTx } from '../tenancy/index.ts';

/**
 * A version of a plan as it was put in force. `units` empty: the whole tenant. The version of a plan with the latest day rules, unless it
 * was withdrawn: then it rules no day, and is kept for who asks for it by its number.
 */
export type PlanVersion = { id: string; plan: string; number: number; inForceFrom: IsoDate; units: UnitId[]; document: PlanFile; digest: string; withdrawn: boolean };

const select = sql`
  select v.id, p.code as plan, v.number, v.in_force_from::text as "inForceFrom", v.document, v.digest, v.withdrawn_at is not null as withdrawn,
         coalesce((select jsonb_agg(s.unit_id) from plan_scopes s where s.plan_version_id = v.id), '[]') as units
  from plan_versions v join plans p on p.id = v.plan_id`;

const load = async (db: TenantSql, rest: SQL): Promise<PlanVersion[]> => [...(await db.execute<PlanVersion>(sql`${select} ${rest}`))];

/** For every plan the version that is in force on a date, in the order of their numbers. */
export const plansInForce = (db: TenantSql, on: IsoDate): Promise<PlanVersion[]> =>
  load(db, sql`where v.withdrawn_at is null
    and v.in_force_from = (select max(x.in_force_from) from plan_versions x where x.plan_id = v.plan_id and x.withdrawn_at is null and x.in_force_from <= ${day(on)})
    order by v.number`);

/** One version by its number within the tenant. */
export const planVersion = async (db: TenantSql, number: number): Promise<PlanVersion | undefined> => (await load(db, sql`where v.number = ${number}`))[0];

/** Every version, oldest number first. */
export const planVersions = (db: TenantSql): Promise<PlanVersion[]> => load(db, sql`order by v.number`);

/** Makes whoever else would store or withdraw a version wait until the transaction ends; who only reads does not wait. */
export const lockPlanVersions = async (tx: TenantTx): Promise<void> => {
  await tx.execute(sql`lock table plan_versions in share row exclusive mode`);
};

/** Stores a version under the next number of the tenant. */
export const insertPlanVersion = async (tx: TenantTx, version: Omit<PlanVersion, 'id' | 'number' | 'withdrawn'>): Promise<PlanVersion> => {
  await tx.execute(sql`insert into plans (code, title) values (${version.plan}, ${version.document.title.vi}) on conflict (code) do update set title = excluded.title`);
  const [row] = await tx.execute<{ id: string; number: number }>(sql`
    with next as (select coalesce(max(number), 0) + 1 as number from plan_versions)
    insert into plan_versions (plan_id, number, in_force_from, document, digest)
    select p.id, next.number, ${day(version.inForceFrom)}, ${JSON.stringify(version.document)}::jsonb, ${version.digest}
    from plans p, next where p.code = ${version.plan}
    returning id, number`);
  if (!row) throw new Error('A plan version was not stored');
  for (const unit of version.units) await tx.execute(sql`insert into plan_scopes (plan_version_id, unit_id) values (${row.id}, ${unit})`);
  return { ...version, ...row, withdrawn: false };
};

/** Takes a version out of force, for every day. */
export const withdrawPlanVersion = async (tx: TenantTx, number: number, at: Date): Promise<void> => {
  await tx.execute(sql`update plan_versions set withdrawn_at = ${at.toISOString()}::timestamptz where number = ${number}`);
};

/** Targets of a plan for which a document is recorded that is in force on a date. */
export const targetsWithEvidence = async (db: TenantSql, plan: string, on: IsoDate): Promise<Set<string>> => {
  const rows = await db.execute<{ target: string }>(sql`
    select distinct e.target_code as target from target_evidence e join plans p on p.id = e.plan_id
    where p.code = ${plan} and e.issued_on <= ${day(on)} and (e.in_force_to is null or e.in_force_to >= ${day(on)})`);
  return new Set(rows.map((it) => it.target));
};

/** Whether the tenant has named any proof of a specialised language that holds on a date; without one it can not be measured. */
export const specialisedLanguageMeasurable = async (db: TenantSql, on: IsoDate): Promise<boolean> => {
  const [row] = await db.execute<{ known: boolean }>(
    sql`select exists (select 1 from specialised_language_proofs where valid_from <= ${day(on)} and valid_to > ${day(on)}) as known`,
  );
  return row?.known ?? false;
};
