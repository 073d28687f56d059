import { nameUnitsOfBody } from '@saubac/db/duties';
import type { TenantDb } from '@saubac/db/tenancy';
import type { Role } from '@saubac/domain/access';
import { isoDate, type Result, type UnitId, type UserId } from '@saubac/domain/values';
import type { Ctx } from '@saubac/services/context';
import { makeDuties } from '@saubac/services/duties';
import { obstacleKind } from '@saubac/services/obstacles';
import { openCase } from '@saubac/services/cases';
import { applyPlan } from '@saubac/services/plans';
import { sql } from 'drizzle-orm';

import { planWithQuery } from '../targets.ts';

/** The day on which the bench of cases stands. */
export const casesToday = isoDate('2026-06-30');

/** How much there is besides people: certificates, of which some wait to be verified, units with duties, obstacles, notices. */
export const casesSize = { certificates: 30_000, declared: 5_000, units: 150, obstacles: 600, notices: 20_000 } as const;

/** An account with one role, over one unit or over the whole tenant. */
export type BenchUser = { user: UserId; role: Role; unit: UnitId | null };

export type CasesWorld = { users: readonly BenchUser[]; units: readonly UnitId[] };

const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure).slice(0, 1_000)}`);
  return result.value;
};

const userId = (at: number): UserId => `40000000-0000-7000-8000-${String(at).padStart(12, '0')}` as UserId;

const certificates = async (db: TenantDb): Promise<void> => {
  await db.execute(sql`
    insert into certificates (person_id, type_code, language_code, number, issuer_name, exam_date, score, state)
    select p.id, 'ielts', 'en', 'BENCH-' || row_number() over (order by p.id), 'Bench', date '2025-01-01' + (row_number() over (order by p.id) % 365)::int, 6, 'verified'
    from people p order by p.id limit greatest(0, ${casesSize.certificates} - (select count(*) from certificates))`);
  await db.execute(sql`update certificates set state = 'verified' where state = 'declared'`);
  await db.execute(sql`update certificates set state = 'declared' where id in (select id from certificates order by md5(id::text) limit ${casesSize.declared})`);
};

const unitsWithPeople = async (db: TenantDb): Promise<UnitId[]> =>
  (await db.execute<{ id: UnitId }>(sql`
    select a.unit_id as id from assignments a join unit_versions v on v.unit_id = a.unit_id and v.valid @> ${casesToday}::date
    where a.valid_from <= ${casesToday}::date and a.valid_to > ${casesToday}::date group by 1 order by count(*) desc, 1 limit ${casesSize.units}`)).map((it) => it.id);

const grants = async (db: TenantDb, units: readonly UnitId[]): Promise<BenchUser[]> => {
  const whole: Role[] = ['home-affairs-officer', 'home-affairs-head', 'committee-approver', 'education', 'auditor'];
  const users = [...whole.map((role) => ({ role, unit: null })), ...units.flatMap((unit) => [{ role: 'agency-officer' as Role, unit }, { role: 'agency-head' as Role, unit }])].map((it, at) => ({ ...it, user: userId(at + 1) }));
  for (const { user, role, unit } of users) await db.execute(sql`insert into grants (user_id, role, unit_id, line, valid_from) values (${user}::uuid, ${role}, ${unit}::uuid, 'uses', '2020-01-01')`);
  return users;
};

const obstacles = async (ctx: Ctx, units: readonly UnitId[]): Promise<void> => {
  const acting = { ...ctx, calendar: { off: new Set<never>(), worked: new Set<never>() } };
  const raised = await ctx.db.execute<{ id: string; unit: UnitId }>(sql`
    insert into obstacles (raised_on, unit_id, raised_label, text, proposal, search)
    select date '2025-07-01' + n % 365, (${`{${units.join(',')}}`}::uuid[])[n % ${units.length} + 1], 'bench', 'Obstacle ' || n, 'Proposal ' || n, 'obstacle ' || n || ' proposal' from generate_series(1, ${casesSize.obstacles}) n returning id, unit_id as unit`);
  await ctx.db.transaction(async (tx) => {
    for (const { id, unit } of raised) await openCase(acting, tx, obstacleKind(ctx), { subject: id, unit });
  });
};

/** Where cases stand after a year: most of last year's duties accepted, some of this year's reported, most obstacles answered and closed. */
const moved = async (db: TenantDb): Promise<void> => {
  await db.execute(sql`
    update cases c set state = x.state, core_state = x.state, version = 2, closed_at = case when x.state in ('accepted', 'closed') then now() end
    from (select c.id, case
        when c.workflow = 'obstacle' then (array['raised', 'in-hand', 'answered', 'closed', 'closed', 'closed'])[abs(hashtext(c.id::text)) % 6 + 1]
        when d.period_to < ${casesToday}::date then (array['open', 'accepted', 'accepted', 'accepted', 'accepted', 'accepted', 'accepted', 'accepted'])[abs(hashtext(c.id::text)) % 8 + 1]
        else (array['open', 'open', 'reported', 'accepted'])[abs(hashtext(c.id::text)) % 4 + 1] end as state
      from cases c left join duties d on d.id = c.subject_id) x where x.id = c.id`);
  await db.execute(sql`update cases set due_on = null where closed_at is not null or state in ('reported', 'answered')`);
  await db.execute(sql`update cases set due_on = ${casesToday}::date - 60 + abs(hashtext(id::text)) % 90, remind_on = ${casesToday}::date - 65 + abs(hashtext(id::text)) % 90 where workflow = 'obstacle' and due_on is not null`);
  await db.execute(sql`
    insert into case_moves (case_id, move, from_state, to_state, definition, moved_by, moved_label, moved_at)
    select c.id, case c.workflow when 'obstacle' then 'take' else 'report' end, 'open', c.state, c.definition, ${userId(6)}::uuid, 'bench', now() - interval '40 days' from cases c where c.version = 2`);
};

const notices = async (db: TenantDb, users: readonly BenchUser[]): Promise<void> => {
  await db.execute(sql`
    insert into notices (user_id, key, kind, case_id, created_at, urgent, read_at, mailed_at)
    select (${`{${users.map((it) => it.user).join(',')}}`}::uuid[])[n % ${users.length} + 1], c.id || ':' || n, 'waits', c.id, now() - interval '1 hour' * n, false, case when n % 4 > 0 then now() end, case when n > 600 then now() end
    from generate_series(1, ${casesSize.notices}) n join (select id, row_number() over (order by id) as at, count(*) over () as of from cases) c on c.at = n % c.of + 1`);
};

/** Fills a tenant that has people with what an inbox of real size is about: certificates, duties of two years in all its larger units, obstacles, accounts, notices. */
export const casesWorld = async (ctx: Ctx): Promise<CasesWorld> => {
  const { db } = ctx;
  const { plan } = planWithQuery();
  got(await applyPlan(ctx, { plan, from: plan.period.from }));
  const units = await unitsWithPeople(db);
  await certificates(db);
  await nameUnitsOfBody(db, plan.id, plan.tasks.find((it) => it.lead.length > 1)?.lead[0] ?? '', units);
  for (const year of [2025, 2026]) got(await makeDuties(ctx, { year }));
  await obstacles(ctx, units);
  await moved(db);
  const users = await grants(db, units);
  await notices(db, users);
  await db.execute(sql`analyze`);
  return { users, units };
};
