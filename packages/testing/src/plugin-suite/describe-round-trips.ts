import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { TenantHandle } from '@saubac/db/tenancy';
import { commandLine } from '@saubac/domain/access';
import { type Plugin, tablePrefix } from '@saubac/plugin-api';
import { type ByWhom, changeNow, createPluginHost, disablePlugin, downloadPluginTables, enablePlugin, type LoadedPlugin, tenantRegistry } from '@saubac/plugin-host';
import type { Ctx } from '@saubac/services/context';
import type { FileStore } from '@saubac/services/files';
import { exportParcel, importParcel } from '@saubac/services/parcels';
import { getTableName, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';

import type { TestCluster } from '../cluster/index.ts';
import { testCtx } from '../context/index.ts';
import { type CatalogLine, catalogOf } from './catalog.ts';

/** Where the plugin stands, filled by its sample: `before` is the catalog of the tenant that never had it. */
export type RoundTrip = { cluster: TestCluster; loaded: LoadedPlugin; plugin: Plugin; here: TenantHandle; files: FileStore; by: ByWhom; before: readonly CatalogLine[] };

const tablesOf = ({ tables }: Plugin): string[] => Object.values(tables ?? {}).map((it) => getTableName(it)).toSorted();

/** Every row of the plugin's tables, in no matter which order they were written. */
const rowsIn = async ({ db }: TenantHandle, plugin: Plugin): Promise<Record<string, string[]>> => {
  const read = async (table: string) => [...(await db.execute<{ row: string }>(sql`select to_jsonb(t)::text as row from ${sql.identifier(table)} t`))].map(({ row }) => row).toSorted();
  return Object.fromEntries(await Promise.all(tablesOf(plugin).map(async (table) => [table, await read(table)] as const)));
};

/** What a plugin must survive with all that it holds: being switched off, moving with its tenant, and being removed. */
export const describeRoundTrips = (trip: () => RoundTrip): void => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'saubac-trips-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const slug = 'alpha';
  const switched = async (on: boolean): Promise<void> => {
    const { cluster, loaded, plugin, by } = trip();
    const input = { slug, plugin: plugin.manifest.id };
    expect(await (on ? enablePlugin(cluster, [loaded], input, by) : disablePlugin(cluster, input, by))).toMatchObject({ ok: true });
  };
  const ctx = async (): Promise<Ctx> => {
    const { loaded, here, cluster } = trip();
    const base = testCtx({ db: here.db });
    return testCtx({ db: here.db, tenant: { id: here.tenant.id, slug }, access: commandLine, registry: await tenantRegistry(here.db, [loaded], base.today, cluster.vault) });
  };
  const remove = async () => {
    const { cluster, loaded, plugin, here, files } = trip();
    return changeNow(await ctx(), createPluginHost([loaded]), { cluster, tenant: here.tenant, db: here.db, files }, { plugin: plugin.manifest.id, act: 'remove', rehearsal: false });
  };

  it('has every row again when it was switched off and on', async () => {
    const { here, plugin } = trip();
    const rows = await rowsIn(here, plugin);
    await switched(false);
    expect(await rowsIn(here, plugin)).toEqual(rows);
    await switched(true);
    expect(await rowsIn(here, plugin)).toEqual(rows);
  });

  it('goes along with its tenant, row by row, and works where it arrives', async () => {
    const { cluster, loaded, plugin, here, files, by } = trip();
    const sets = plugin.migrations ? (await tenantRegistry(here.db, [loaded], by.today)).migrations : [];
    const out = join(folder, 'parcel');
    expect(await exportParcel({ cluster, files }, { slug, out, product: '1.0.0', by: by.write.actor, now: by.write.now })).toMatchObject({ ok: true });
    const arrived = await importParcel({ cluster, files }, { folder: out, slug: 'moved', name: 'Moved', plugins: [{ id: plugin.manifest.id, version: plugin.manifest.version, sets }], by: by.write.actor, now: by.write.now });
    expect(arrived).toMatchObject({ ok: true, value: { differing: [] } });
    await cluster.withTenant('moved', async (there) => {
      expect(await rowsIn(there, plugin)).toEqual(await rowsIn(here, plugin));
      expect((await tenantRegistry(there.db, [loaded], by.today)).active.has(plugin.manifest.id)).toBe(true);
    });
  });

  it('is removed when its cases are over, every row in a file before, and begins anew as if it had never been there', async () => {
    const { plugin, here, files, before } = trip();
    const rows = await rowsIn(here, plugin);
    await switched(false);
    const open = await here.db.execute(sql`select 1 from cases where closed_at is null`);
    if (open.length > 0) expect(await remove()).toMatchObject({ ok: false, failure: { kind: 'plugin-cases-open' } });
    await here.db.execute(sql`update cases set closed_at = now() where closed_at is null`);
    const removed = await remove();
    if (!removed.ok) throw new Error(JSON.stringify(removed.failure));
    expect(removed.value).toMatchObject({ state: 'done' });
    const opened = await downloadPluginTables(await ctx(), files, { plugin: plugin.manifest.id, change: removed.value.id });
    if (!opened.ok) throw new Error(opened.failure.kind);
    const written = (await text(opened.value.content)).trim().split('\n').map((line) => JSON.parse(line) as { table?: string; row?: unknown });
    const countsOf = (all: Record<string, readonly unknown[]>): Record<string, number> => Object.fromEntries(Object.entries(all).map(([table, of]) => [table, of.length]));
    expect(Object.fromEntries(tablesOf(plugin).map((table) => [table, written.filter((it) => it.table === table && it.row !== undefined).length]))).toEqual(countsOf(rows));
    expect(await catalogOf(here)).toEqual(before);
    expect([...(await here.db.execute(sql`select plugin_id from tenant_plugins`))]).toEqual([]);
    await switched(true);
    expect(Object.values(await rowsIn(here, plugin)).flat()).toEqual([]);
    expect((await catalogOf(here)).some((line) => line.object.startsWith(tablePrefix(plugin.manifest.id)))).toBe(tablesOf(plugin).length > 0);
  });
};
