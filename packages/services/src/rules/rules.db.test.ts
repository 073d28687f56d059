import { examplePlan, parsePlan, parseRule } from '@saubac/domain/plan';
import { coreFacts } from '@saubac/domain/people';
import { definitionsById, holds, truthOf } from '@saubac/domain/rules';
import { everything, isoDate, subtreesOf, type UnitId } from '@saubac/domain/values';
import type { TenantDb } from '@saubac/db/tenancy';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { modelOf, rules, storeWorld, worlds } from '@saubac/testing/worlds';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '../context/index.ts';
import { createFigures } from '../figures/index.ts';
import { applyPlan, createDraft } from '../plans/index.ts';
import { populationOf } from '../targets/index.ts';
import { checkRule, countRule, listFacts, sampleRule } from './index.ts';

const on = isoDate('2025-06-30');
const definitions = definitionsById(coreFacts);
const [world] = fc.sample(worlds, { numRuns: 1, seed: 11 });
const unitId = (index: number): UnitId => `10000000-0000-7000-8000-00000000000${index}` as UnitId;

let cluster: TestCluster;
let db: TenantDb;
let ctx: Ctx;
beforeAll(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
  if (!world) throw new Error('no world');
  await db.transaction((tx) => storeWorld(tx, world));
  ctx = testCtx({ db, figures: createFigures() });
});
afterAll(() => cluster.close());

/** Rules that can be meant: none that nobody could ever meet. */
const sensible = rules.filter((it) => parseRule(it, definitions).ok);

/** What the model knows of everybody present below one unit (null: anywhere). */
const present = (unit: string | null) =>
  (world?.people ?? []).flatMap((person) => {
    const read = world && modelOf(world, person, on, on, ['verified']);
    const path = read?.({ fact: 'unit', within: ['U0'] });
    return read && (unit === null || (Array.isArray(path) && path.includes(unit))) ? [{ person, read }] : [];
  });

describe('a rule that stands in no plan', () => {
  it('is counted for exactly those for whom it holds, in the units of the caller alone', async () => {
    await fc.assert(
      fc.asyncProperty(sensible, fc.constantFrom(null, 0, 1, 2, 3, 4), async (rule, root) => {
        const limited: Ctx = root === null ? ctx : { ...ctx, access: { kind: 'granted', held: [{ role: 'agency-officer', scope: subtreesOf([unitId(root)]) }] } };
        const among = present(root === null ? null : `U${root}`);
        const inside = among.filter(({ read }) => holds(rule, definitions, read));
        const counted = await countRule(limited, { rule, on });
        if (!counted.ok) throw new Error(JSON.stringify(counted.failure));
        expect(counted.value).toMatchObject({ count: inside.length, of: among.length });
        const open = among.filter(({ read }) => truthOf(rule, definitions, read) === null).length;
        for (const people of Object.values(counted.value.unknown)) expect(people).toBeLessThanOrEqual(open);
        const sample = await sampleRule(limited, { rule, on });
        if (!sample.ok) throw new Error(JSON.stringify(sample.failure));
        const ids = new Set(inside.map(({ person }) => person.id));
        expect(sample.value.people).toHaveLength(Math.min(10, inside.length));
        for (const it of sample.value.people) expect(ids.has(it.id)).toBe(true);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('is counted among the people of a plan version where one is named', async () => {
    const rule = { fact: 'kind', in: ['cadre', 'civil-servant', 'public-employee', 'contract-staff'] };
    expect(await countRule(ctx, { rule, on, planVersion: 1 })).toEqual({ ok: false, failure: { kind: 'unknown-plan-version', number: 1 } });
    await applyPlan(ctx, { plan: examplePlan, from: isoDate('2021-01-15') });
    const parsed = parsePlan(examplePlan);
    if (!parsed.ok) throw new Error('the example');
    const { subjects, exclusions } = populationOf(parsed.value);
    const expected = present(null).filter(({ read }) => holds({ all: [subjects, { not: exclusions }] }, definitions, read)).length;
    expect(await countRule(ctx, { rule, on, planVersion: 1 })).toMatchObject({ ok: true, value: { count: expected, of: expected } });
  });

  it('is counted among those for whom another rule holds, by the certificates and levels of a draft where one is named', async () => {
    const rule = { fact: 'governmentLevel', in: ['commune'] };
    const among = { fact: 'kind', in: ['civil-servant'] };
    const inside = present(null).filter(({ read }) => holds(among as never, definitions, read)).length;
    const counted = await countRule(ctx, { rule, among, on });
    expect(counted).toMatchObject({ ok: true, value: { of: inside } });
    const moved = { ...examplePlan, governmentLevels: { rows: [{ when: { tiers: ['central', 'province', 'district', 'commune'] }, level: 'commune' }] } };
    const draft = await createDraft(ctx, { document: moved });
    if (!draft.ok) throw new Error('the draft');
    const everywhere = await countRule(ctx, { rule, among, on, draft: draft.value.id });
    expect(everywhere).toMatchObject({ ok: true, value: { of: inside } });
    if (!everywhere.ok || !counted.ok) throw new Error('the count');
    expect(everywhere.value.count).toBeGreaterThanOrEqual(counted.value.count);
    const sample = await sampleRule(ctx, { rule, among, on, draft: draft.value.id });
    expect(sample).toMatchObject({ ok: true });
    if (sample.ok) expect(sample.value.people).toHaveLength(Math.min(10, everywhere.value.count));
    const agency: Ctx = { ...ctx, access: { kind: 'granted', held: [{ role: 'agency-officer', scope: everything }] } };
    expect(await countRule(agency, { rule, on, draft: draft.value.id })).toEqual({ ok: false, failure: { kind: 'forbidden', permission: 'plan-draft.read' } });
    expect(await countRule(ctx, { rule, on, draft: '10000000-0000-7000-8000-000000000099' })).toEqual({ ok: false, failure: { kind: 'unknown-draft' } });
    expect(await countRule(ctx, { rule, among: null, on })).toMatchObject({ ok: false, failure: { kind: 'rule-has-problems' } });
  });

  it('is read aloud in both languages, and refused with everything wrong with it', async () => {
    const rule = { all: [{ fact: 'level', atLeast: 4, languages: ['en'] }, { fact: 'kind', in: ['cadre'] }] };
    const checked = await checkRule(ctx, rule);
    expect(checked).toMatchObject({ value: { problems: [] } });
    if (checked.ok) expect(checked.value.sentence?.vi).toContain('Tiếng Anh');
    const wrong = { any: [{ fact: 'kimd', in: ['cadre'] }, { fact: 'unit', within: ['NOWHERE'] }] };
    const problems = [{ path: 'any[0].fact', kind: 'unknown-fact' }, { kind: 'unknown-unit', unit: 'NOWHERE' }];
    expect(await checkRule(ctx, wrong)).toMatchObject({ value: { sentence: null, problems } });
    expect(await countRule(ctx, { rule: wrong, on })).toMatchObject({ ok: false, failure: { kind: 'rule-has-problems', count: 2, problems } });
    expect(await sampleRule(ctx, { rule: null, on })).toMatchObject({ ok: false, failure: { kind: 'rule-has-problems' } });
  });

  it('is counted in no unit that the caller may not see', async () => {
    const limited: Ctx = { ...ctx, access: { kind: 'granted', held: [{ role: 'agency-officer', scope: subtreesOf([unitId(4)]) }] } };
    const unknown = { ok: false, failure: { kind: 'unknown-unit', unit: 'U0', on } };
    expect(await countRule(limited, { rule: { all: [] }, on, unit: 'U0' })).toEqual(unknown);
    expect(await sampleRule(limited, { rule: { all: [] }, on, unit: 'U0' })).toEqual(unknown);
  });

  it('shows people only to who may read people', async () => {
    const finance: Ctx = { ...ctx, access: { kind: 'granted', held: [{ role: 'finance', scope: everything }] } };
    expect(await countRule(finance, { rule: { all: [] }, on })).toMatchObject({ ok: true });
    expect(await sampleRule(finance, { rule: { all: [] }, on })).toEqual({ ok: false, failure: { kind: 'forbidden', permission: 'person.read' } });
  });

  it('counts nobody of another tenant', async () => {
    const beta = await cluster.openTenant('beta');
    expect(await countRule(testCtx({ db: beta.db }), { rule: { all: [] }, on })).toMatchObject({ value: { count: 0, of: 0 } });
  });
});

describe('the catalogue of facts', () => {
  it('says of each fact how it may be compared, and of the languages what they are called', async () => {
    const listed = await listFacts(ctx);
    if (!listed.ok) throw new Error(listed.failure.kind);
    expect(listed.value.facts.map((it) => it.id).toSorted()).toEqual(coreFacts.map((it) => it.id).toSorted());
    expect(listed.value.facts.find((it) => it.id === 'age')).toMatchObject({ type: 'number', comparisons: ['atLeast', 'atMost', 'above', 'below'], takes: ['on'], plugin: null });
    expect(listed.value.languages).toContainEqual({ code: 'en', name: expect.objectContaining({ en: 'English' }) });
  });
});
