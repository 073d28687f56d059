import { examplePlan } from '@saubac/domain/plan';
import { isoDate, subtreesOf, type UnitId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { storeWorld, worlds } from '@saubac/testing/worlds';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '../../context/index.ts';
import { createFigures } from '../../figures/index.ts';
import { progress } from '../../targets/index.ts';
import { applyPlan } from '../apply-plan.ts';
import { listVersions } from '../list-versions.ts';
import { compareDraft, createDraft } from './index.ts';

const on = isoDate('2025-06-30');
const [target, evidence] = examplePlan.targets;
const widened = { ...examplePlan, subjects: examplePlan.subjects.map((it) => ({ ...it, rule: { all: [] } })), targets: [{ ...target, cohort: { all: [] } }, { ...evidence, id: 'policies-again' }] };
const [world] = fc.sample(worlds, { numRuns: 1, seed: 11 });

let cluster: TestCluster;
let ctx: Ctx;
beforeAll(async () => {
  cluster = await cloneDatabase();
  const { db } = await cluster.openTenant('alpha');
  if (!world) throw new Error('no world');
  await db.transaction((tx) => storeWorld(tx, world));
  ctx = testCtx({ db, figures: createFigures() });
});
afterAll(() => cluster.close());

const begun = async (document: unknown): Promise<string> => {
  const created = await createDraft(ctx, { document });
  if (!created.ok) throw new Error(created.failure.kind);
  return created.value.id;
};

describe('a draft beside the version in force', () => {
  it('has nothing to be compared with in a tenant without a plan, and shows what its figures would be', async () => {
    const compared = await compareDraft(ctx, await begun(examplePlan), { on });
    expect(compared).toMatchObject({ value: { version: null, problems: [], changes: [], effect: [{ target: 'officials-2025', before: null, after: { status: expect.any(String) } }, { target: 'policies-2025' }] } });
  });

  it('shows what differs and what that does to every figure, exactly as it will be once it is in force, and stores nothing', async () => {
    await applyPlan(ctx, { plan: examplePlan, from: isoDate('2021-01-15') });
    const id = await begun(widened);
    const compared = await compareDraft(ctx, id, { on });
    if (!compared.ok) throw new Error(compared.failure.kind);
    const { version, changes, effect } = compared.value;
    expect(version?.number).toBe(1);
    expect(changes.map((it) => [it.section, it.id, it.kind])).toEqual(expect.arrayContaining([['targets', 'officials-2025', 'changed'], ['targets', 'policies-2025', 'removed'], ['targets', 'policies-again', 'added']]));
    expect(effect?.map((it) => [it.target, it.before !== null, it.after !== null])).toEqual([['officials-2025', true, true], ['policies-again', false, true], ['policies-2025', true, false]]);
    const before = await progress(ctx, { on });
    expect(await listVersions(ctx)).toMatchObject({ value: [{ number: 1 }] });
    await applyPlan(ctx, { plan: widened, from: isoDate('2025-06-01') });
    const after = await progress(ctx, { on });
    const figures = (answers: typeof before, id: string) => (answers.ok ? answers.value.find((it) => it.target === id) : undefined);
    expect(figures(before, 'officials-2025')).toMatchObject(effect?.[0]?.before ?? {});
    expect(figures(after, 'officials-2025')).toMatchObject(effect?.[0]?.after ?? {});
    expect(effect?.[0]?.after?.denominator).toBeGreaterThan(effect?.[0]?.before?.denominator ?? 0);
  });

  it('is counted in the units of the caller alone', async () => {
    const id = await begun(widened);
    const limited: Ctx = { ...ctx, access: { kind: 'granted', held: [{ role: 'home-affairs-head', scope: subtreesOf(['10000000-0000-7000-8000-000000000004' as UnitId]) }] } };
    const [whole, part] = [await compareDraft(ctx, id, { on }), await compareDraft(limited, id, { on })];
    const heads = (it: typeof whole): number => (it.ok ? (it.value.effect?.[0]?.after?.denominator ?? 0) : -1);
    expect(heads(part)).toBeLessThan(heads(whole));
    expect(await compareDraft(limited, id, { on, unit: 'U0' })).toEqual({ ok: false, failure: { kind: 'unknown-unit', unit: 'U0', on } });
  });

  it('is compared and not counted while it has problems', async () => {
    const id = await begun({ ...widened, targets: [{ ...target, cohort: { fact: 'kimd', in: ['x'] } }] });
    const compared = await compareDraft(ctx, id, { on });
    expect(compared).toMatchObject({ value: { problems: [{ kind: 'unknown-fact' }], effect: null } });
    if (compared.ok) expect(compared.value.changes.length).toBeGreaterThan(0);
    expect(await compareDraft(ctx, await begun({}), { on })).toMatchObject({ ok: true, value: { effect: null, changes: [] } });
  });

  it('may be compared with a version of one\'s choice', async () => {
    const id = await begun(widened);
    expect(await compareDraft(ctx, id, { on, planVersion: 1 })).toMatchObject({ value: { version: { number: 1 } } });
    expect(await compareDraft(ctx, id, { on, planVersion: 9 })).toEqual({ ok: false, failure: { kind: 'unknown-plan-version', number: 9 } });
  });

  it('is not for who drafts nothing', async () => {
    const agency: Ctx = { ...ctx, access: { kind: 'granted', held: [{ role: 'agency-officer', scope: subtreesOf(['10000000-0000-7000-8000-000000000004' as UnitId]) }] } };
    expect(await compareDraft(agency, await begun(widened), { on })).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
  });
});
