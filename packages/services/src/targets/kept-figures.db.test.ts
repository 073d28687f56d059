import { examplePlan } from '@saubac/domain/plan';
import { everything, isoDate, subtreesOf, type UnitId, type UserId } from '@saubac/domain/values';
import { pgArray, type TenantDb } from '@saubac/db/tenancy';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { storeWorld, worlds } from '@saubac/testing/worlds';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Ctx } from '../context/index.ts';
import { createFigures } from '../figures/index.ts';
import { applyPlan, recordEvidence, withdrawPlan } from '../plans/index.ts';
import { people, progress, progressByUnit, type Question } from './index.ts';

const on = isoDate('2025-06-30');
const units = [0, 1, 2, 3, 4].map((it) => `10000000-0000-7000-8000-00000000000${it}` as UnitId);
const plan = { ...examplePlan, subjects: examplePlan.subjects.map((it) => ({ ...it, rule: { all: [] } })), targets: examplePlan.targets.map((it) => ('cohort' in it ? { ...it, cohort: { fact: 'kind', in: ['cadre', 'civil-servant'] } } : it)) };
const [world] = fc.sample(worlds, { numRuns: 1, seed: 11 });

let cluster: TestCluster;
let db: TenantDb;
/** A larger pool of the same tenant. */
let wide: TenantDb;
/** Every statement that the tenant's connections were sent. */
const sent: string[] = [];
beforeAll(async () => {
  cluster = await cloneDatabase();
  db = drizzle(cluster.loginAs(await cluster.tenantLogin('alpha')), { logger: { logQuery: (query) => void sent.push(query) } });
  wide = (await cluster.openTenant('alpha')).db;
  const beta = await cluster.openTenant('beta');
  for (const tenant of [db, beta.db]) {
    await tenant.transaction((tx) => storeWorld(tx, world ?? { units: [], posts: [], people: [], adopted: [], proofs: [] }));
    expect(await applyPlan(testCtx({ db: tenant }), { plan, from: isoDate('2021-01-15') })).toMatchObject({ ok: true });
  }
  await beta.db.execute(sql`delete from assignments where person_id in (select id from people order by id limit 12)`);
});
afterAll(() => cluster.close());
beforeEach(() => void sent.splice(0));

const counting = (): string[] => sent.filter((it) => it.includes('count(*) filter'));
const officer = (ctx: Ctx, scope = everything): Ctx => ({ ...ctx, access: { kind: 'granted', held: [{ role: 'agency-officer', scope }] } });
const fresh = (): Ctx => testCtx({ db, figures: createFigures() });

describe('figures that are kept', () => {
  it('cost one tiny read when they are asked for again', async () => {
    const ctx = fresh();
    const first = await progress(ctx, { on });
    expect(counting()).toHaveLength(1);
    sent.splice(0);
    expect(await progress(ctx, { on })).toEqual(first);
    expect(sent).toEqual(['select position from data_head']);
  });

  it('are worked out once for all who ask the same at the same time', async () => {
    const ctx = fresh();
    const answers = await Promise.all(Array.from({ length: 8 }, () => progress(ctx, { on })));
    expect(new Set(answers.map((it) => JSON.stringify(it))).size).toBe(1);
    expect(counting()).toHaveLength(1);
  });

  it('are never those of other units: of another question, another scope or another tenant', async () => {
    const figures = createFigures();
    const mine = testCtx({ db, figures });
    const plain = testCtx({ db });
    const scopes = [everything, ...units.map((it) => subtreesOf([it])), subtreesOf([units[1], units[2]].filter((it) => it !== undefined))];
    const questions: Question[] = [{ on }, { on, unit: 'U1' }, { on: isoDate('2024-01-01') }];
    for (const round of [1, 2]) {
      for (const scope of scopes) for (const question of questions) expect(await progress(officer(mine, scope), question), `round ${round}`).toEqual(await progress(officer(plain, scope), question));
    }
    const beta = await cluster.openTenant('beta');
    const theirs = testCtx({ db: beta.db, figures, tenant: { id: beta.tenant.id, slug: 'beta' } });
    const ours = await progress(mine, { on });
    const others = await progress(theirs, { on });
    expect(others).toEqual(await progress(testCtx({ db: beta.db }), { on }));
    expect(others).not.toEqual(ours);
  });

  it('of a unit outside the scope do not exist, kept or not', async () => {
    const ctx = fresh();
    await progress(ctx, { on, unit: 'U0' });
    const limited = officer(ctx, subtreesOf(units.slice(4)));
    // Units of the world stand below units with a smaller number, so that none stands below the last.
    for (const unit of ['U0', 'U1', 'U2', 'U3']) {
      const unknown = { ok: false, failure: { kind: 'unknown-unit', unit, on } };
      expect(await progress(limited, { on, unit })).toEqual(unknown);
      expect(await progressByUnit(limited, { on, unit, target: 'officials-2025' })).toEqual(unknown);
      expect(await people(limited, { on, unit, target: 'officials-2025', group: 'cohort' })).toEqual(unknown);
    }
  });

  it('are not for who may not read them', async () => {
    const ctx: Ctx = { ...fresh(), access: { kind: 'granted', held: [{ role: 'learner', scope: everything }] } };
    expect(await progress(ctx, { on })).toEqual({ ok: false, failure: { kind: 'forbidden', permission: 'progress.read' } });
    expect(await progressByUnit(ctx, { on, target: 'officials-2025' })).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await people(ctx, { on, target: 'officials-2025', group: 'cohort' })).toMatchObject({ failure: { kind: 'forbidden' } });
  });

  it('equal those worked out anew after any writes', async () => {
    const kept = fresh();
    const anew = testCtx({ db });
    const move = (kind: string, people: number[]) => (ctx: Ctx) =>
      ctx.write(async (tx, record) => {
        await tx.execute(sql`update assignments set kind = ${kind} where person_id = any(${pgArray(people.map((it) => world?.people[it]?.id ?? ''))}::uuid[])`);
        await record({ act: 'test.changed', subject: { kind: 'test' } });
      });
    const level = (by: number) => (ctx: Ctx) =>
      ctx.write(async (tx, record) => {
        await tx.execute(sql`update certificate_levels set level = least(6, greatest(1, level + ${by}))`);
        await record({ act: 'test.changed', subject: { kind: 'test' } });
      });
    const newPlan = (goal: number) => async (ctx: Ctx) => {
      await applyPlan(ctx, { plan: { ...plan, targets: plan.targets.map((it) => (it.measure.kind === 'share' ? { ...it, measure: { ...it.measure, goal } } : it)) }, from: isoDate('2022-01-01') });
    };
    const withdrawn = (number: number) => async (ctx: Ctx) => void (await withdrawPlan(ctx, { number, why: 'test' }));
    const proof = (title: string) => async (ctx: Ctx) => void (await recordEvidence(ctx, { target: 'policies-2025', title, number: null, issuedOn: isoDate('2024-01-01'), inForceTo: null }));
    const write = fc.oneof(
      fc.tuple(fc.constantFrom('cadre', 'civil-servant', 'public-employee'), fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 6 })).map(([kind, some]) => move(kind, some)),
      fc.constantFrom(-1, 1).map(level),
      fc.constantFrom(1_000, 2_000).map(newPlan),
      fc.constantFrom(2, 3).map(withdrawn),
      fc.constantFrom('a', 'b').map(proof),
    );
    const questions: Question[] = [{ on }, { on: isoDate('2021-06-30') }, { on, unit: 'U0' }];
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 4 }), async (writes) => {
        for (const it of writes) {
          await it(anew);
          for (const question of questions) {
            expect(await progress(kept, question)).toEqual(await progress(anew, question));
            expect(await progressByUnit(kept, { ...question, target: 'officials-2025' })).toEqual(await progressByUnit(anew, { ...question, target: 'officials-2025' }));
          }
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});

describe('a question about figures that takes long', () => {
  const blocked = async (): Promise<{ waiting: (wanted: number) => Promise<void>; free: () => Promise<void> }> => {
    const superuser = cluster.superuser();
    // The driver reserves only a connection that is open.
    await superuser`select 1`;
    const held = await superuser.reserve();
    const { schemaName } = (await cluster.findTenant('alpha')) ?? { schemaName: '' };
    await held.unsafe(`begin; lock table ${schemaName}.assignments in access exclusive mode`);
    const waiting = async (wanted: number): Promise<void> => {
      for (;;) {
        const [row] = await superuser`select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
        if (row?.['count'] === wanted) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const free = async (): Promise<void> => {
      await held.unsafe('rollback');
      held.release();
    };
    return { waiting, free };
  };

  it('is stopped on the server when the last who waits has left, and not before', async () => {
    const figures = createFigures();
    const lock = await blocked();
    const left = new Error('left');
    const [one, other] = [new AbortController(), new AbortController()];
    const first = expect(progress(testCtx({ db, figures, signal: one.signal }), { on })).rejects.toBe(left);
    const second = expect(progress(testCtx({ db, figures, signal: other.signal }), { on })).rejects.toBe(left);
    await lock.waiting(1);
    one.abort(left);
    await first;
    await lock.waiting(1);
    other.abort(left);
    await second;
    await lock.waiting(0);
    await lock.free();
    expect(await progress(testCtx({ db, figures }), { on })).toMatchObject({ ok: true });
  });

  it('is given up after its time, and the refusal says so', async () => {
    const lock = await blocked();
    const ctx = testCtx({ db, figures: createFigures({ timeoutMs: 50 }) });
    expect(await progress(ctx, { on })).toEqual({ ok: false, failure: { kind: 'took-too-long', seconds: 1 } });
    await lock.free();
    expect(await progress(ctx, { on })).toMatchObject({ ok: true });
  });

  it('leaves connections to others: no more than two of a tenant at once', async () => {
    const figures = createFigures();
    const lock = await blocked();
    const days = ['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01'];
    const asked = Promise.all(days.map((it) => progress(testCtx({ db: wide, figures }), { on: isoDate(it) })));
    await lock.waiting(2);
    await lock.free();
    expect((await asked).every((it) => it.ok)).toBe(true);
  });
});

describe('the person who asks', () => {
  it('does not matter, where his units and his right are the same', async () => {
    const figures = createFigures();
    const [a, b] = ['a', 'b'].map((it) => officer(testCtx({ db, figures, actor: { id: it as UserId, label: it } })));
    if (!a || !b) throw new Error('two officers');
    await progress(a, { on });
    sent.splice(0);
    await progress(b, { on });
    expect(counting()).toEqual([]);
  });
});
