import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidV7 } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import type { HeldRole } from '@saubac/domain/access';
import { examplePlan } from '@saubac/domain/plan';
import { everything, isoDate, type IsoDate, type Result, subtreesOf, type UnitScope, type UserId } from '@saubac/domain/values';
import { createWords } from '@saubac/i18n';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { type Holders, storeHolders } from '@saubac/testing/levels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveCase } from '../cases/index.ts';
import type { Ctx } from '../context/index.ts';
import { writeExport } from '../exports/write-export.ts';
import { withCalendar } from '../inbox/calendar.ts';
import { applyPlan } from '../plans/index.ts';
import { answerObstacle, getObstacle, listObstacles, obstacleKind, raiseObstacle } from './index.ts';

const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
};

let cluster: TestCluster;
let db: TenantDb;
let other: TenantDb;
let held: Holders;
const target = examplePlan.targets[0]!;
const users = new Map<string, UserId>();
const as = (role: HeldRole['role'], scope: UnitScope = everything, { today = isoDate('2024-06-03'), of = db }: { today?: IsoDate; of?: TenantDb } = {}): Ctx => {
  const id = users.get(role) ?? users.set(role, uuidV7() as UserId).get(role)!;
  return testCtx({ db: of, today, now: () => new Date(`${today}T03:00:00Z`), actor: { id, label: role }, access: { kind: 'granted', held: [{ role, scope }] } });
};
const of = (unit: 'A' | 'B') => subtreesOf([held.units[unit]], []);
const page = { after: 0, limit: 50 };
const ids = async (ctx: Ctx, asked: object = {}) => got(await listObstacles(ctx, { ...page, ...asked })).obstacles.map((it) => it.id);
const moved = async (ctx: Ctx, id: string, move: string) => got(await moveCase(await withCalendar(ctx), obstacleKind(ctx), { case: got(await getObstacle(ctx, id)).case, move, reason: undefined }));

beforeAll(async () => {
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  ({ db: other } = await cluster.openTenant('beta'));
  held = await storeHolders(db, 2);
  got(await applyPlan(testCtx({ db, today: isoDate('2024-06-03') }), { plan: examplePlan, from: isoDate('2020-01-01') }));
});
afterAll(() => cluster.close());

describe('an obstacle', () => {
  let mine: string;

  it('says which target or task of the plan it is about, and of nothing else', async () => {
    expect(await raiseObstacle(as('agency-officer', of('A')), { about: 'nothing-like-it', text: 'x', proposal: 'y' })).toMatchObject({ failure: { kind: 'not-in-plan', about: 'nothing-like-it' } });
    mine = got(await raiseObstacle(as('agency-officer', of('A')), { about: target.id, text: 'Chưa có đơn vị thi', proposal: 'Mời đơn vị về tỉnh' })).id;
    expect(got(await getObstacle(as('home-affairs-officer'), mine))).toMatchObject({ concerns: { kind: 'target', id: target.id }, late: false, dueOn: '2024-06-10', answeredOn: null });
    expect(await ids(as('home-affairs-officer'), { about: target.id })).toEqual([mine]);
    expect(await ids(as('home-affairs-officer'), { about: examplePlan.tasks![0]!.id })).toEqual([]);
  });

  it('is listed by unit, and late once nobody has taken it in hand for five working days', async () => {
    const nobodys = got(await raiseObstacle(as('home-affairs-officer'), { about: null, text: 'Thiếu kinh phí', proposal: 'Bổ sung' })).id;
    expect(await ids(as('home-affairs-officer'))).toEqual([nobodys, mine]);
    expect(await ids(as('home-affairs-officer'), { unit: 'A' })).toEqual([mine]);
    expect(await ids(as('home-affairs-officer'), { unit: 'B' })).toEqual([]);
    expect(await listObstacles(as('agency-officer', of('B')), { ...page, unit: 'A' })).toMatchObject({ failure: { kind: 'unknown-unit' } });
    expect(await ids(as('home-affairs-officer', everything, { today: isoDate('2024-06-10') }), { late: true })).toEqual([]);
    expect(await ids(as('home-affairs-officer', everything, { today: isoDate('2024-06-11') }), { late: true })).toEqual([nobodys, mine]);
    expect(await ids(as('agency-officer', of('B')))).toEqual([]);
    expect(await ids(as('home-affairs-officer', everything, { of: other }))).toEqual([]);
  });

  it('is answered with the change that came of it, which must be there; the change names it, and who answered when', async () => {
    const office = as('home-affairs-officer', everything, { today: isoDate('2024-06-07') });
    await moved(office, mine, 'take');
    const answer = { answer: 'Đã mời', changeLink: '/plan/versions/1', published: false };
    for (const changeLink of ['/plan/versions/99', `/units/changes/${uuidV7()}`]) expect(await answerObstacle(office, { id: mine, version: 1, answer: { ...answer, changeLink } })).toMatchObject({ failure: { kind: 'unknown-change', link: changeLink } });
    got(await answerObstacle(office, { id: mine, version: 1, answer }));
    expect(await answerObstacle(office, { id: mine, version: 1, answer })).toMatchObject({ failure: { kind: 'changed-meanwhile' } });
    expect(await ids(office, { change: '/plan/versions/1' })).toEqual([]);
    await moved(office, mine, 'answer');
    expect(await ids(office, { change: '/plan/versions/1' })).toEqual([mine]);
    expect(got(await getObstacle(as('agency-officer', of('A')), mine))).toMatchObject({ answeredOn: '2024-06-07', answeredBy: 'home-affairs-officer', late: false, dueOn: null });
  });

  it('is taken out as it was filtered: a unit its own and what all may read, another tenant none', async () => {
    const linesOf = async (ctx: Ctx, more: object = {}) => {
      const path = join(await mkdtemp(join(tmpdir(), 'obstacles-')), 'obstacles.csv');
      const order = { kind: 'obstacles' as const, on: ctx.today, state: null, unit: null, about: null, text: null, late: false, ...more };
      got(await writeExport(ctx, order, { path, format: 'csv', words: createWords('vi'), onRow: () => undefined }));
      return (await readFile(path, 'utf8')).trim().split('\n').slice(1);
    };
    expect(await linesOf(as('home-affairs-officer'))).toHaveLength(2);
    const own = await linesOf(as('agency-officer', of('A')));
    expect(own).toHaveLength(1);
    expect(own[0]).toMatch(/^03\/06\/2024.*Chưa có đơn vị thi,Mời đơn vị về tỉnh,Đã trả lời.*Đã mời,07\/06\/2024,home-affairs-officer,\/plan\/versions\/1,Không/);
    expect(await linesOf(as('agency-officer', of('B')))).toEqual([]);
    expect(await linesOf(as('home-affairs-officer', everything, { of: other }))).toEqual([]);
    expect(await linesOf(as('home-affairs-officer'), { text: 'kinh phi' })).toHaveLength(1);
  });
});
