import { examplePlan } from '@saubac/domain/plan';
import { everything, isoDate, subtreesOf, type UnitId, type UserId } from '@saubac/domain/values';
import type { Role } from '@saubac/domain/access';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type CaseCtx, getCaseOf, moveCase } from '../../cases/index.ts';
import type { Ctx } from '../../context/index.ts';
import { listVersions } from '../list-versions.ts';
import { planVersionKind } from '../plan-version-kind.ts';
import { changeDraft, checkDraft, createDraft, dropDraft, getDraft, listDrafts, submitDraft } from './index.ts';

const writer = '00000000-0000-7000-8000-0000000000a1' as UserId;
const head = '00000000-0000-7000-8000-0000000000b2' as UserId;
const from = isoDate('2021-01-15');

let cluster: TestCluster;
let officer: Ctx;
let approver: Ctx;
let elsewhere: Ctx;
let as: (role: Role, user: UserId, scope?: typeof everything) => Ctx;
beforeAll(async () => {
  cluster = await cloneDatabase();
  const { db } = await cluster.openTenant('alpha');
  as = (role, user, scope = everything) => testCtx({ db, actor: { id: user, label: role }, access: { kind: 'granted', held: [{ role, scope }] } });
  officer = as('home-affairs-officer', writer);
  approver = as('home-affairs-head', head);
  const beta = await cluster.openTenant('beta');
  elsewhere = testCtx({ db: beta.db, actor: officer.actor, access: officer.access });
});
afterAll(() => cluster.close());

const begun = async (document: unknown = examplePlan): Promise<string> => {
  const created = await createDraft(officer, { document, note: 'bản 1' });
  if (!created.ok) throw new Error(JSON.stringify(created.failure));
  return created.value.id;
};

const moveDraft = async (ctx: CaseCtx, id: string, move: string, reason?: string) => {
  const kind = planVersionKind(ctx);
  const view = await getCaseOf(ctx, kind, id);
  if (!view.ok) throw new Error(view.failure.kind);
  return moveCase(ctx, kind, { case: view.value.case.id, move, reason });
};
const moved = (ctx: Ctx, id: string, move: string, reason?: string) => moveDraft({ ...ctx, calendar: { off: new Set(), worked: new Set() } }, id, move, reason);
const approved = async (id: string): Promise<void> => {
  for (const step of [await submitDraft(officer, { id, version: 1, from }), await moved(approver, id, 'check'), await moved(approver, id, 'approve')]) expect(step).toMatchObject({ ok: true });
};

describe('a draft of a plan', () => {
  it('is stored with its problems, which are listed, and not handed in with them: nothing of the attempt is kept', async () => {
    const id = await begun({ ...examplePlan, targets: [] });
    const checked = await checkDraft(officer, id);
    expect(checked).toMatchObject({ ok: true, value: { draft: { plan: examplePlan.id, version: 1, state: 'open', note: 'bản 1' }, problems: [{ path: 'targets', kind: 'empty' }] } });
    expect(await submitDraft(officer, { id, version: 1, from })).toMatchObject({ ok: false, failure: { kind: 'guard-refused', refusals: ['refusal.hasNoProblems'] } });
    expect(await getDraft(officer, id)).toMatchObject({ value: { state: 'open', version: 1, from: null, case: null } });
  });

  it('names units and languages that the tenant has not among its problems', async () => {
    const id = await begun({ ...examplePlan, scope: { ...examplePlan.scope, units: ['NOWHERE'] } });
    expect(await checkDraft(officer, id)).toMatchObject({ value: { problems: [{ path: 'scope.units[0]', kind: 'unknown-unit', unit: 'NOWHERE' }] } });
  });

  it('is changed by who has seen its present state, and what is left out stays', async () => {
    const id = await begun();
    expect(await changeDraft(officer, { id, version: 1, note: 'bản 2' })).toMatchObject({ ok: true, value: { version: 2, note: 'bản 2', document: { id: examplePlan.id } } });
    const stale = await changeDraft(officer, { id, version: 1, document: {} });
    expect(stale).toMatchObject({ ok: false, failure: { kind: 'changed-meanwhile', yours: 1, current: { version: 2, note: 'bản 2' } } });
    expect(await changeDraft(officer, { id, version: 2, document: {} })).toMatchObject({ ok: true, value: { version: 3, plan: null, document: {} } });
  });

  it('becomes the version in force when another has approved it, once, and ends with that', async () => {
    const id = await begun();
    expect(await submitDraft(officer, { id, version: 2, from })).toMatchObject({ failure: { kind: 'changed-meanwhile', yours: 2 } });
    await approved(id);
    expect(await getDraft(approver, id)).toMatchObject({ value: { state: 'in-force', became: 1, from, changed: { by: writer }, case: { state: 'approved', closed: true } } });
    expect(await listVersions(officer)).toMatchObject({ value: [{ number: 1, inForceFrom: from }] });
    expect(await changeDraft(officer, { id, version: 4, note: 'x' })).toMatchObject({ ok: false, failure: { kind: 'draft-closed', state: 'in-force' } });
  });

  it('may begin with a version that is in force, and says with which', async () => {
    expect(await createDraft(officer, { version: 1 })).toMatchObject({ ok: true, value: { basedOn: 1, plan: examplePlan.id, document: { schemaVersion: 1 } } });
    expect(await createDraft(officer, { version: 77 })).toEqual({ ok: false, failure: { kind: 'unknown-plan-version', number: 77 } });
  });

  it('that is the same as what is in force becomes that version and makes no new one', async () => {
    const id = await begun();
    await approved(id);
    expect(await getDraft(officer, id)).toMatchObject({ value: { became: 1 } });
    expect(await listVersions(officer)).toMatchObject({ value: [{ number: 1 }] });
  });

  it('that was given up is kept and stays as it is', async () => {
    const id = await begun();
    expect(await dropDraft(officer, { id, version: 2 })).toMatchObject({ failure: { kind: 'changed-meanwhile' } });
    expect(await dropDraft(officer, { id, version: 1, why: 'nhầm' })).toMatchObject({ ok: true, value: { state: 'dropped' } });
    expect(await dropDraft(officer, { id, version: 2 })).toMatchObject({ failure: { kind: 'draft-closed', state: 'dropped' } });
    expect(await submitDraft(officer, { id, version: 2, from })).toMatchObject({ failure: { kind: 'draft-closed' } });
  });

  it('is listed a page at a time, the newest first, by its state', async () => {
    const all = await listDrafts(officer);
    if (!all.ok) throw new Error(all.failure.kind);
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await listDrafts(officer, { after, limit: 2 });
      if (!page.ok) throw new Error(page.failure.kind);
      seen.push(...page.value.drafts.map((it) => it.id));
      if (page.value.next === null) break;
      after = page.value.next;
    }
    expect(seen).toEqual(all.value.drafts.map((it) => it.id));
    expect(seen).toEqual(seen.toSorted().toReversed());
    const open = await listDrafts(officer, { state: 'open' });
    expect(open).toMatchObject({ ok: true });
    if (open.ok) expect(new Set(open.value.drafts.map((it) => it.state))).toEqual(new Set(['open']));
  });

  it('is refused where nothing of it could be kept', async () => {
    expect(await createDraft(officer, { document: [] })).toMatchObject({ failure: { kind: 'not-a-draft' } });
    expect(await createDraft(officer, { document: { title: 'a\u0000' } })).toMatchObject({ failure: { kind: 'not-a-draft', problems: [{ path: 'title', kind: 'character-not-stored' }] } });
    expect(await createDraft(officer, { document: { title: 'x'.repeat(2_000_001) } })).toMatchObject({ failure: { kind: 'draft-too-large' } });
  });

  it('leaves an entry in the audit for each act', async () => {
    const acts = await officer.db.execute<{ act: string }>(sql`select distinct act from audit_entries order by act`);
    expect(acts.map((it) => it.act)).toEqual(['case.moved', 'plan-draft.changed', 'plan-draft.created', 'plan-draft.dropped', 'plan-draft.put-in-force', 'plan-draft.submitted', 'plan.applied']);
  });
});

describe('who may do what with drafts', () => {
  it('lets those write who draft, those read who approve, and nobody else', async () => {
    const id = await begun();
    const committee = as('committee-approver', head);
    expect(await getDraft(committee, id)).toMatchObject({ ok: true });
    expect(await changeDraft(committee, { id, version: 1, note: 'x' })).toEqual({ ok: false, failure: { kind: 'forbidden', permission: 'plan.draft' } });
    expect(await submitDraft(committee, { id, version: 1, from })).toEqual({ ok: false, failure: { kind: 'forbidden', permission: 'plan.draft' } });
    for (const role of ['agency-officer', 'auditor', 'finance', 'learner'] as const) {
      const other = as(role, head);
      for (const answer of [await getDraft(other, id), await listDrafts(other), await createDraft(other, { document: {} }), await dropDraft(other, { id, version: 1 })]) expect(answer).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    }
  });

  it('does not let somebody whose right ends at some units hand a plan in', async () => {
    const id = await begun({ ...examplePlan, id: 'another', title: { vi: 'Khác' } });
    const limited = as('home-affairs-head', head, subtreesOf(['10000000-0000-7000-8000-000000000000' as UnitId]));
    expect(await submitDraft(limited, { id, version: 1, from })).toEqual({ ok: false, failure: { kind: 'forbidden', permission: 'plan.draft' } });
  });

  it('shows no draft of another tenant', async () => {
    const id = await begun();
    expect(await getDraft(elsewhere, id)).toEqual({ ok: false, failure: { kind: 'unknown-draft' } });
    expect(await changeDraft(elsewhere, { id, version: 1, note: 'x' })).toEqual({ ok: false, failure: { kind: 'unknown-draft' } });
    expect(await listDrafts(elsewhere)).toMatchObject({ value: { drafts: [] } });
    expect(await getDraft(officer, 'not-an-id')).toEqual({ ok: false, failure: { kind: 'unknown-draft' } });
  });
});
