import { verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import type { Role } from '@saubac/domain/access';
import { examplePlan } from '@saubac/domain/plan';
import { everything, isoDate, type IsoDate, type Result, type UserId } from '@saubac/domain/values';
import { cloneDatabase, raceFor, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaseCtx, type CaseView, getCaseOf, moveCase } from '../cases/index.ts';
import { changeDraft, createDraft, dropDraft, getDraft, listVersions, planVersionKind, submitDraft } from './index.ts';

const idOf: Partial<Record<Role, UserId>> = {
  'home-affairs-officer': '00000000-0000-7000-8000-0000000000a1' as UserId, 'home-affairs-head': '00000000-0000-7000-8000-0000000000b2' as UserId, 'committee-approver': '00000000-0000-7000-8000-0000000000c3' as UserId,
};
const from = isoDate('2022-03-01');
const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
};

let cluster: TestCluster;
let db: TenantDb;
let draft: string;
let plans = 0;
const as = (role: Role, id: UserId | undefined = idOf[role]): CaseCtx =>
  ({ ...testCtx({ db, today: isoDate('2026-01-12'), actor: { id: id ?? null, label: role }, access: { kind: 'granted', held: [{ role, scope: everything }] } }), calendar: { off: new Set(), worked: new Set() } });
const seen = async (role: Role): Promise<CaseView> => got(await getCaseOf(as(role), planVersionKind(as(role)), draft));
const moved = async (role: Role, move: string, reason?: string) => moveCase(as(role), planVersionKind(as(role)), { case: (await seen(role)).case.id, move, reason });
const submitted = async (version = 1, day: IsoDate = from) => submitDraft(as('home-affairs-officer'), { id: draft, version, from: day });
const changed = async (role: Role, title: string) => {
  const { version } = got(await getDraft(as(role), draft));
  return changeDraft(as(role), { id: draft, version, document: { ...examplePlan, id: `plan-${plans}`, title: { vi: title } } });
};

beforeAll(async () => {
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
});
beforeEach(async () => {
  plans += 1;
  // Each plan in a period of its own year, so that none stands on another's territory: the earlier ones are withdrawn or never approved.
  draft = got(await createDraft(as('home-affairs-officer'), { document: { ...examplePlan, id: `plan-${plans}` } })).id;
});
afterAll(() => cluster.close());

describe('a plan version', () => {
  it('is handed in, sent back with a reason, corrected, checked and approved, and then it is in force', async () => {
    got(await submitted());
    expect(await moved('home-affairs-head', 'sendBack')).toMatchObject({ failure: { kind: 'reason-needed' } });
    got(await moved('home-affairs-head', 'sendBack', 'Sai tên kế hoạch'));
    got(await changed('home-affairs-officer', 'Kế hoạch sửa'));
    got(await submitted(3));
    got(await moved('home-affairs-head', 'check'));
    got(await moved('committee-approver', 'returnChecked', 'Thiếu mục tiêu 2030'));
    got(await submitted(3));
    got(await moved('home-affairs-head', 'check'));
    got(await moved('committee-approver', 'approve'));
    const view = await seen('home-affairs-officer');
    expect(view.case).toMatchObject({ state: 'approved', openedLabel: 'home-affairs-officer' });
    expect(view.history.map(({ move, label, reason }) => [move, label, reason])).toEqual([
      ['submit', 'home-affairs-officer', null], ['sendBack', 'home-affairs-head', 'Sai tên kế hoạch'], ['submit', 'home-affairs-officer', null], ['check', 'home-affairs-head', null],
      ['returnChecked', 'committee-approver', 'Thiếu mục tiêu 2030'], ['submit', 'home-affairs-officer', null], ['check', 'home-affairs-head', null], ['approve', 'committee-approver', null],
    ]);
    expect(got(await listVersions(as('home-affairs-officer'))).at(-1)).toMatchObject({ plan: `plan-${plans}`, inForceFrom: from, inForce: true });
    expect((await verifyChain(db)).faults).toEqual([]);
  });

  it('is not approved beside another plan on the same units, and says so before anybody tries', async () => {
    got(await submitted());
    got(await moved('home-affairs-head', 'check'));
    expect((await seen('committee-approver')).moves).toMatchObject([{ move: 'approve', refusals: ['refusal.hasItsUnitsToItself'] }, { move: 'returnChecked', refusals: [] }]);
    expect(await moved('committee-approver', 'approve')).toMatchObject({ failure: { kind: 'guard-refused', refusals: ['refusal.hasItsUnitsToItself'] } });
    expect(await getDraft(as('home-affairs-officer'), draft)).toMatchObject({ value: { state: 'open' } });
  });

  it('that its author changes after it was checked is checked again, with what differs', async () => {
    got(await submitted());
    got(await moved('home-affairs-head', 'check'));
    got(await changed('home-affairs-officer', 'Tên khác'));
    const view = await seen('home-affairs-head');
    expect(view.case.state).toBe('waiting-check');
    const { before, now } = view.changedSince as { before: { parts: Record<string, string> }; now: { parts: Record<string, string> } };
    expect(Object.keys(now.parts).filter((it) => now.parts[it] !== before.parts[it])).toEqual(['title']);
    expect(view.history.at(-1)).toMatchObject({ move: 'change', label: 'home-affairs-officer' });
  });

  it('on its way is changed by nobody but its author; a note is', async () => {
    got(await submitted());
    expect(await changed('home-affairs-head', 'Tên của trưởng phòng')).toMatchObject({ failure: { kind: 'not-the-opener' } });
    const { version, document } = got(await getDraft(as('home-affairs-head'), draft));
    expect(document).toMatchObject({ title: examplePlan.title });
    expect(await changeDraft(as('home-affairs-head'), { id: draft, version, note: 'đã xem' })).toMatchObject({ ok: true });
  });

  it('is neither checked nor approved by who handed it in or wrote last in it', async () => {
    got(await submitDraft(as('home-affairs-head'), { id: draft, version: 1, from }));
    expect(await moved('home-affairs-head', 'check')).toMatchObject({ failure: { kind: 'second-person-needed' } });
    got(await dropDraft(as('home-affairs-head'), { id: draft, version: 2 }));
    draft = got(await createDraft(as('home-affairs-head'), { document: examplePlan })).id;
    got(await submitted());
    expect(await moved('home-affairs-head', 'check')).toMatchObject({ failure: { kind: 'guard-refused', refusals: ['refusal.wasWrittenByAnother'] } });
  });

  it('that was handed in is withdrawn by who did, and then its draft is given up', async () => {
    got(await submitted());
    const { version } = got(await getDraft(as('home-affairs-officer'), draft));
    expect(await dropDraft(as('home-affairs-head'), { id: draft, version })).toMatchObject({ failure: { kind: 'not-the-opener' } });
    expect(await getDraft(as('home-affairs-officer'), draft)).toMatchObject({ value: { state: 'open', version } });
    got(await dropDraft(as('home-affairs-officer'), { id: draft, version, why: 'Nhầm' }));
    expect(await getDraft(as('home-affairs-officer'), draft)).toMatchObject({ value: { state: 'dropped', case: { state: 'withdrawn', closed: true } } });
  });

  it('is seen by those who draft, check and approve alone', async () => {
    got(await submitted());
    expect(await getCaseOf(as('agency-head'), planVersionKind(as('agency-head')), draft)).toMatchObject({ failure: { kind: 'forbidden' } });
    expect((await seen('committee-approver')).moves).toEqual([]);
  });
});

describe('plan versions that are approved at the same moment', () => {
  const checked = async (id: string): Promise<string> => {
    draft = got(await createDraft(as('home-affairs-officer'), { document: { ...examplePlan, id } })).id;
    got(await submitted());
    got(await moved('home-affairs-head', 'check'));
    return (await seen('committee-approver')).case.id;
  };
  const approve = (id: string) => () => moveCase(as('committee-approver'), planVersionKind(as('committee-approver')), { case: id, move: 'approve' });
  const kinds = (outcomes: readonly Awaited<ReturnType<ReturnType<typeof approve>>>[]): string[] => outcomes.map((it) => (it.ok ? it.value.to : it.failure.kind)).toSorted();

  it('over the same units: one is in force, and the other is refused in words as if it had come later', async () => {
    const handle = await cluster.openTenant('beta');
    db = handle.db;
    const outcomes = await raceFor(handle, sql`lock table plan_versions in exclusive mode`, approve(await checked('one')), approve(await checked('two')));
    expect(kinds(outcomes)).toEqual(['approved', 'guard-refused']);
    expect(outcomes.find((it) => !it.ok)).toMatchObject({ failure: { refusals: ['refusal.hasItsUnitsToItself'] } });
    handle.release();
  });
});
