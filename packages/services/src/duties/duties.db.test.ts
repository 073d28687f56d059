import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidV7, verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import type { HeldRole } from '@saubac/domain/access';
import { examplePlan } from '@saubac/domain/plan';
import { everything, isoDate, type IsoDate, type Result, subtreesOf, type UnitId, type UnitScope, type UserId } from '@saubac/domain/values';
import { createWords } from '@saubac/i18n';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { type Holders, storeHolders } from '@saubac/testing/levels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveCase } from '../cases/index.ts';
import { writeExport } from '../exports/write-export.ts';
import { withCalendar } from '../inbox/calendar.ts';
import { listInbox } from '../inbox/index.ts';
import { applyPlan } from '../plans/index.ts';
import type { Ctx } from '../context/index.ts';
import { addDutySession, dutiesBoard, dutyKind, getDuty, listBodies, listDuties, makeDuties, nameUnits, reachOfYear, removeDutySession, saveDutyReport, sessionsOfYear } from './index.ts';

const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
};

let cluster: TestCluster;
let db: TenantDb;
let other: TenantDb;
let held: Holders;
const year = 2024;
const users = new Map<string, UserId>();
const userOf = (role: string): UserId => users.get(role) ?? users.set(role, uuidV7() as UserId).get(role)!;
const as = (role: HeldRole['role'], scope: UnitScope = everything, today: IsoDate = isoDate('2024-06-03'), of: TenantDb = db): Ctx =>
  testCtx({ db: of, today, actor: { id: userOf(role), label: role }, access: { kind: 'granted', held: [{ role, scope }] } });
const moved = async (ctx: Ctx, duty: string, move: string, reason?: string) => {
  const { case: id } = got(await getDuty(as('home-affairs-officer'), duty));
  return moveCase(await withCalendar(ctx), dutyKind(ctx), { case: id, move, reason });
};
const all = { after: 0, limit: 500 };

beforeAll(async () => {
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  ({ db: other } = await cluster.openTenant('beta'));
  held = await storeHolders(db, 4);
  const ctx = testCtx({ db, today: isoDate('2024-06-03') });
  const { tasks = [] } = examplePlan;
  got(await applyPlan(ctx, { plan: { ...examplePlan, period: { ...examplePlan.period, from: '2020-01-01', to: '2030-12-31' }, tasks: [...tasks, { ...tasks[0]!, id: 'make-known', topic: 'dissemination', recurs: 'yearly' }] }, from: isoDate('2020-01-01') }));
});
afterAll(() => cluster.close());

describe('duties of bodies', () => {
  it('are made from the plan in force, once however often, and by whoever manages tasks alone', async () => {
    expect(await makeDuties(as('agency-officer'), { year })).toMatchObject({ failure: { kind: 'forbidden', permission: 'task.manage' } });
    const first = got(await makeDuties(as('home-affairs-officer'), { year }));
    expect(first.added).toBeGreaterThan(0);
    expect(got(await makeDuties(as('home-affairs-officer'), { year }))).toEqual({ year, added: 0, dropped: 0 });
    expect(got(await listDuties(as('home-affairs-officer'), { year, ...all })).duties).toHaveLength(first.added);
  });

  it('go to the units that the tenant names for a body; what nobody worked on is dropped with the reason', async () => {
    const { plan, body } = got(await listBodies(as('home-affairs-officer')))[0]!;
    const units = [held.units.A, held.units.B];
    expect(await nameUnits(as('home-affairs-officer'), { plan, body: 'nobody', units })).toMatchObject({ failure: { kind: 'body-not-in-plan' } });
    expect(await nameUnits(as('home-affairs-officer'), { plan, body, units: [uuidV7() as UnitId] })).toMatchObject({ failure: { kind: 'unknown-unit' } });
    got(await nameUnits(as('home-affairs-officer'), { plan, body, units }));
    const made = got(await makeDuties(as('home-affairs-officer'), { year }));
    expect(made.added).toBe(made.dropped * 2);
    const dropped = got(await listDuties(as('home-affairs-officer'), { year, state: 'dropped', ...all })).duties;
    expect(dropped).toHaveLength(made.dropped);
  });

  it('are seen by the unit that has them and by nobody else’s', async () => {
    const [mine, theirs] = [held.units.A, held.units.B];
    const { duties } = got(await listDuties(as('agency-officer', subtreesOf([mine!], [])), { year, ...all }));
    expect(duties.length).toBeGreaterThan(0);
    expect(new Set(duties.map((it) => it.unit?.id))).toEqual(new Set([mine]));
    expect(await getDuty(as('agency-officer', subtreesOf([theirs!], [])), duties[0]!.id)).toMatchObject({ failure: { kind: 'unknown-duty' } });
    expect(await getDuty(as('home-affairs-officer', everything, isoDate('2024-06-03'), other), duties[0]!.id)).toMatchObject({ failure: { kind: 'unknown-duty' } });
  });

  it('are late from the day after their last', async () => {
    const open = async (today: string) => got(await dutiesBoard(as('home-affairs-officer', everything, isoDate(today)), { year })).bodies.reduce((sum, it) => sum + it.late, 0);
    expect(await open('2024-12-31')).toBe(0);
    expect(await open('2025-01-01')).toBeGreaterThan(0);
  });

  it('are reported with a proof, sent back with a reason, corrected and accepted by another person', async () => {
    const mine = subtreesOf([held.units.A], []);
    const officer = as('agency-officer', mine);
    const duty = got(await listDuties(officer, { year, state: 'open', ...all })).duties.find((it) => it.topic !== 'dissemination')!;
    // It waits from the day it was made, until its own last day.
    expect((await listInbox(officer)).items.find((it) => it.link === `/tasks/${duty.id}`)).toMatchObject({ dueOn: duty.to });
    expect(await moved(officer, duty.id, 'report')).toMatchObject({ failure: { kind: 'guard-refused', refusals: ['refusal.saysWhatWasDone', 'refusal.isProven'] } });
    got(await saveDutyReport(officer, { id: duty.id, version: 1, report: { text: 'Đã họp quán triệt', figure: null, document: null } }));
    expect(await saveDutyReport(officer, { id: duty.id, version: 1, report: { text: 'khác', figure: 1, document: null } })).toMatchObject({ failure: { kind: 'changed-meanwhile' } });
    got(await saveDutyReport(officer, { id: duty.id, version: 2, report: { text: 'Đã họp quán triệt', figure: 120, document: '15/BC-SYT' } }));
    // Two at the same moment: one is kept, and the other is shown what was kept.
    const both = await Promise.all(['của A', 'của B'].map((text) => saveDutyReport(officer, { id: duty.id, version: 3, report: { text, figure: 120, document: '15/BC-SYT' } })));
    const [kept] = both.filter((it) => it.ok);
    expect(both.filter((it) => !it.ok)).toMatchObject([{ failure: { kind: 'changed-meanwhile', current: { version: got(kept!).version } } }]);
    got(await moved(officer, duty.id, 'report'));
    expect(await saveDutyReport(officer, { id: duty.id, version: 3, report: { text: 'muộn', figure: 1, document: null } })).toMatchObject({ failure: { kind: 'duty-not-open', state: 'reported' } });
    expect((await listInbox(as('home-affairs-officer'))).items.map((it) => it.link)).toContain(`/tasks/${duty.id}`);
    // What a unit has to do does not wait for the department, and what was handed in does not wait for the unit.
    expect((await listInbox(as('home-affairs-officer'))).items.filter((it) => it.kind === 'plan-task' && it.state === 'open' && it.unit !== null)).toEqual([]);
    expect((await listInbox(officer)).items.map((it) => it.link)).not.toContain(`/tasks/${duty.id}`);
    got(await moved(as('home-affairs-officer'), duty.id, 'sendBack', 'Thiếu danh sách'));
    expect((await listInbox(officer)).items.map((it) => it.link)).toContain(`/tasks/${duty.id}`);
    got(await saveDutyReport(officer, { id: duty.id, version: 4, report: { text: 'Đã bổ sung', figure: 125, document: '15/BC-SYT' } }));
    got(await moved(officer, duty.id, 'report'));
    expect(await moved(officer, duty.id, 'accept')).toMatchObject({ failure: { kind: 'forbidden', permission: 'task.manage' } });
    got(await moved(as('home-affairs-officer'), duty.id, 'accept'));
    expect(got(await getDuty(officer, duty.id))).toMatchObject({ state: 'accepted', report: { figure: 125 } });
    expect((await verifyChain(db)).faults).toEqual([]);
  });

  it('that make something known count sessions, heads, and those listed once each, of the people due', async () => {
    const mine = held.units.A;
    const officer = as('agency-officer', subtreesOf([mine], []));
    const duty = got(await listDuties(officer, { year, topic: 'dissemination', state: 'open', ...all })).duties[0]!;
    const people = held.people.A.slice(0, 2);
    const session = { heldOn: isoDate('2024-05-01'), form: 'meeting' as const, topic: 'Kế hoạch', place: null, heads: 30, people };
    expect(await addDutySession(officer, { duty: duty.id, session: { ...session, heldOn: isoDate('2024-06-04') } })).toMatchObject({ failure: { kind: 'session-in-future' } });
    expect(await addDutySession(officer, { duty: duty.id, session: { ...session, heldOn: isoDate('2023-12-31') } })).toMatchObject({ failure: { kind: 'session-before-period', from: '2024-01-01' } });
    expect(await addDutySession(officer, { duty: duty.id, session: { ...session, people: [held.people.B[0]!] } })).toMatchObject({ failure: { kind: 'unknown-attended' } });
    got(await addDutySession(officer, { duty: duty.id, session }));
    const second = got(await addDutySession(officer, { duty: duty.id, session: { ...session, heads: 0, people: people.slice(0, 1) } }));
    expect(got(await getDuty(officer, duty.id)).reach).toMatchObject({ sessions: 2, heads: 31, listed: 2 });
    expect(got(await getDuty(officer, duty.id)).reach).toMatchObject({ reached: 2, due: 4 });
    // The other unit has the same duty and none of it done: together each person is counted once, and the sessions are those that the sums are made of.
    const whole = got(await reachOfYear(as('home-affairs-officer'), { year }));
    expect(whole.total).toEqual({ sessions: 2, heads: 31, listed: 2, reached: 2, due: 8 });
    expect(got(await reachOfYear(officer, { year })).total).toEqual({ sessions: 2, heads: 31, listed: 2, reached: 2, due: 4 });
    expect(got(await reachOfYear(as('agency-officer', subtreesOf([held.units.B], [])), { year })).total).toMatchObject({ sessions: 0, due: 4 });
    expect(got(await sessionsOfYear(as('home-affairs-officer'), { year, ...all })).sessions.map((it) => it.heads)).toEqual([1, 30]);
    expect(got(await sessionsOfYear(as('agency-officer', subtreesOf([held.units.B], [])), { year, ...all })).sessions).toEqual([]);
    got(await removeDutySession(officer, { duty: duty.id, session: second.id }));
    expect(got(await getDuty(officer, duty.id)).reach).toMatchObject({ sessions: 1, heads: 30, listed: 2 });
  });

  it('are taken out as they were filtered: a unit its own alone, another tenant none', async () => {
    const order = { kind: 'duties' as const, year, body: null, task: null, unit: null, topic: null, state: null, late: false };
    const linesOf = async (ctx: Ctx, more: object = {}) => {
      const path = join(await mkdtemp(join(tmpdir(), 'duties-')), 'duties.csv');
      got(await writeExport(ctx, { ...order, ...more }, { path, format: 'csv', words: createWords('vi'), onRow: () => undefined }));
      const [, ...lines] = (await readFile(path, 'utf8')).trim().split('\n');
      return lines;
    };
    const [mine, theirs] = held.units.A < held.units.B ? [held.units.A, held.units.B] : [held.units.B, held.units.A];
    const whole = await linesOf(as('home-affairs-officer'));
    const own = await linesOf(as('agency-officer', subtreesOf([mine], [])));
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBe(got(await listDuties(as('home-affairs-officer'), { year, unit: mine, ...all })).duties.length);
    expect(whole.length).toBeGreaterThan(own.length);
    expect(await linesOf(as('agency-officer', subtreesOf([mine], [])), { unit: theirs })).toEqual([]);
    expect(await linesOf(as('home-affairs-officer', everything, isoDate('2024-06-03'), other))).toEqual([]);
    expect((await linesOf(as('home-affairs-officer'), { state: 'accepted' })).join()).toMatch(/Đã công nhận.*Đã bổ sung.*125.*15\/BC-SYT.*Thiếu danh sách/s);
    // Eleven days after the last day of the year everything open is as many days late, and sums can be made of it.
    expect((await linesOf(as('home-affairs-officer', everything, isoDate('2025-01-11')), { late: true }))[0]).toContain('31/12/2024,Trễ hạn,11,');
    expect((await linesOf(as('home-affairs-officer'), { topic: 'dissemination' })).some((it) => /,1,30,\d+,\d+$/.test(it.trim()))).toBe(true);
  });
});
