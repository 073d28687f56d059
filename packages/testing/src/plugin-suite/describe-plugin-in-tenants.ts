import { verifyChain } from '@saubac/db/audit';
import type { TenantHandle } from '@saubac/db/tenancy';
import { isoDate } from '@saubac/domain/values';
import { type Plugin, tablePrefix } from '@saubac/plugin-api';
import { type ByWhom, disablePlugin, enablePlugin, type LoadedPlugin, loadPlugin, migratePlugins, tenantRegistry } from '@saubac/plugin-host';
import { getTableName, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { cloneDatabase, type TestCluster } from '../cluster/index.ts';
import { type CatalogLine, catalogOf } from './catalog.ts';
import { describeDoors } from './describe-doors.ts';
import { describeFiles } from './describe-files.ts';
import { describePastVersions } from './describe-past-versions.ts';
import { describeRoundTrips } from './describe-round-trips.ts';
import { describeWork } from './describe-work.ts';
import { type FrontDoor, openFrontDoor } from './front-door.ts';
import { inSteps } from './in-steps.ts';

const today = isoDate('2025-12-31');
const by: ByWhom = { write: { actor: { id: null, label: 'test' }, now: new Date('2025-12-31T03:00:00Z') }, today };

/**
 * What every plugin must hold in a real database, where one tenant enables it and another does not. Called by `plugin.db.test.ts` of a
 * plugin with its own folder.
 */
export const describePluginInTenants = (folder: string): void => {
  describe('the plugin in two tenants', () => {
    let cluster: TestCluster;
    let loaded: LoadedPlugin[];
    let plugin: Plugin;
    let before: CatalogLine[];
    let enabled: Awaited<ReturnType<typeof enablePlugin>>;
    const own = (line: CatalogLine): boolean => line.object.startsWith(tablePrefix(plugin.manifest.id));
    const registryOf = (slug: string) => cluster.withTenant(slug, ({ db }) => tenantRegistry(db, loaded, today));

    beforeAll(async () => {
      const found = await loadPlugin(folder);
      if (!found?.plugin) throw new Error(`No plugin in ${folder}`);
      ({ plugin } = found);
      loaded = [found];
      cluster = await cloneDatabase();
      before = await cluster.withTenant('alpha', catalogOf);
      // As a tenant has it that went along with every version.
      await inSteps(plugin, (set) => cluster.migrateTenants({ slug: 'alpha', sets: [set] }));
      enabled = await enablePlugin(cluster, loaded, { slug: 'alpha', plugin: plugin.manifest.id }, by);
    });
    afterAll(() => cluster?.close());

    it('makes its tables in the tenant that enables it, and changes nothing else there', async () => {
      expect(enabled).toMatchObject({ ok: true, value: { state: 'enabled', version: plugin.manifest.version } });
      const after = await cluster.withTenant('alpha', catalogOf);
      expect(after.filter((line) => !own(line))).toEqual(before);
      const tables = Object.values(plugin.tables ?? {}).map((it) => getTableName(it));
      expect(tables.filter((name) => !after.some((line) => line.object === name))).toEqual([]);
    });

    it('has a primary key on every table, names every constraint after itself, and uses no trigger', async () => {
      const lines = (await cluster.withTenant('alpha', catalogOf)).filter(own);
      const tables = new Set(lines.filter((line) => line.what.startsWith('relation r')).map((line) => line.object));
      const keyed = new Set(lines.filter((line) => line.what.includes(' PRIMARY KEY ')).map((line) => line.object));
      expect([...tables].filter((name) => !keyed.has(name))).toEqual([]);
      const constraints = lines.filter((line) => line.what.startsWith('constraint ') && !line.what.includes(' NOT NULL '));
      expect(constraints.filter((line) => !line.what.startsWith(`constraint ${tablePrefix(plugin.manifest.id)}`))).toEqual([]);
      expect(lines.filter((line) => line.what.startsWith('trigger ') || line.what.startsWith('relation S'))).toEqual([]);
    });

    it('leaves no trace in the tenant that does not enable it', async () => {
      const beta = await cluster.withTenant('beta', async (handle) => ({
        catalog: (await catalogOf(handle)).filter(own),
        listed: [...(await handle.db.execute(sql`select plugin_id from tenant_plugins`))],
        applied: [...(await handle.db.execute(sql`select set from schema_migrations where set <> 'core'`))],
      }));
      expect(beta).toEqual({ catalog: [], listed: [], applied: [] });
    });

    it('offers its facts and targets to the tenant that enables it alone', async () => {
      const facts = Object.values(plugin.facts ?? {}).map((it) => it.definition.id as string);
      const alpha = await registryOf('alpha');
      expect([...alpha.facts.keys()]).toEqual(facts);
      expect(alpha.targets).toHaveLength(plugin.targets?.length ?? 0);
      const beta = await registryOf('beta');
      expect([beta.facts.size, beta.targets.length, beta.migrations.length]).toEqual([0, 0, 0]);
      expect(beta.plugins.get(plugin.manifest.id)).toEqual({ state: 'available', version: plugin.manifest.version });
    });

    it('may be enabled and migrated twice without any change', async () => {
      const catalog = await cluster.withTenant('alpha', catalogOf);
      expect((await enablePlugin(cluster, loaded, { slug: 'alpha', plugin: plugin.manifest.id }, by)).ok).toBe(true);
      expect(await migratePlugins(cluster, loaded, 'alpha', by)).toEqual([{ slug: 'alpha', plugin: plugin.manifest.id, failure: null }]);
      expect(await cluster.withTenant('alpha', catalogOf)).toEqual(catalog);
      const [entries] = await cluster.withTenant('alpha', ({ db }) => db.execute<{ count: number }>(sql`select count(*)::int as count from audit_entries where act like 'plugin.%'`));
      expect(entries?.count).toBe(1);
    });

    it('is switched off with its tables kept, on again, and the audit says so', async () => {
      const catalog = await cluster.withTenant('alpha', catalogOf);
      const input = { slug: 'alpha', plugin: plugin.manifest.id };
      expect(await disablePlugin(cluster, input, by)).toMatchObject({ ok: true, value: { state: 'disabled' } });
      expect((await registryOf('alpha')).facts.size).toBe(0);
      expect(await cluster.withTenant('alpha', catalogOf)).toEqual(catalog);
      expect((await enablePlugin(cluster, loaded, input, by)).ok).toBe(true);
      expect((await registryOf('alpha')).facts.size).toBe(Object.keys(plugin.facts ?? {}).length);
      const acts = await cluster.withTenant('alpha', ({ db }) => db.execute<{ act: string }>(sql`select act from audit_entries where act like 'plugin.%' order by position`));
      expect([...acts].map((it) => it.act)).toEqual(['plugin.enabled', 'plugin.disabled', 'plugin.enabled']);
      expect((await cluster.withTenant('alpha', ({ db }) => verifyChain(db))).faults).toEqual([]);
    });

    describe('in use', () => {
      let door: FrontDoor;
      let [alpha, beta]: TenantHandle[] = [];
      beforeAll(async () => {
        const found = loaded[0] as LoadedPlugin;
        [alpha, beta] = [await cluster.openTenant('alpha'), await cluster.openTenant('beta')];
        door = await openFrontDoor(alpha, found);
        await plugin.sample?.(await door.ctx('command line'));
      });
      afterAll(() => door?.close());
      describeDoors(() => door);
      describeWork(() => door);
      describeFiles(() => door, () => alpha as TenantHandle, () => beta as TenantHandle);
      describePastVersions(() => ({ cluster, here: alpha as TenantHandle, plugin }));
      describeRoundTrips(() => ({ cluster, loaded: loaded[0] as LoadedPlugin, plugin, here: alpha as TenantHandle, files: door.files, by, before }));
    });

    it('makes the same tables for who went along with every version and for who begins with the last', async () => {
      expect((await enablePlugin(cluster, loaded, { slug: 'beta', plugin: plugin.manifest.id }, by)).ok).toBe(true);
      // Whom something is granted to is called after the tenant.
      const madeIn = (slug: string) => cluster.withTenant(slug, async (handle) => (await catalogOf(handle)).filter(own).map((line) => ({ ...line, what: line.what.replace(/^grant \S+/, 'grant') })));
      const [steps, atOnce] = [await madeIn('alpha'), await madeIn('beta')];
      const inOrder = (lines: CatalogLine[]): string[] => lines.map((it) => `${it.object} ${it.what}`).toSorted();
      expect(inOrder(atOnce)).toEqual(inOrder(steps));
    });
  });
};
