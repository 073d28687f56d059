import { uuidV7, verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { type HeldRole, commandLine } from '@saubac/domain/access';
import { everything, isoDate, type IsoDate, type Result, subtreesOf, type UnitId, type UnitScope, type UserId } from '@saubac/domain/values';
import { type Workflow, workflowFor } from '@saubac/domain/workflow';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { type Holders, storeHolders } from '@saubac/testing/levels';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaseCtx, type CaseKind, getCase, lapseCase, moveCase, moveCases, openCase } from './index.ts';

type Duty = { proofs: number };

const subjects = new Map<string, Duty>();
const duty = workflowFor<Duty>()({
  id: 'duty',
  states: ['open', 'reported', 'done', 'lapsed'],
  initial: 'open',
  final: ['done', 'lapsed'],
  moves: {
    report: { from: 'open', to: 'reported', permission: 'evidence.record', guards: [{ name: 'hasProof', refusal: 'refusal.noProof', holds: (it) => it.proofs > 0 }] },
    sendBack: { from: 'reported', to: 'open', permission: 'close.approve', reason: 'asked' },
    accept: { from: 'reported', to: 'done', permission: 'close.approve', otherThan: ['report'], effects: [{ name: 'told', payload: (it) => ({ proofs: it.proofs }) }] },
    lapse: { from: 'open', to: 'lapsed', permission: 'evidence.record', by: 'clock' },
  },
  deadlines: { open: { workingDays: 3, remindBefore: 1, lapse: 'lapse' } },
});
const kindOf = (workflow: Workflow<Duty>): CaseKind<Duty> => ({ workflow, seenBy: 'progress.read', subjects: (_tx, ids) => Promise.resolve(new Map(ids.flatMap((id) => (subjects.has(id) ? [[id, subjects.get(id) as Duty]] : [])))), statement: (it) => ({ proofs: it.proofs }), describe: () => ({ title: { vi: 'Việc', en: 'Duty' }, link: '/tasks' }), word: (key) => ({ vi: key, en: key }) });
const kind = kindOf(duty as unknown as Workflow<Duty>);

let cluster: TestCluster;
let db: TenantDb;
let other: TenantDb;
let held: Holders;
let opened: string;
const monday = isoDate('2026-01-12');
const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
};
const as = (role: HeldRole['role'], scope: UnitScope = everything, today: IsoDate = monday): CaseCtx =>
  ({ ...testCtx({ db, today, actor: { id: uuidV7() as UserId, label: role }, access: { kind: 'granted', held: [{ role, scope }] } }), calendar: { off: new Set(), worked: new Set() } });
const open = async (ctx: CaseCtx, unit: UnitId | null = null, proofs = 1): Promise<string> => {
  const subject = uuidV7();
  subjects.set(subject, { proofs });
  return ctx.write(async (tx, record) => {
    const id = got(await openCase(ctx, tx, kind, { subject, unit }));
    await record({ act: 'case.opened', subject: { kind: 'case', id } });
    return id;
  });
};

beforeAll(async () => {
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  ({ db: other } = await cluster.openTenant('beta'));
  held = await storeHolders(db, 4);
});
beforeEach(async () => {
  opened = await open(as('home-affairs-head'));
});
afterAll(() => cluster.close());

describe('a case', () => {
  it('goes from hand to hand, each move with who, when and why, and what follows queued with it', async () => {
    got(await moveCase(as('home-affairs-head'), kind, { case: opened, move: 'report' }));
    expect(await moveCase(as('committee-approver'), kind, { case: opened, move: 'sendBack' })).toMatchObject({ failure: { kind: 'reason-needed' } });
    got(await moveCase(as('committee-approver'), kind, { case: opened, move: 'sendBack', reason: 'Thiếu minh chứng' }));
    got(await moveCase(as('home-affairs-head'), kind, { case: opened, move: 'report' }));
    const done = got(await moveCase(as('committee-approver'), kind, { case: opened, move: 'accept' }));
    expect(done.to).toBe('done');
    const view = got(await getCase(as('home-affairs-head'), kind, opened));
    expect(view.history.map(({ move, label, reason }) => [move, label, reason])).toEqual([
      ['report', 'home-affairs-head', null], ['sendBack', 'committee-approver', 'Thiếu minh chứng'], ['report', 'home-affairs-head', null], ['accept', 'committee-approver', null],
    ]);
    expect(view.moves).toEqual([]);
    const queued = await db.execute<{ payload: unknown }>(sql`select payload from outbox where kind = 'case.told' and payload ->> 'case' = ${opened}`);
    expect(queued.map((it) => it.payload)).toEqual([{ case: opened, proofs: 1 }]);
    expect((await verifyChain(db)).faults).toEqual([]);
  });

  it('is moved once: who saw another version is shown the one that stands', async () => {
    got(await moveCase(as('home-affairs-head'), kind, { case: opened, move: 'report', version: 1 }));
    expect(await moveCase(as('home-affairs-head'), kind, { case: opened, move: 'report', version: 1 })).toMatchObject({ failure: { kind: 'changed-meanwhile', current: { state: 'reported', version: 2 } } });
    expect(await moveCase(as('home-affairs-head'), kind, { case: opened, move: 'report' })).toMatchObject({ failure: { kind: 'not-from-here', possible: ['sendBack', 'accept'] } });
  });

  it('is refused to who may not, at the door and at the move', async () => {
    expect(await moveCase(as('committee-approver'), kind, { case: opened, move: 'report' })).toMatchObject({ failure: { kind: 'forbidden', permission: 'evidence.record' } });
    const { A } = held.units as Record<string, UnitId>;
    const agency = as('agency-head', subtreesOf([A as UnitId]));
    expect(await getCase(agency, kind, opened)).toMatchObject({ failure: { kind: 'unknown-case' } });
    const theirs = await open(as('home-affairs-head'), A as UnitId);
    expect(got(await getCase(agency, kind, theirs)).case.unit).toBe(A);
  });

  it('of another tenant is not there', async () => {
    const elsewhere: CaseCtx = { ...as('home-affairs-head'), ...testCtx({ db: other, today: monday, access: commandLine }) };
    expect(await getCase(elsewhere, kind, opened)).toMatchObject({ failure: { kind: 'unknown-case' } });
    expect(await moveCase(elsewhere, kind, { case: opened, move: 'report' })).toMatchObject({ failure: { kind: 'unknown-case' } });
  });

  it('is open once for a subject', async () => {
    const ctx = as('home-affairs-head');
    const again = await ctx.write(async (tx) => openCase(ctx, tx, kind, { subject: got(await getCase(ctx, kind, opened)).case.subject, unit: null }));
    expect(again).toEqual({ ok: false, failure: { kind: 'case-open-already' } });
  });

  it('lapses by the clock alone, when its working days are over', async () => {
    expect(got(await getCase(as('home-affairs-head'), kind, opened)).case.dueOn).toBe('2026-01-15');
    expect(await moveCase(as('home-affairs-head'), kind, { case: opened, move: 'lapse' })).toMatchObject({ failure: { kind: 'not-by-a-person' } });
    expect(await lapseCase(as('home-affairs-head', everything, isoDate('2026-01-15')), kind, { case: opened, move: 'lapse' })).toMatchObject({ ok: false });
    expect(got(await lapseCase(as('home-affairs-head', everything, isoDate('2026-01-16')), kind, { case: opened, move: 'lapse' })).to).toBe('lapsed');
  });

  it('tells what changed since it was moved', async () => {
    got(await moveCase(as('home-affairs-head'), kind, { case: opened, move: 'report' }));
    const { case: found, changedSince } = got(await getCase(as('home-affairs-head'), kind, opened));
    expect(changedSince).toBeNull();
    subjects.set(found.subject, { proofs: 7 });
    expect(got(await getCase(as('home-affairs-head'), kind, opened)).changedSince).toEqual({ before: { proofs: 1 }, now: { proofs: 7 } });
  });

  it('goes on by the definition it began with, and by the one that stands where that can no longer be carried out', async () => {
    const { sendBack: _, ...fewer } = duty.moves;
    const changed = kindOf({ ...duty, moves: fewer } as unknown as Workflow<Duty>);
    got(await moveCase(as('home-affairs-head'), changed, { case: opened, move: 'report' }));
    got(await moveCase(as('committee-approver'), changed, { case: opened, move: 'sendBack', reason: 'Sửa lại' }));
    const unguarded = kindOf({ ...duty, moves: { ...fewer, report: { ...duty.moves.report, guards: [] } } } as unknown as Workflow<Duty>);
    got(await moveCase(as('home-affairs-head'), unguarded, { case: opened, move: 'report' }));
    expect(await moveCase(as('committee-approver'), unguarded, { case: opened, move: 'sendBack', reason: 'Sửa lại' })).toMatchObject({ failure: { kind: 'no-such-move' } });
  });
});

describe('many cases', () => {
  it('are moved one by one, each with its result', async () => {
    const without = await open(as('home-affairs-head'), null, 0);
    const results = await moveCases(as('home-affairs-head'), kind, { cases: [opened, without, uuidV7()], move: 'report' });
    expect(results).toMatchObject([{ ok: true, to: 'reported' }, { ok: false, failure: { kind: 'guard-refused', refusals: ['refusal.noProof'] } }, { ok: false, failure: { kind: 'unknown-case' } }]);
  });
});
