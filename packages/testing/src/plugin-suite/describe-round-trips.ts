import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pluginChangeById } from '@saubac/db/plugins';
import type { TenantHandle } from '@saubac/db/tenancy';
import { commandLine } from '@saubac/domain/access';
import { tablePrefix } from '@saubac/plugin-api';
import { askForChange, createPluginHost, type LoadedPlugin, migrationsOf, runChange, tenantRegistry } from '@saubac/plugin-host';
import { exportParcel, importParcel, tenantContents } from '@saubac/services/parcels';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';

import type { TestCluster } from '../cluster/index.ts';
import { testCtx } from '../context/index.ts';
import { catalogOf } from './catalog.ts';
import type { FrontDoor } from './front-door.ts';
import { fromPastVersions } from './past-versions.ts';

const by = { id: null, label: 'test' };

/** What round trips are made with: a tenant in which the plugin is enabled and filled by its sample, and the way in. */
export type Trip = { cluster: TestCluster; here: TenantHandle; found: LoadedPlugin; door: FrontDoor };

const idOf = ({ found }: Trip): string => found.id;
const own = (trip: Trip) => ({ name, object }: { name?: string; object?: string }): boolean => (name ?? object ?? '').startsWith(tablePrefix(idOf(trip)));

/** How many rows each table of the plugin has, and a digest of them. */
const contents = async (trip: Trip, slug = 'alpha') => {
  const tenant = await trip.cluster.findTenant(slug);
  if (!tenant) throw new Error(`No tenant ${slug}`);
  return (await tenantContents(trip.cluster, tenant)).filter(own(trip));
};

const change = async (trip: Trip, act: 'enable' | 'disable' | 'remove') => {
  const { cluster, here, found, door } = trip;
  const host = createPluginHost([found]);
  const registry = await tenantRegistry(here.db, [found], testCtx({ db: here.db }).today, cluster.vault);
  const ctx = testCtx({ db: here.db, tenant: { id: here.tenant.id, slug: 'alpha' }, access: commandLine, registry });
  const asked = await askForChange(ctx, host, cluster.vault, { plugin: found.id, act, rehearsal: false });
  if (!asked.ok) return asked.failure;
  const done = () => pluginChangeById(here.db, asked.value.id);
  await runChange({ cluster, loaded: [found], files: door.files, tenant: here.tenant, db: here.db, now: ctx.now, complete: () => Promise.resolve() }, asked.value.id);
  return done();
};

/** What a plugin with rows in its tables must outlive. The last of these takes it away. */
export const describeRoundTrips = (trip: () => Trip): void => {
  it('comes from every past version with the rows that stood there', async ({ annotate }) => {
    const [set] = migrationsOf(trip().door.plugin);
    if (!set) return;
    const before = await contents(trip());
    const brought = await fromPastVersions({ cluster: trip().cluster, tenant: trip().here.tenant, set, prefix: tablePrefix(set.name.slice('plugin:'.length)) });
    expect(brought.filter((it) => it.lost > 0)).toEqual([]);
    for (const it of brought) await annotate(`${it.version} ${it.table}: ${it.stood} rows`);
    expect(await contents(trip())).toEqual(before);
  });

  it('is as it was in every row when it is switched off and on again', async () => {
    const before = await contents(trip());
    expect(await change(trip(), 'disable')).toMatchObject({ state: 'done' });
    expect(await contents(trip())).toEqual(before);
    expect(await change(trip(), 'enable')).toMatchObject({ state: 'done' });
    expect(await contents(trip())).toEqual(before);
  });

  it('goes along when its tenant is exported and imported, and is refused where the plugin is not', async () => {
    const { cluster, door, found } = trip();
    const parts = { cluster, files: door.files };
    const folder = join(door.folder, 'parcel');
    const exported = await exportParcel(parts, { slug: 'alpha', out: folder, product: '1.0.0', by, now: new Date() });
    expect(exported).toMatchObject({ ok: true, value: { plugins: [{ id: found.id, state: 'enabled' }] } });
    const arrive = (plugins: Parameters<typeof importParcel>[1]['plugins']) => importParcel(parts, { folder, slug: 'elsewhere', plugins, by, now: new Date() });
    expect(await arrive([])).toMatchObject({ ok: false, failure: { kind: 'parcel-not-for-this-server', obstacles: [{ kind: 'parcel-plugin-missing', plugin: found.id }] } });
    const { version } = door.plugin.manifest;
    expect(await arrive([{ id: found.id, version, sets: migrationsOf(door.plugin) }])).toMatchObject({ ok: true });
    expect(await contents(trip(), 'elsewhere')).toEqual(await contents(trip()));
    const registry = await cluster.withTenant('elsewhere', ({ db }) => tenantRegistry(db, [found], testCtx({ db }).today, cluster.vault));
    expect(registry.plugins.get(found.id)).toMatchObject({ state: 'enabled', version });
  });

  it('is removed with what its tables held in a file, and then there is no trace of it', async () => {
    const { here, found, door } = trip();
    const before = await contents(trip());
    const others = (await catalogOf(here)).filter((it) => !own(trip())(it));
    await here.db.execute(sql`update cases set closed_at = now() where closed_at is null and workflow = any(${`{${(door.plugin.workflows ?? []).flatMap((it) => ('workflow' in it ? [it.workflow.id] : [])).join(',')}}`}::text[])`);
    expect(await change(trip(), 'remove')).toMatchObject({ kind: 'plugin-still-enabled' });
    expect(await change(trip(), 'disable')).toMatchObject({ state: 'done' });
    const removed = await change(trip(), 'remove');
    expect(removed).toMatchObject({ state: 'done' });
    const file = removed !== undefined && 'file' in removed ? removed.file : null;
    const written = typeof file === 'string' ? (await text(await door.files.read(here.tenant.id, file))).trim().split('\n') : [];
    const rows = written.map((line) => JSON.parse(line) as { table?: string });
    for (const it of before) expect(rows.filter(({ table }) => table === it.name), it.name).toHaveLength(it.rows);
    expect(await catalogOf(here)).toEqual(others);
    expect([...(await here.db.execute(sql`select 1 from schema_migrations where set = ${`plugin:${found.id}`} union all select 1 from tenant_plugins where plugin_id = ${found.id}`))]).toEqual([]);
    expect((await tenantRegistry(here.db, [found], testCtx({ db: here.db }).today)).plugins.get(found.id)).toMatchObject({ state: 'available' });
  });
};
