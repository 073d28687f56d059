import { examplePlan } from '@saubac/domain/plan';
import { isoDate } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '../context/index.ts';
import { progress } from '../targets/index.ts';
import { applyPlan, listVersions, withdrawPlan } from './index.ts';

let cluster: TestCluster;
let ctx: Ctx;
beforeAll(async () => {
  cluster = await cloneDatabase();
  const { db } = await cluster.openTenant('alpha');
  ctx = testCtx({ db, today: isoDate('2026-01-01') });
});
afterAll(() => cluster.close());

const versionOn = async (on: string): Promise<number | undefined> => {
  const answer = await progress(ctx, { on: isoDate(on) });
  return answer.ok ? answer.value[0]?.planVersion : undefined;
};

describe('withdrawing a plan version', () => {
  it('gives its days back to the version before it and frees its day for the right one', async () => {
    const plan = examplePlan;
    const from = plan.period.from;
    expect(await applyPlan(ctx, { plan, from: isoDate(from) })).toMatchObject({ ok: true, value: { version: { number: 1 } } });
    const mistaken = { ...plan, title: { vi: 'Nhầm' } };
    expect(await applyPlan(ctx, { plan: mistaken, from: isoDate('2025-01-01') })).toMatchObject({ ok: true, value: { version: { number: 2 } } });
    expect(await versionOn('2025-06-30')).toBe(2);

    expect(await withdrawPlan(ctx, { number: 2, why: 'nhầm tệp' })).toMatchObject({ ok: true });
    expect(await versionOn('2025-06-30')).toBe(1);
    expect(await listVersions(ctx)).toMatchObject({ value: [{ number: 1, inForce: true, withdrawn: false, putInForce: { label: ctx.actor.label, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) } }, { number: 2, inForce: false, withdrawn: true }] });

    expect(await applyPlan(ctx, { plan: { ...plan, title: { vi: 'Đúng' } }, from: isoDate('2025-01-01') })).toMatchObject({ ok: true, value: { version: { number: 3 } } });
    expect(await versionOn('2025-06-30')).toBe(3);
    expect(await progress(ctx, { on: isoDate('2025-06-30'), planVersion: 2 })).toMatchObject({ ok: true });
  });

  it('is refused for a version that is not there or was withdrawn already', async () => {
    expect(await withdrawPlan(ctx, { number: 9, why: 'x' })).toEqual({ ok: false, failure: { kind: 'unknown-plan-version', number: 9 } });
    expect(await withdrawPlan(ctx, { number: 2, why: 'x' })).toEqual({ ok: false, failure: { kind: 'plan-version-withdrawn', number: 2 } });
  });
});

describe('applying a plan', () => {
  it('is refused from a day after the plan has ended', async () => {
    const plan = examplePlan;
    expect(await applyPlan(ctx, { plan, from: isoDate('2099-01-01') })).toEqual({ ok: false, failure: { kind: 'after-the-plan-ended', on: '2099-01-01', to: plan.period.to } });
  });
});
