import { heldRoles } from '@saubac/db/access';
import type { Role } from '@saubac/domain/access';
import type { Ctx } from '@saubac/services/context';
import { dutiesBoard } from '@saubac/services/duties';
import { listInbox } from '@saubac/services/inbox';
import { listNotices } from '@saubac/services/notices';
import { type SQL, sql } from 'drizzle-orm';

import { testCtx } from '../../context/index.ts';
import { type BenchRow, benchRow, sideBySide } from '../bench-row.ts';
import { type CasesWorld, casesToday, casesWorld } from './cases-world.ts';

const rounds = 9;

/** What a page of cases costs that asks the tables and shows them as they are: no roles, no conditions, no words. */
const plainInbox = (unit: string | null): SQL => sql`
  select c.*, d.report, d.task, d.period_to, o.text, u.name, (select count(*) from case_moves m where m.case_id = c.id) as moves
  from cases c left join duties d on d.id = c.subject_id left join obstacles o on o.id = c.subject_id left join unit_versions u on u.unit_id = c.unit_id and u.valid @> ${casesToday}::date
  where c.closed_at is null and c.state in ('reported', 'raised', 'in-hand') and ${unit === null ? sql`true` : sql`c.unit_id = ${unit}::uuid`} order by c.due_on nulls last, c.id limit 400`;

const plainBoard = sql`
  select d.body, count(*) filter (where c.state = 'open') as open, count(*) filter (where c.state = 'reported') as reported, count(*) filter (where c.state = 'accepted') as accepted
  from duties d join cases c on c.subject_id = d.id where d.period_from <= '2026-12-31' and d.period_to >= '2026-01-01' group by 1`;

const plainNotices = (user: string): SQL => sql`select n.*, c.state, o.text, d.task from notices n join cases c on c.id = n.case_id left join obstacles o on o.id = c.subject_id left join duties d on d.id = c.subject_id where n.user_id = ${user}::uuid order by n.id desc limit 50`;

const contextOf = async ({ db, tenant }: Ctx, { users }: CasesWorld, role: Role): Promise<Ctx> => {
  const found = users.find((it) => it.role === role);
  if (!found) throw new Error(`Nobody is ${role}`);
  return testCtx({ db, tenant, today: casesToday, actor: { id: found.user, label: role }, access: { kind: 'granted', held: await heldRoles(db, found.user, casesToday) } });
};

/**
 * The inbox of whoever sees the whole tenant, of one unit and of who has nothing to do, its badge, the board and the notices, each against one plain
 * SELECT of the same rows that knows no roles, conditions or words.
 */
export const casesBench = async (ctx: Ctx): Promise<BenchRow[]> => {
  const world = await casesWorld(testCtx({ db: ctx.db, tenant: ctx.tenant, today: casesToday }));
  const [head, unit, auditor] = [await contextOf(ctx, world, 'home-affairs-head'), await contextOf(ctx, world, 'agency-officer'), await contextOf(ctx, world, 'auditor')];
  const rows: BenchRow[] = [];
  const against = async (name: string, limit: number, ours: () => Promise<unknown>, plain: SQL): Promise<void> => {
    const measured = await sideBySide(rounds, ours, () => ctx.db.execute(plain));
    rows.push(benchRow(name, measured.ours, measured.plain, 'ms', limit));
  };
  const seen = await listInbox(head);
  if (seen.items.length !== seen.counts.all || seen.items.length < 300) throw new Error('The inbox of the head is not what it should be');
  await against('inbox of the whole tenant, 400 cases / one SELECT of them', 20, () => listInbox(head), plainInbox(null));
  await against('its badge / the same SELECT', 8, () => listInbox(head, { only: 'counts' }), plainInbox(null));
  await against('inbox of one unit / one SELECT of its cases', 20, () => listInbox(unit), plainInbox(world.units[0] ?? null));
  await against('inbox of who has nothing to do / one SELECT of the whole tenant', 1.5, () => listInbox(auditor), plainInbox(null));
  await against('board of a year / its SELECT', 8, () => dutiesBoard(head, { year: 2026 }), plainBoard);
  await against('50 notices / their SELECT', 16, () => listNotices(head, { limit: 50 }), plainNotices(head.actor.id ?? ''));
  return rows;
};
