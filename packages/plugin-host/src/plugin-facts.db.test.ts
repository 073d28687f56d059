import { probeFacts } from '@saubac/db/plugins';
import { factSources } from '@saubac/db/rules';
import type { TenantDb } from '@saubac/db/tenancy';
import { progressQuery } from '@saubac/db/targets';
import { level } from '@saubac/domain/rules';
import { type CountedTarget, factsOf, type Population, type TargetCounts } from '@saubac/domain/targets';
import { everything, isoDate, share } from '@saubac/domain/values';
import { defineFacts, defineManifest, definePlugin, fact, type Registry, type TargetTemplate } from '@saubac/plugin-api';
import { coreWorkflows } from '@saubac/services/inbox';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { sql } from 'drizzle-orm';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type ByWhom, disablePlugin, enablePlugin, type LoadedPlugin, loadPlugins, tenantRegistry } from './index.ts';

const today = isoDate('2025-12-31');
const by: ByWhom = { write: { actor: { id: null, label: 'test' }, now: new Date('2025-12-31T03:00:00Z') }, today };
const everybody: Population = { subjects: { all: [] }, exclusions: { any: [] } };
const coreTarget: CountedTarget = { id: 'core', milestone: today, goal: share(2500), cohort: { fact: 'kind', in: ['civil-servant'] }, reachedWhen: level('any').atLeast(3), focus: null, extra: null };

/** Four civil servants present since 2020, by their duty at a front desk and their level. */
const insertPeople = async (db: TenantDb): Promise<void> => {
  await db.execute(sql`insert into units (id, code) values ('0190d3a0-0000-7000-8000-000000000001', 'U')`);
  await db.execute(sql`insert into unit_versions (unit_id, valid, name, path, tier, body_kind) select id, daterange('2020-01-01', null), 'U', 'U/', 'province', 'state' from units`);
  await db.execute(sql`insert into people (full_name, name_sort, name_search) select name, name, name from unnest('{a,b,c,d}'::text[]) name`);
  await db.execute(sql`insert into assignments (person_id, unit_id, kind, main, valid_from) select p.id, u.id, 'civil-servant', true, '2020-01-01' from people p, units u`);
  await db.execute(sql`insert into certificates (person_id, type_code, language_code, exam_date, grade, state) select id, 'framework', 'en', '2024-01-01', 'B1', 'verified' from people where full_name in ('a', 'c')`);
  await db.execute(sql`insert into certificate_levels (certificate_id, person_id, language_code, level, valid_from, valid_to, state) select id, person_id, language_code, 3, exam_date, 'infinity', state from certificates`);
};

/** a and b stand at a desk on the last day of 2025, a at two of them; d's duty ended that morning. */
const insertDuties = (db: TenantDb) =>
  db.execute(sql`
    insert into p_example_front_desk_duties (person_id, place, valid_from, valid_to)
    select p.id, d.place, d.valid_from, d.valid_to from people p join (values
      ('a', 'border post', date '2024-01-01', date 'infinity'), ('a', 'one-stop shop', '2025-06-01', 'infinity'),
      ('b', 'border post', '2025-12-31', 'infinity'), ('d', 'border post', '2020-01-01', '2025-12-31')) d (name, place, valid_from, valid_to) on d.name = p.full_name`);

const countedTarget = (template: TargetTemplate): CountedTarget => {
  if (template.measure.kind !== 'share' || !template.cohort || !template.reachedWhen) throw new Error('not a counted target');
  return { id: template.id, milestone: template.milestone, goal: template.measure.goal, cohort: template.cohort, reachedWhen: template.reachedWhen, focus: null, extra: null };
};

const count = async (db: TenantDb, targets: CountedTarget[], registry: Registry, on = today): Promise<TargetCounts[]> => {
  const query = progressQuery(everybody, targets, factSources(registry), { scope: everything, planUnits: [], unit: null }, { on, states: ['verified'], governmentLevels: [] });
  const [row] = await db.execute(query.statement);
  return query.read(row ?? {});
};

/** A relation that answers with these names and values. */
const rows = (values: string) => () => sql`select p.id as person_id, v.value from people p, (values ${sql.raw(values)}) v (name, value) where v.name = p.full_name`;

describe('facts of a plugin', () => {
  let cluster: TestCluster;
  let loaded: LoadedPlugin[];
  const inTenant = <T>(slug: string, work: (db: TenantDb, registry: Registry) => Promise<T>): Promise<T> =>
    cluster.withTenant(slug, async ({ db }) => work(db, await tenantRegistry(db, loaded, today)));

  beforeAll(async () => {
    loaded = await loadPlugins(join(import.meta.dirname, '../../../plugins'), { coreWorkflows });
    cluster = await cloneDatabase();
    await Promise.all(['alpha', 'beta'].map((slug) => cluster.withTenant(slug, ({ db }) => insertPeople(db))));
    await enablePlugin(cluster, loaded, { slug: 'alpha', plugin: 'example' }, by);
    await cluster.withTenant('alpha', ({ db }) => insertDuties(db));
  });
  afterAll(() => cluster?.close());

  it('are counted in the same SELECT as those of the core, each person once', () =>
    inTenant('alpha', async (db, registry) => {
      const template = registry.targets.find((it) => it.plugin === 'example');
      if (!template) throw new Error('no template');
      const [core, own] = await count(db, [coreTarget, countedTarget(template)], registry);
      expect(core).toMatchObject({ denominator: 4, numerator: 2 });
      expect(own).toMatchObject({ denominator: 2, numerator: 1, unknown: {} });
    }));

  it('answer as of the date asked about', () =>
    inTenant('alpha', async (db, registry) => {
      const target = { ...coreTarget, cohort: { fact: 'example.servesForeignVisitors', is: true } };
      const [before] = await count(db, [target], registry, isoDate('2025-12-30'));
      expect(before).toMatchObject({ denominator: 2 });
      const [none] = await count(db, [{ ...coreTarget, cohort: { fact: 'example.servesForeignVisitors', is: false } }], registry);
      expect(none).toMatchObject({ denominator: 2, unknown: {} });
    }));

  it('can not be had in a tenant without the plugin, while the targets of the core are counted', () =>
    inTenant('beta', async (db, registry) => {
      const facts = factsOf(everybody, { ...coreTarget, cohort: { fact: 'example.servesForeignVisitors', is: true } });
      expect(facts.filter((it) => !factSources(registry).has(it))).toEqual(['example.servesForeignVisitors']);
      expect(await count(db, [coreTarget], registry)).toMatchObject([{ denominator: 4, numerator: 2 }]);
    }));

  it('keep their plugin on while a plan in force today or later names one, in whatever part of the plan', async () => {
    const input = { slug: 'alpha', plugin: 'example' };
    await cluster.withTenant('alpha', async ({ db }) => {
      await db.execute(sql`insert into plans (code, title) values ('p', 'p')`);
      const insert = (number: number, from: string, document: object) =>
        db.execute(sql`insert into plan_versions (plan_id, number, in_force_from, document, digest) select id, ${number}, ${from}, ${JSON.stringify(document)}::jsonb, '' from plans`);
      const using = { subjects: [{ rule: { all: [{ not: { fact: 'example.servesForeignVisitors', is: true } }] } }] };
      await insert(1, '2020-01-01', using);
      await insert(2, '2021-01-01', { subjects: [{ rule: { fact: 'kind', in: ['cadre'] } }] });
      await insert(3, '2026-01-01', using);
    });
    expect(await disablePlugin(cluster, input, by)).toEqual({
      ok: false,
      failure: { kind: 'plugin-in-use', plugin: 'example', uses: [{ plan: 'p', number: 3, fact: 'example.servesForeignVisitors' }] },
    });
    expect((await inTenant('alpha', async (_, registry) => registry)).facts.size).toBe(1);
  });

  it('that the database can not answer take only their own plugin out', async () => {
    const manifest = defineManifest({ id: 'broken', version: '1.0.0', apiVersion: 1, title: 'title', about: 'about', words: { vi: { title: 't', about: 'a', a: 'a' }, en: { title: 't', about: 'a', a: 'a' } } });
    const facts = defineFacts(manifest, {
      missing: fact.flag({ label: 'a', relation: () => sql`select person_id, true as value from p_broken_nothing` }),
      wrongType: fact.number({ label: 'a', relation: () => sql`select id as person_id, daterange(null, null) as value from people` }),
      throwing: fact.flag({
        label: 'a',
        relation: () => {
          throw new Error('no relation');
        },
      }),
    });
    const broken: LoadedPlugin = { id: 'broken', plugin: definePlugin(manifest, { facts }), failures: [] };
    const refused = await enablePlugin(cluster, [...loaded, broken], { slug: 'alpha', plugin: 'broken' }, by);
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'plugin-broken', failures: [{ fact: 'broken.missing' }, { fact: 'broken.wrongType' }, { message: 'no relation' }] } });
    await cluster.withTenant('alpha', async ({ db }) => {
      expect((await probeFacts(db, Object.values(facts), today)).size).toBe(3);
      // As if it had worked once: the tenant's list still calls it enabled.
      await db.execute(sql`insert into tenant_plugins (plugin_id, version, state, config) values ('broken', '1.0.0', 'enabled', '{}')`);
      const registry = await tenantRegistry(db, [...loaded, broken], today);
      expect([...registry.facts.keys()]).toEqual(['example.servesForeignVisitors']);
      expect(registry.plugins.get('broken')).toMatchObject({ state: 'failed', failures: [{ kind: 'relation-failed' }, { kind: 'relation-failed' }, { kind: 'relation-failed' }] });
    });
  });

  it('of several rows for one person are the highest, a scale by its order', async () => {
    const manifest = defineManifest({ id: 'scales', version: '1.0.0', apiVersion: 1, title: 'title', about: 'about', words: { vi: { title: 't', about: 'a', a: 'a' }, en: { title: 't', about: 'a', a: 'a' } } });
    const facts = defineFacts(manifest, {
      course: fact.scale(['none', 'basic', 'advanced'], {
        label: 'a',
        codeLabels: { none: 'a', basic: 'a', advanced: 'a' },
        fallback: 'none',
        relation: rows(`('a', 'advanced'), ('a', 'basic'), ('b', 'basic'), ('c', 'no such code')`),
      }),
      lessons: fact.number({ label: 'a', relation: rows(`('a', 3), ('a', 10), ('b', 9)`) }),
    });
    const registry = { facts: new Map(Object.values(facts).map((it) => [it.definition.id, it])), plugins: new Map(), active: new Map(), targets: [], migrations: [], grants: new Map(), cases: [], extensions: [] };
    const cohorts = [facts.course.atLeast('advanced'), facts.course.atMost('none'), facts.lessons.atLeast(10), facts.lessons.below(10)];
    const counts = await inTenant('alpha', (db) => count(db, cohorts.map((cohort) => ({ ...coreTarget, cohort })), registry));
    expect(counts.map((it) => it.denominator)).toEqual([1, 2, 1, 1]);
    expect(counts.map((it) => it.unknown)).toEqual([{}, {}, { 'scales.lessons': 2 }, { 'scales.lessons': 2 }]);
  });
});
