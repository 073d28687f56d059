import { examplePlan } from '@saubac/domain/plan';
import type { IsoDate } from '@saubac/domain/values';
import { applyPlan } from '@saubac/services/plans';
import { testCtx } from '@saubac/testing/context';
import { storeWorld, worlds } from '@saubac/testing/worlds';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

const on = '2025-06-30';
const [world] = fc.sample(worlds, { numRuns: 1, seed: 11 });
const plan = { ...examplePlan, subjects: examplePlan.subjects.map((it) => ({ ...it, rule: { all: [] } })), targets: examplePlan.targets.map((it) => ('cohort' in it ? { ...it, cohort: { all: [] } } : it)) };

type Json = Record<string, unknown>;
type Person = { id: string; sentence: string; reached: boolean; unit: { code: string } };

let api: TestApi;
let head: TestUser;
let agency: TestUser;
let stranger: TestUser;
beforeAll(async () => {
  api = await openApi();
  const db = await api.db('alpha');
  if (!world) throw new Error('no world');
  await db.transaction((tx) => storeWorld(tx, world));
  await applyPlan(testCtx({ db }), { plan, from: '2021-01-15' as IsoDate });
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  agency = await api.user('alpha', [{ role: 'agency-officer', unit: 'U2' }]);
  stranger = await api.user('beta', [{ role: 'home-affairs-head' }]);
});
afterAll(() => api.close());

const asked = async (path: string, as: TestUser, more: { method?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<{ status: number; body: Json; headers: Headers }> => {
  const response = await api.ask(`/api/t/alpha/${path}`, { as, ...more });
  return { status: response.status, body: (await response.json()) as Json, headers: response.headers };
};

const items = <T>({ body }: { body: Json }): T[] => body['items'] as T[];
const target = 'officials-2025';

describe('progress over HTTP', () => {
  it('answers for the day and the unit asked about, kept or not, with the status in words', async () => {
    const first = await asked(`progress?on=${on}`, head);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ on, items: [{ target, plan: examplePlan.id, planVersion: 1, title: { vi: expect.any(String) }, statusText: expect.any(String) }, { target: 'policies-2025', status: 'no-evidence' }] });
    expect((await asked(`progress?on=${on}`, head)).body).toEqual(first.body);
    const english = await asked(`progress?on=${on}`, head, { headers: { 'accept-language': 'en' } });
    expect(items<{ statusText: string }>(english)[0]?.statusText).not.toBe(items<{ statusText: string }>(first)[0]?.statusText);
  });

  it('is of the caller’s units alone, and other units are unknown to him', async () => {
    const whole = items<{ denominator: number }>(await asked(`progress?on=${on}`, head))[0]?.denominator ?? 0;
    const own = items<{ denominator: number }>(await asked(`progress?on=${on}`, agency))[0]?.denominator ?? 0;
    expect(own).toBeLessThan(whole);
    expect(await asked(`progress?on=${on}&unit=U2`, head)).toMatchObject({ body: { items: [{ denominator: own }, {}] } });
    for (const path of ['progress?', `targets/${target}/people?`, `targets/${target}/units?`]) {
      expect(await asked(`${path}on=${on}&unit=U0`, agency)).toMatchObject({ status: 404, body: { code: 'unknown-unit' } });
    }
  });

  it('is not for who belongs to another tenant', async () => {
    for (const path of ['progress', 'plans', 'plan-drafts', 'facts', `targets/${target}/people`, `targets/${target}/units`]) expect(await asked(path, stranger), path).toMatchObject({ status: 404, body: { code: 'unknown-tenant' } });
  });

  it('refuses days and targets that are not there', async () => {
    expect(await asked('progress?on=2025-02-30', head)).toMatchObject({ status: 400, body: { errors: [{ field: 'query.on' }] } });
    expect(await asked('progress?on=1999-01-01', head)).toMatchObject({ status: 404, body: { code: 'no-plan-in-force' } });
    expect(await asked('progress?planVersion=7', head)).toMatchObject({ status: 404, body: { code: 'unknown-plan-version' } });
    expect(await asked(`targets/nothing/people?on=${on}`, head)).toMatchObject({ status: 404, body: { code: 'unknown-target' } });
    expect(await asked(`targets/policies-2025/units?on=${on}`, head)).toMatchObject({ status: 422, body: { code: 'target-without-people' } });
    expect(await asked(`targets/${target}/people?after=bm9uc2Vuc2U`, head)).toMatchObject({ status: 400, body: { code: 'cursor-invalid' } });
  });
});

describe('the people behind a figure', () => {
  it('are as many as the figure says, page after page, each with a reason in words', async () => {
    const figure = items<{ denominator: number }>(await asked(`progress?on=${on}`, head))[0]?.denominator;
    const seen: Person[] = [];
    for (let after = ''; ; ) {
      const page = await asked(`targets/${target}/people?on=${on}&limit=5${after}`, head);
      seen.push(...items<Person>(page));
      if (page.body['next'] === null) break;
      after = `&after=${String(page.body['next'])}`;
    }
    expect(seen).toHaveLength(figure ?? -1);
    expect(new Set(seen.map((it) => it.id)).size).toBe(seen.length);
    for (const it of seen) expect(it.sentence).toContain('bậc 4');
  });

  it('are those of the caller’s units, and only they can be explained to him', async () => {
    const all = items<Person>(await asked(`targets/${target}/people?on=${on}&limit=200`, head));
    const own = items<Person>(await asked(`targets/${target}/people?on=${on}&limit=200`, agency));
    const below = items<Person>(await asked(`targets/${target}/people?on=${on}&limit=200&unit=U2`, head));
    expect(own).toEqual(below);
    expect(own.length).toBeLessThan(all.length);
    for (const it of all) {
      const mine = own.some((other) => other.id === it.id);
      expect((await asked(`targets/${target}/people/${it.id}/explanation?on=${on}`, agency)).status, it.id).toBe(mine ? 200 : 404);
    }
  });

  it('are with those who do not count everybody who is there, and these have a reason too', async () => {
    const group = async (name: string, as: TestUser) => items<Person>(await asked(`targets/${target}/people?on=${on}&limit=200&group=${name}`, as));
    const there = items<{ id: string }>(await asked(`people?on=${on}&limit=200`, head));
    const [out, counted] = [await group('out', head), await group('cohort', head)];
    expect(out.length).toBeGreaterThan(0);
    const placed = [...out, ...counted].map((it) => it.id);
    expect(new Set(placed).size).toBe(placed.length);
    // Whoever is in neither stands in a unit that is not there on the day, as the explanation says of him.
    for (const { id } of there) {
      if (!placed.includes(id)) expect((await asked(`targets/${target}/people/${id}/explanation?on=${on}`, head)).body, id).toMatchObject({ rules: null });
    }
    for (const it of out) expect(it.sentence, it.id).not.toBe('');
    const [own, below] = [await group('out', agency), items<Person>(await asked(`targets/${target}/people?on=${on}&limit=200&group=out&unit=U2`, head))];
    expect(own).toEqual(below);
  });

  it('are found by the beginnings of the words of their names, within the caller’s units', async () => {
    const named = (search: string, as: TestUser) => asked(`targets/${target}/people?on=${on}&limit=200&search=${encodeURIComponent(search)}`, as);
    const all = items<Person & { fullName: string }>(await asked(`targets/${target}/people?on=${on}&limit=200`, head));
    const wanted = all[0]?.fullName ?? '';
    const found = items<Person & { fullName: string }>(await named(wanted.toUpperCase(), head));
    expect(found.map((it) => it.fullName)).toContain(wanted);
    expect(items(await named('zzqx', head))).toEqual([]);
    expect(items(await named('%', head))).toEqual([]);
    const own = new Set(items<Person>(await asked(`targets/${target}/people?on=${on}&limit=200`, agency)).map((it) => it.id));
    for (const it of all) expect(items<Person>(await named(it.fullName, agency)).some(({ id }) => id === it.id), it.fullName).toBe(own.has(it.id));
  });

  it('are explained rule by rule, in words as well', async () => {
    const [person] = items<Person>(await asked(`targets/${target}/people?on=${on}`, head));
    const explained = await asked(`targets/${target}/people/${person?.id}/explanation?on=${on}`, head);
    expect(explained).toMatchObject({ status: 200, body: { on, person: { id: person?.id }, target, counts: true, reached: person?.reached, rules: { subjects: [{ id: 'officials', explanation: { form: 'all', holds: true } }] } } });
    expect((explained.body['lines'] as string[]).length).toBeGreaterThan(5);
  });

  it('are not for who may not read people', async () => {
    const finance = await api.user('alpha', [{ role: 'finance' }]);
    expect(await asked(`targets/${target}/people?on=${on}`, finance)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await asked(`targets/${target}/units?on=${on}`, finance)).status).toBe(200);
  });
});

describe('a target unit by unit', () => {
  it('begins with the units at the top or with the caller’s own, and adds up', async () => {
    const table = await asked(`targets/${target}/units?on=${on}&unit=U0`, head);
    const { total, own, units } = table.body as { total: { denominator: number }; own: { denominator: number }; units: { progress: { denominator: number } }[] };
    expect(units.reduce((sum, it) => sum + it.progress.denominator, own.denominator)).toBe(total.denominator);
    expect(await asked(`targets/${target}/units?on=${on}`, agency)).toMatchObject({ body: { unit: null, own: null, units: [{ code: 'U2' }] } });
  });

  it('can be sorted', async () => {
    const { body } = await asked(`targets/${target}/units?on=${on}&unit=U0&order=denominator`, head);
    const heads = (body['units'] as { progress: { denominator: number } }[]).map((it) => it.progress.denominator);
    expect(heads).toEqual(heads.toSorted((a, b) => b - a));
  });
});

describe('rules over HTTP', () => {
  const post = (path: string, body: unknown, as = head) => asked(`rules/${path}`, as, { method: 'POST', body });

  it('are checked with each fault at its place, in both languages', async () => {
    const checked = await post('check', { rule: { all: [{ fact: 'kimd', in: ['cadre'] }] } });
    expect(checked).toMatchObject({ status: 200, body: { sentence: null, problems: [{ path: 'all[0].fact', pointer: '/all/0/fact', code: 'unknown-fact', text: { vi: expect.any(String), en: expect.any(String) } }] } });
    expect(await post('check', {})).toMatchObject({ status: 400, body: { errors: [{ field: 'body.rule' }] } });
    expect(await post('check', { rule: null })).toMatchObject({ status: 200, body: { problems: [{ path: '$', pointer: '' }] } });
    expect(await post('check', { rule: { fact: 'age', below: 40, on: 'as-of' } })).toMatchObject({ body: { problems: [], sentence: { en: 'age below 40 (on the day of the figures)' } } });
  });

  it('are counted and sampled within the caller’s units', async () => {
    const whole = await post('count', { rule: { all: [] }, on });
    const own = await post('count', { rule: { all: [] }, on }, agency);
    expect(whole).toMatchObject({ status: 200, body: { on, sentence: { en: 'everybody' } } });
    expect(own.body['count']).toBeLessThan(whole.body['count'] as number);
    expect(own.body['of']).toBe(own.body['count']);
    const sample = items<Person>(await post('sample', { rule: { all: [] }, on, limit: 3 }, agency));
    const below = items<Person>(await post('sample', { rule: { fact: 'unit', within: ['U2'] }, on, limit: 3 }));
    expect(sample.map((it) => it.id)).toEqual(below.map((it) => it.id));
    expect(await post('sample', { rule: { all: [] }, on, limit: 11 })).toMatchObject({ status: 400, body: { errors: [{ field: 'body.limit' }] } });
  });

  it('that can not be counted are refused field by field', async () => {
    expect(await post('count', { rule: { any: [{ not: { fact: 'age', below: 40 } }] }, on })).toMatchObject({ status: 422, body: { code: 'rule-has-problems', errors: [{ field: 'body.rule.any.0.not', code: 'parameter-missing' }] } });
  });

  it('that would end a careless program are refused', async () => {
    const deep = `{"rule":${'{"not":'.repeat(20_000)}{"all":[]}${'}'.repeat(20_001)}`;
    const sent = await asked('rules/check', head, { method: 'POST', body: deep, headers: { 'content-type': 'application/json' } });
    expect(sent).toMatchObject({ status: 200, body: { problems: [{ code: 'too-deep' }] } });
  });

  it('are made of the facts of the catalogue', async () => {
    const { status, body } = await asked('facts', head);
    expect(status).toBe(200);
    expect((body['facts'] as { id: string }[]).map((it) => it.id)).toContain('age');
  });
});

describe('a caller who leaves', () => {
  it('has his question stopped on the server', async () => {
    const superuser = api.cluster.superuser();
    await superuser`select 1`;
    const { schemaName } = (await api.cluster.findTenant('alpha')) ?? { schemaName: '' };
    const held = await superuser.reserve();
    await held.unsafe(`begin; lock table ${schemaName}.assignments in access exclusive mode`);
    const waiting = async (wanted: number): Promise<void> => {
      for (;;) {
        const [row] = await superuser`select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
        if (row?.['count'] === wanted) return;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    };
    const leaving = new AbortController();
    const answer = api.ask(`/api/t/alpha/progress?on=2024-05-05`, { as: head, signal: leaving.signal }).catch(() => undefined);
    await waiting(1);
    leaving.abort();
    await waiting(0);
    await answer;
    await held.unsafe('rollback');
    held.release();
  });
});
