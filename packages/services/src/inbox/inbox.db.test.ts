import type { TenantDb } from '@saubac/db/tenancy';
import { insertCover } from '@saubac/db/covers';
import { type Role, roles } from '@saubac/domain/access';
import { examplePlan } from '@saubac/domain/plan';
import { everything, isoDate, type Result, subtreesOf, type UnitId, type UnitScope, type UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { type Holders, storeHolders } from '@saubac/testing/levels';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getCase } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';
import { listDuties, makeDuties, nameUnits, listBodies, saveDutyReport } from '../duties/index.ts';
import { answerObstacle, listObstacles, raiseObstacle } from '../obstacles/index.ts';
import { applyPlan, createDraft, submitDraft } from '../plans/index.ts';
import { caseKinds, getWholeCase, listInbox, moveWholeCase } from './index.ts';

type Place = 'all' | 'A' | 'B';
type Who = { role: Role; at: Place };

let cluster: TestCluster;
let db: TenantDb;
let held: Holders;
const year = 2026;
const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
};
const places: readonly Place[] = ['all', 'A', 'B'];
const everyone: readonly Who[] = roles.flatMap((role) => places.map((at) => ({ role, at })));
const idOf = ({ role, at }: Who): UserId => `00000000-0000-7000-8000-${String(roles.indexOf(role) * 3 + places.indexOf(at)).padStart(12, '0')}` as UserId;
const scopeOf = (at: Place): UnitScope => (at === 'all' ? everything : subtreesOf([held.units[at]], []));
const as = (role: Role, at: Place = 'all', today = isoDate('2026-11-02')): Ctx => testCtx({ db, today, actor: { id: idOf({ role, at }), label: role }, access: { kind: 'granted', held: [{ role, scope: scopeOf(at) }] } });
const move = async (ctx: Ctx, id: string, name: string, reason?: string) => got(await moveWholeCase(ctx, { case: id, move: name, version: got(await getWholeCase(ctx, id)).version, reason }));

/** Of every open case, one by one, whether it waits for whoever asks: what the list and its counts are held to. */
const waitingOneByOne = async (ctx: Ctx): Promise<{ id: string; kind: string; dueOn: string | null }[]> => {
  const found: { id: string; kind: string; dueOn: string | null }[] = [];
  for (const { id, workflow } of await db.execute<{ id: string; workflow: string }>(sql`select id, workflow from cases where closed_at is null order by id`)) {
    const kind = caseKinds(ctx).find((one) => one.workflow.id === workflow);
    const view = kind && (await getCase(ctx, kind, id));
    if (view?.ok && view.value.waits) found.push({ id, kind: workflow, dueOn: view.value.case.dueOn });
  }
  return found;
};

const checkOf = async (ctx: Ctx): Promise<number> => {
  const waiting = await waitingOneByOne(ctx);
  const { items, counts, elsewhere, notices } = await listInbox(ctx);
  expect(items.map((one) => one.id).toSorted(), ctx.actor.label).toEqual(waiting.map((one) => one.id).toSorted());
  const late = waiting.filter((one) => one.dueOn !== null && one.dueOn < ctx.today);
  expect([counts.all, counts.late]).toEqual([waiting.length, late.length]);
  expect(new Map(counts.kinds.map((one) => [one.kind, one.count]))).toEqual(new Map([...Map.groupBy(waiting, (one) => one.kind)].map(([kind, them]) => [kind, them.length])));
  expect(await listInbox(ctx, { only: 'counts' })).toEqual({ items: [], counts, elsewhere, notices });
  expect((await listInbox(ctx, { late: true })).items.map((one) => one.id).toSorted()).toEqual(late.map((one) => one.id).toSorted());
  return waiting.length;
};

const someCases = async (): Promise<void> => {
  const [head, officer] = [as('home-affairs-head'), as('home-affairs-officer')];
  const { tasks = [] } = examplePlan;
  const task = (id: string) => ({ ...tasks[0]!, id });
  got(await applyPlan(testCtx({ db, today: isoDate('2026-01-05') }), { plan: { ...examplePlan, tasks: [...tasks, ...['b', 'c'].map((id) => task(`task-${id}`))] }, from: isoDate('2022-01-01') }));
  const [{ plan, body } = { plan: '', body: '' }] = got(await listBodies(head));
  got(await makeDuties(head, { year: year - 1 }));
  got(await nameUnits(head, { plan, body, units: [held.units.A, held.units.B] }));
  got(await makeDuties(head, { year }));
  const { duties } = got(await listDuties(head, { year, state: 'open', after: 0, limit: 100 }));
  for (const [at, duty] of duties.entries()) {
    const own = as('agency-officer', duty.unit?.id === held.units.A ? 'A' : 'B');
    if (at % 4 === 0) continue;
    got(await saveDutyReport(own, { id: duty.id, version: duty.version, report: { text: 'Xong', figure: 1, document: null } }));
    if (at % 4 > 1) await move(own, duty.case, 'report');
    if (at % 4 > 2) await move(head, duty.case, 'sendBack', 'Thiếu minh chứng');
  }
  for (const at of ['A', 'B', 'all'] as const) {
    for (let one = 0; one < 2; one += 1) got(await raiseObstacle(as(at === 'all' ? 'education' : 'agency-officer', at), { about: null, text: `Vướng mắc ${one}`, proposal: 'Đề nghị' }));
  }
  const { obstacles } = got(await listObstacles(head, { after: 0, limit: 100 }));
  for (const [at, it] of obstacles.entries()) {
    if (at % 3 > 0) await move(officer, it.case, 'take');
    if (at % 3 < 2) continue;
    got(await answerObstacle(head, { id: it.id, version: it.version, answer: { answer: 'Đã trả lời', changeLink: null, published: false } }));
    await move(head, it.case, 'answer');
  }
  const { id } = got(await createDraft(officer, { document: { ...examplePlan, id: 'another' } }));
  got(await submitDraft(officer, { id, version: 1, from: isoDate('2022-03-01') }));
};

beforeAll(async () => {
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  held = await storeHolders(db, 1);
  for (const { role, at } of everyone) await db.execute(sql`insert into grants (user_id, role, unit_id, line, valid_from) values (${idOf({ role, at })}::uuid, ${role}, ${at === 'all' ? null : held.units[at]}::uuid, 'uses', '2020-01-01')`);
  await someCases();
});
afterAll(() => cluster.close());

it('an inbox lists and counts what waits, for every role, over every unit, before and after the last day', async () => {
  const waiting = new Map<string, number>();
  for (const [index, { role, at }] of everyone.filter((one) => one.at !== 'B').entries()) waiting.set(`${role} ${at}`, await checkOf(as(role, at, isoDate(index % 4 < 2 ? '2026-11-02' : '2027-01-02'))));
  const [head, unit, auditor] = ['home-affairs-head all', 'agency-officer A', 'auditor all'].map((one) => waiting.get(one) ?? 0);
  expect(head).toBeGreaterThan(3);
  expect(unit).toBeGreaterThan(1);
  expect(auditor).toBe(0);
});

it('whoever covers for somebody has in his inbox what waits for the other, and it counts', async () => {
  const pairs: [Who, Who][] = [[{ role: 'auditor', at: 'all' }, { role: 'home-affairs-head', at: 'all' }], [{ role: 'home-affairs-officer', at: 'all' }, { role: 'agency-officer', at: 'A' }], [{ role: 'agency-officer', at: 'B' }, { role: 'agency-head', at: 'A' }]];
  for (const [covering, covered] of pairs) {
    const own = as(covering.role, covering.at);
    const before = await checkOf(own);
    await insertCover(db, { covered: idOf(covered), covering: idOf(covering), from: isoDate('2026-10-01'), to: isoDate('2026-11-30'), reason: 'Nghỉ phép' }, { by: null, label: 'test', at: new Date() });
    expect(await checkOf(own), `${covering.role} for ${covered.role}`).toBeGreaterThan(before);
    expect(await checkOf(as(covering.role, covering.at, isoDate('2026-12-01')))).toBe(await checkOf(as(covering.role, covering.at, isoDate('2026-12-02'))));
  }
});

it('whoever covers for somebody writes the report of a duty and hands it in, in his place', async () => {
  const [covering, covered] = [as('home-affairs-head'), as('agency-head', 'B')];
  const duty = got(await listDuties(covering, { year, state: 'open', unit: held.units.B, after: 0, limit: 10 })).duties[0]!;
  const outsider = as('agency-head', 'A');
  const report = { text: 'Xong', figure: 2, document: null };
  expect(await saveDutyReport(outsider, { id: duty.id, version: duty.version, report })).toMatchObject({ failure: { kind: 'unknown-duty' } });
  await insertCover(db, { covered: covered.actor.id!, covering: outsider.actor.id!, from: isoDate('2026-11-01'), to: isoDate('2026-11-30'), reason: 'Công tác' }, { by: null, label: 'test', at: new Date() });
  got(await saveDutyReport(outsider, { id: duty.id, version: duty.version, report }));
  await move(outsider, duty.case, 'report');
  const noted = await db.execute<{ act: string; covered: string | null }>(sql`select e.act, p.after ->> 'coveredFor' as covered from audit_entries e join audit_payloads p on p.entry_id = e.id where e.act = 'duty.report-saved' order by e.position desc limit 1`);
  expect(noted).toEqual([{ act: 'duty.report-saved', covered: covered.actor.id }]);
  expect(got(await getWholeCase(covering, duty.case)).history.at(-1)).toMatchObject({ move: 'report', coveredFor: covered.actor.id });
});

it('a duty is in the inbox of its unit from the start, with its last day', async () => {
  const { items } = await listInbox(as('agency-officer', 'A'), { kind: 'plan-task' });
  expect(items.map((one) => one.dueOn)).toContain(`${year}-12-31`);
  expect(new Set(items.map((one) => one.unit?.id))).toEqual(new Set<UnitId>([held.units.A]));
});
