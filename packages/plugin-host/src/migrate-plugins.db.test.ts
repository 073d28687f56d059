import type { TenantPlugin } from '@saubac/db/plugins';
import { listTenantPlugins } from '@saubac/db/plugins';
import { isoDate } from '@saubac/domain/values';
import { defineFacts, defineManifest, definePlugin, fact } from '@saubac/plugin-api';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { sql } from 'drizzle-orm';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { type ByWhom, enablePlugin, type LoadedPlugin, migratePlugins, tenantRegistry } from './index.ts';

const today = isoDate('2025-12-31');
const by: ByWhom = { write: { actor: { id: null, label: 'test' }, now: new Date('2025-12-31T03:00:00Z') }, today };

const pluginOf = (version: string, migrations: URL, config = z.strictObject({ days: z.int().positive().default(30) })): LoadedPlugin => {
  const manifest = defineManifest({ id: 'visits', version, apiVersion: 1, title: 'title', about: 'about', words: { vi: { title: 't', about: 'a', a: 'a' }, en: { title: 't', about: 'a', a: 'a' } } });
  const facts = defineFacts(manifest, { any: fact.flag({ label: 'a', relation: () => sql`select person_id, true as value from p_visits_visits` }) });
  return { id: 'visits', plugin: definePlugin(manifest, { config, migrations, facts }), failures: [] };
};

describe('migrations of a plugin', () => {
  const folder = mkdtempSync(join(tmpdir(), 'saubac-plugin-'));
  const migrations = pathToFileURL(`${folder}/`);
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  let cluster: TestCluster;
  const enable = (slug: string, version: string, config?: object) => enablePlugin(cluster, [pluginOf(version, migrations)], { slug, plugin: 'visits', ...(config ? { config } : {}) }, by);
  const rowsOf = (slug: string): Promise<TenantPlugin[]> => cluster.withTenant(slug, ({ db }) => listTenantPlugins(db));
  const tableIn = (slug: string) => cluster.withTenant(slug, async ({ db }) => (await db.execute(sql`select 1 from pg_tables where tablename like 'p\\_visits%' and schemaname = current_schema()`)).length);

  beforeAll(async () => {
    cluster = await cloneDatabase();
  });
  beforeEach(() => write('0001_visits.sql', 'create table p_visits_visits (id uuid not null default uuidv7(), person_id uuid not null)'));
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await cluster?.close();
  });

  it('leave nothing behind where the first of them does not go through', async () => {
    write('0002_more.sql', 'alter table p_visits_visits add constraint p_visits_visits_pk primary key (nothing)');
    expect(await enable('beta', '1.0.0')).toMatchObject({ ok: false, failure: { kind: 'plugin-migration-failed', migration: { kind: 'statement-failed', version: '0002_more', statement: 1 } } });
    expect([await rowsOf('beta'), await tableIn('beta')]).toEqual([[], 0]);
    rmSync(join(folder, '0002_more.sql'));
  });

  it('mark a plugin that no longer goes through as failed, and as enabled again when it does', async () => {
    expect(await enable('alpha', '1.0.0')).toMatchObject({ ok: true });
    write('0002_more.sql', 'alter table p_visits_visits add constraint p_visits_visits_pk primary key (nothing)');
    const upgraded = [pluginOf('1.1.0', migrations)];
    const [outcome] = await migratePlugins(cluster, upgraded, 'alpha', by);
    expect(outcome).toMatchObject({ plugin: 'visits', failure: { kind: 'migration-failed', reason: 'statement-failed', version: '0002_more' } });
    expect(await rowsOf('alpha')).toMatchObject([{ version: '1.0.0', state: 'failed' }]);
    const registry = await cluster.withTenant('alpha', ({ db }) => tenantRegistry(db, upgraded, today));
    expect([registry.facts.size, registry.plugins.get('visits')?.state]).toEqual([0, 'failed']);

    write('0002_more.sql', 'alter table p_visits_visits add constraint p_visits_visits_pk primary key (id)');
    expect(await migratePlugins(cluster, upgraded, 'alpha', by)).toEqual([{ slug: 'alpha', plugin: 'visits', failure: null }]);
    expect(await rowsOf('alpha')).toMatchObject([{ version: '1.1.0', state: 'enabled', failures: [] }]);
  });

  it('do not touch a tenant that has not enabled the plugin', async () => {
    expect(await migratePlugins(cluster, [pluginOf('1.1.0', migrations)], 'beta', by)).toEqual([]);
    expect(await tableIn('beta')).toBe(0);
  });

  it('wait where the new version does not accept the settings that are kept: the tables stay as they were until the settings are mended', async () => {
    expect(await enable('beta', '1.1.0', { days: 7 })).toMatchObject({ ok: true });
    write('0003_place.sql', 'alter table p_visits_visits add column place text');
    const stricter = pluginOf('1.2.0', migrations, z.strictObject({ days: z.int().min(14).default(30) }));
    expect(await migratePlugins(cluster, [stricter], 'beta', by)).toMatchObject([{ failure: { kind: 'settings-invalid', problems: [{ path: 'days' }] } }]);
    expect(await rowsOf('beta')).toMatchObject([{ version: '1.1.0', state: 'failed', config: { days: 7 }, failures: [{ kind: 'settings-invalid' }] }]);
    const applied = () => cluster.withTenant('beta', async ({ db }) => (await db.execute<{ version: string }>(sql`select version from schema_migrations where set = 'plugin:visits' order by 1`)).map((it) => it.version));
    expect(await applied()).toEqual(['0001_visits', '0002_more']);
    expect(await enablePlugin(cluster, [stricter], { slug: 'beta', plugin: 'visits', config: { days: 14 } }, by)).toMatchObject({ ok: true, value: { version: '1.2.0', state: 'enabled' } });
    expect(await applied()).toEqual(['0001_visits', '0002_more', '0003_place']);
  });
});

describe('settings of a plugin', () => {
  it('are those given, those kept, or the defaults; wrong ones are refused with their place', async () => {
    const cluster = await cloneDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'saubac-plugin-'));
    try {
      writeFileSync(join(folder, '0001_visits.sql'), 'create table p_visits_visits (person_id uuid not null)');
      const loaded = [pluginOf('1.0.0', pathToFileURL(`${folder}/`))];
      const enable = (config?: object) => enablePlugin(cluster, loaded, { slug: 'alpha', plugin: 'visits', ...(config ? { config } : {}) }, by);
      expect(await enable({ days: 'many' })).toMatchObject({ ok: false, failure: { kind: 'settings-invalid', problems: [{ path: 'days' }] } });
      expect(await enable()).toMatchObject({ ok: true, value: { config: { days: 30 } } });
      expect(await enable({ days: 7 })).toMatchObject({ ok: true, value: { config: { days: 7 } } });
      expect(await enable()).toMatchObject({ ok: true, value: { config: { days: 7 } } });
      expect(await enablePlugin(cluster, loaded, { slug: 'alpha', plugin: 'nothing' }, by)).toEqual({ ok: false, failure: { kind: 'unknown-plugin', plugin: 'nothing', known: ['visits'] } });
    } finally {
      rmSync(folder, { recursive: true });
      await cluster.close();
    }
  });
});
