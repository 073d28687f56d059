import type { DutyReport, PlannedDuty } from '@saubac/domain/plan';
import type { IsoDate, UnitId, UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';
import { unitInside } from '../access/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** Where a duty is on its way. */
export type DutyState = 'open' | 'reported' | 'accepted' | 'dropped';

/** A duty as it stands. `state` is that of its case; `late`: open or sent back after its last day. */
export type KeptDuty = {
  id: string; plan: string; task: string; body: string; unit: UnitId | null; from: IsoDate; to: IsoDate; report: DutyReport | null; version: number; case: string; state: DutyState; late: boolean; files: number;
};

/** Which duties are asked for. */
export type DutyFilter = { year?: number | undefined; body?: string | undefined; task?: readonly string[] | undefined; unit?: UnitId | undefined; state?: string | undefined; late?: boolean | undefined };

const columns = (on: IsoDate): SQL => sql`d.id, p.code as plan, d.task, d.body, d.unit_id as unit, d.period_from::text as "from", d.period_to::text as "to", d.report, d.version, c.id as "case", c.core_state as state,
  (c.core_state = 'open' and d.period_to < ${on}::date) as late,
  (select count(*)::int from files f where f.duty_id = d.id and f.deleted_at is null) as files`;

const from = sql`from duties d join plans p on p.id = d.plan_id join cases c on c.workflow = 'plan-task' and c.subject_id = d.id`;

// A duty of no unit is the whole tenant's.
const inside = (scope: UnitScope, on: IsoDate): SQL => (scope.kind === 'everything' ? sql`true` : sql`(d.unit_id is not null and ${unitInside(sql`d.unit_id`, scope, on)})`);

const where = (scope: UnitScope, on: IsoDate, it: DutyFilter): SQL => {
  const tests = [inside(scope, on)];
  if (it.year !== undefined) tests.push(sql`d.period_from <= ${`${it.year}-12-31`}::date and d.period_to >= ${`${it.year}-01-01`}::date`);
  if (it.body !== undefined) tests.push(sql`d.body = ${it.body}`);
  if (it.task !== undefined) tests.push(sql`d.task = any(${pgArray([...it.task])}::text[])`);
  if (it.unit !== undefined) tests.push(sql`d.unit_id = ${it.unit}::uuid`);
  if (it.state !== undefined) tests.push(sql`c.core_state = ${it.state}`);
  if (it.late === true) tests.push(sql`c.core_state = 'open' and d.period_to < ${on}::date`);
  return sql.join(tests, sql` and `);
};

/** Duties that the scope holds on a day: late ones first, then by their last day. */
export const listDuties = async (db: TenantSql, scope: UnitScope, on: IsoDate, filter: DutyFilter, { after, limit }: { after: number; limit: number }): Promise<KeptDuty[]> =>
  [...(await db.execute<KeptDuty>(sql`
    select ${columns(on)} ${from} where ${where(scope, on, filter)} order by late desc, d.period_to, d.task, d.id offset ${after} limit ${limit}`))];

/** How many duties of each body stand where. */
export type BodyTotals = { plan: string; body: string; open: number; reported: number; accepted: number; late: number };

/** The duties that the scope holds, body by body. */
export const totalsByBody = async (db: TenantSql, scope: UnitScope, on: IsoDate, filter: DutyFilter): Promise<BodyTotals[]> =>
  [...(await db.execute<BodyTotals>(sql`
    select p.code as plan, d.body, count(*) filter (where c.core_state = 'open')::int as open, count(*) filter (where c.core_state = 'reported')::int as reported,
      count(*) filter (where c.core_state = 'accepted')::int as accepted, count(*) filter (where c.core_state = 'open' and d.period_to < ${on}::date)::int as late
    ${from} where ${where(scope, on, filter)} group by 1, 2 order by 1, 2`))];

/** A duty as its case sees it. */
export type DutyOfCase = Pick<KeptDuty, 'id' | 'plan' | 'task' | 'body' | 'to' | 'report' | 'files'>;

/** Duties by their ids, of any unit. A case that is only being opened is not asked for. */
export const dutiesByIds = async (db: TenantSql, ids: readonly string[]): Promise<DutyOfCase[]> =>
  ids.length === 0
    ? []
    : [...(await db.execute<DutyOfCase>(sql`
        select d.id, p.code as plan, d.task, d.body, d.period_to::text as "to", d.report, (select count(*)::int from files f where f.duty_id = d.id and f.deleted_at is null) as files
        from duties d join plans p on p.id = d.plan_id where d.id = any(${pgArray([...ids])}::uuid[])`))];

/** A duty that the scope holds on a day. */
export const findDuty = async (db: TenantSql, scope: UnitScope, id: string, on: IsoDate): Promise<KeptDuty | undefined> =>
  (await db.execute<KeptDuty>(sql`select ${columns(on)} ${from} where d.id = ${id}::uuid and ${inside(scope, on)}`))[0];

/** A duty that is to be there. */
export type NewDuty = PlannedDuty & { unit: UnitId | null };

/** Adds the duties of a plan that are not there yet, and answers with those added. */
export const addDuties = async (tx: TenantSql, plan: string, wanted: readonly NewDuty[]): Promise<{ id: string; unit: UnitId | null }[]> =>
  wanted.length === 0
    ? []
    : [...(await tx.execute<{ id: string; unit: UnitId | null }>(sql`
        insert into duties (plan_id, task, body, unit_id, period_from, period_to)
        select p.id, w.task, w.body, w.unit, w.from_day, w.to_day
        from jsonb_to_recordset(${JSON.stringify(wanted.map((it) => ({ task: it.task, body: it.body, unit: it.unit, from_day: it.from, to_day: it.to })))}::jsonb) as w(task text, body text, unit uuid, from_day date, to_day date), plans p
        where p.code = ${plan} on conflict (plan_id, task, body, unit_id, period_from) do nothing returning id, unit_id as unit`))];

/** Open duties of a plan in a year, as they are told from one another. */
export const openDuties = async (db: TenantSql, plan: string, year: number): Promise<(NewDuty & { case: string })[]> =>
  [...(await db.execute<NewDuty & { case: string }>(sql`
    select d.task, d.body, d.unit_id as unit, d.period_from::text as "from", d.period_to::text as "to", c.id as "case" ${from}
    where p.code = ${plan} and c.core_state = 'open' and d.report is null and d.period_from <= ${`${year}-12-31`}::date and d.period_to >= ${`${year}-01-01`}::date`))];

/** Writes what a body reports; undefined where somebody wrote meanwhile. */
export const saveReport = async (tx: TenantSql, id: string, version: number, report: DutyReport): Promise<number | undefined> =>
  (await tx.execute<{ version: number }>(sql`update duties set report = ${JSON.stringify(report)}::jsonb, version = version + 1 where id = ${id}::uuid and version = ${version} returning version`))[0]?.version;
