import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { insertAccount, openMembership } from '@saubac/db/accounts';
import { anchorHead, checkAudit } from '@saubac/db/audit';
import type { MigrationSet } from '@saubac/db/migrations';
import { carriedTables, leftOutTables, tenantTables } from '@saubac/db/parcels';
import type { TenantHandle } from '@saubac/db/tenancy';
import { compareTables, loadOrder, type ParcelManifest } from '@saubac/domain/parcels';
import type { UserId } from '@saubac/domain/values';
import { openFileStore, type FileStore } from '@saubac/services/files';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { pieces } from '../../test/later-work.ts';
import { today, world } from '../../test/people-world.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import { checkParcel, exportParcel, importParcel, type ImportParcel, type PluginHere, tenantContents } from './index.ts';

const by = { id: null, label: 'operator' };
const now = new Date('2026-03-01T08:00:00Z');

let cluster: TestCluster;
let alpha: TenantHandle;
let folder: string;
let files: FileStore;
let plugin: PluginHere;
let manifest: ParcelManifest;
let officer: UserId;
let scan: string;

const parts = () => ({ cluster, files });
const at = (name: string): string => join(folder, name);

const setOf = (name: string, migrations: Readonly<Record<string, string>>): MigrationSet => {
  const directory = mkdtempSync(join(folder, 'set-'));
  for (const [file, text] of Object.entries(migrations)) writeFileSync(join(directory, `${file}.sql`), text);
  return { name, directory };
};

const accountOf = async (email: string): Promise<UserId> => (await insertAccount(cluster.registry, { email, emailKey: email, displayName: email, status: 'active', passwordHash: 'x', locale: 'vi', now }))!.id;

const storeScan = async (): Promise<string> => {
  const taken = await files.take(pieces(Buffer.from('%PDF-1.7 a scan')), 1_000);
  if (!taken.ok) throw new Error('refused');
  const id = randomUUID();
  await files.keep(taken.value, alpha.tenant.id, id);
  await alpha.db.execute(sql`
    insert into files (id, purpose, certificate_id, sha256, media_type, size, original_name, owner_user, created_at)
    select ${id}::uuid, 'certificate-evidence', c.id, ${taken.value.sha256}, 'application/pdf', ${taken.value.size}, 'b.pdf', ${officer}::uuid, now() from certificates c limit 1`);
  return id;
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parcels-'));
  files = await openFileStore(at('store'));
  cluster = await cloneDatabase();
  alpha = await cluster.openTenant('alpha');
  const { written } = rosterLoader(() => testCtx({ db: alpha.db, today }), () => folder);
  await written(world, '2026-01-01');
  plugin = { id: 'visits', version: '1.0.0', sets: [setOf('plugin:visits', { '0001_visits': 'create table p_visits_visits (id uuid not null default uuidv7() primary key, person_id uuid not null references people (id), note text)' })] };
  await cluster.migrateTenants({ slug: 'alpha', sets: plugin.sets });
  officer = await accountOf('officer@x.test');
  await openMembership(cluster.registry, officer, alpha.tenant.id, now);
  await alpha.db.execute(sql`insert into p_visits_visits (person_id, note) select id, E'tab\there, line\nthere, back\\slash' from people`);
  await alpha.db.execute(sql`insert into tenant_plugins (plugin_id, version, state, config) values ('visits', '1.0.0', 'enabled', '{"a": 1}')`);
  await alpha.db.execute(sql`insert into grants (user_id, role, valid_from) values (${officer}::uuid, 'home-affairs-officer', '2020-01-01')`);
  await alpha.db.execute(sql`insert into outbox (kind, payload, state) values ('export.tell', ${JSON.stringify({ user: officer })}::jsonb, 'waiting')`);
  await alpha.db.execute(sql`update people set user_id = ${officer}::uuid where id_number like '%1'`);
  scan = await storeScan();
  await anchorHead(cluster.registry, cluster.provisioner, alpha.tenant);
});
afterAll(async () => {
  await cluster.close();
  rmSync(folder, { recursive: true, force: true });
});

const take = (name: string, more: Partial<ImportParcel> = {}) => importParcel(parts(), { folder: at(name), plugins: [plugin], by, now, ...more });
const contentsOf = async (slug: string) => tenantContents(cluster, (await cluster.findTenant(slug))!);

/** A copy of the parcel with something done to it. */
const spoilt = (name: string, change: (folder: string) => void): string => {
  cpSync(at('parcel'), at(name), { recursive: true });
  change(at(name));
  return name;
};

/** A copy of the parcel whose manifest says something else, sealed anew. */
const retold = (name: string, change: (it: ParcelManifest) => ParcelManifest): string =>
  spoilt(name, (it) => {
    const text = JSON.stringify(change(manifest));
    writeFileSync(join(it, 'manifest.json'), text);
    writeFileSync(join(it, 'manifest.sha256'), createHash('sha256').update(text).digest('hex'));
  });

const failureOf = async (outcome: Promise<{ ok: boolean }>): Promise<unknown> => ((await outcome) as { failure?: unknown }).failure;

describe('an export', () => {
  it('writes every table that the catalog has, but those left out with a reason, and says all of it in the manifest', async () => {
    const exported = await exportParcel(parts(), { slug: 'alpha', out: at('parcel'), product: '1.0.0', by, now });
    if (!exported.ok) throw new Error(exported.failure.kind);
    manifest = exported.value;
    const inCatalog = (await cluster.provisioner.begin((tx) => tenantTables(tx, alpha.tenant.schemaName))).map(({ name }) => name);
    expect([...manifest.tables.map(({ name }) => name), ...manifest.leftOut.map(({ table }) => table)].toSorted()).toEqual(inCatalog.toSorted());
    expect(manifest.leftOut.map(({ table }) => table).toSorted()).toEqual(Object.keys(leftOutTables).toSorted());
    expect(manifest.tables.find(({ name }) => name === 'p_visits_visits')).toMatchObject({ rows: 6, columns: ['id', 'note', 'person_id'] });
    expect(manifest).toMatchObject({
      personalData: true,
      tenant: { slug: 'alpha', aliases: [] },
      plugins: [{ id: 'visits', version: '1.0.0', state: 'enabled' }],
      files: [{ id: scan }],
      filesMissing: [],
      accounts: [{ id: officer, email: 'officer@x.test', membership: { status: 'active' } }],
      audit: { anchors: [{ position: 1 }], position: 2 },
    });
    expect(manifest.reference.map(({ table }) => table).toSorted()).toEqual(['certificate_types', 'equivalence_tables', 'framework_levels', 'government_levels', 'languages', 'office_ranks']);
  });

  it('is for its owner alone, holds no password, and is recorded in the audit that goes along', async () => {
    for (const part of ['', 'tables', 'files', 'manifest.json', 'tables/people.copy.gz', `files/${scan}`]) expect(statSync(join(at('parcel'), part)).mode & 0o077, part).toBe(0);
    expect(readFileSync(join(at('parcel'), 'manifest.json'), 'utf8')).not.toMatch(/password|hash":\s*"x"/);
    expect(await alpha.db.execute(sql`select act from audit_entries order by position`)).toEqual([{ act: 'roster.imported' }, { act: 'tenant.exported' }]);
  });

  it('takes no place that is taken, and no tenant that is not there', async () => {
    expect(await failureOf(exportParcel(parts(), { slug: 'alpha', out: at('parcel'), product: '1', by, now }))).toEqual({ kind: 'parcel-place-taken', path: at('parcel') });
    expect(await failureOf(exportParcel(parts(), { slug: 'nobody', out: at('other'), product: '1', by, now }))).toEqual({ kind: 'unknown-tenant', slug: 'nobody' });
  });

  it('that is broken off leaves nothing, nor does the one after a killed one', async () => {
    const stop = new AbortController();
    const broken = exportParcel(parts(), { slug: 'alpha', out: at('broken'), product: '1', by, now, signal: stop.signal, onStep: () => stop.abort() });
    expect(await failureOf(broken)).toEqual({ kind: 'parcel-broken-off' });
    expect(readdirSync(folder).filter((it) => it.includes('broken'))).toEqual([]);
    mkdirSync(at('.second.part-999999'));
    expect(await exportParcel(parts(), { slug: 'alpha', out: at('second'), product: '1', by, now })).toMatchObject({ ok: true });
    expect(readdirSync(folder).filter((it) => it.includes('second'))).toEqual(['second']);
  });
});

describe('a check without a server', () => {
  it('finds a whole parcel whole', async () => {
    expect(await checkParcel(at('parcel'))).toMatchObject({ ok: true, value: { manifest } });
  });

  it.each([
    ['no parcel', (it: string) => rmSync(join(it, 'manifest.sha256')), { kind: 'no-parcel' }],
    ['a manifest that was changed', (it: string) => writeFileSync(join(it, 'manifest.json'), '{}'), { kind: 'parcel-manifest-damaged' }],
    ['a table that is not there', (it: string) => rmSync(join(it, 'tables/people.copy.gz')), { kind: 'parcel-damaged', damages: [{ part: 'tables/people.copy.gz', damage: 'missing' }] }],
    ['a table that was cut short', (it: string) => writeFileSync(join(it, 'tables/people.copy.gz'), readFileSync(join(it, 'tables/people.copy.gz')).subarray(0, 40)), { kind: 'parcel-damaged', count: 1 }],
    ['a file that was changed', (it: string) => writeFileSync(join(it, `files/${scan}`), '%PDF-1.7 A scan', { mode: 0o600 }), { kind: 'parcel-damaged', damages: [{ damage: 'checksum' }] }],
  ])('tells %s', async (name, change, failure) => {
    expect(await failureOf(checkParcel(at(spoilt(name.replaceAll(' ', '-'), change))))).toMatchObject(failure);
  });
});

describe('an import', () => {
  it('makes an equal tenant under another id: tables, plugins, files, accounts, audit', async () => {
    const arrived = await take('parcel', { slug: 'gamma', name: 'Gamma' });
    if (!arrived.ok) throw new Error(JSON.stringify(arrived.failure));
    const { tenant, accounts, differing } = arrived.value;
    expect(tenant).toMatchObject({ slug: 'gamma', name: 'Gamma', status: 'active' });
    expect(tenant.id).not.toBe(alpha.tenant.id);
    expect(accounts).toMatchObject([{ id: officer, made: false }]);
    expect(differing).toEqual([]);
    const contents = await contentsOf('gamma');
    expect(compareTables(manifest.tables, contents)).toEqual([]);
    expect(contents.map(({ name }) => name)).toContain('p_visits_visits');
    expect(await buffer(await files.read(tenant.id, scan))).toEqual(Buffer.from('%PDF-1.7 a scan'));
    await cluster.withTenant('gamma', async (handle) => {
      expect(await checkAudit(cluster.registry, handle)).toMatchObject({ entries: 2, anchors: 2, faults: [] });
      expect(await handle.db.execute(sql`select set from schema_migrations group by 1 order by 1`)).toEqual([{ set: 'core' }, { set: 'plugin:visits' }]);
      await handle.db.execute(sql`update people set ethnicity = 'x'`);
    });
    expect(await alpha.db.execute(sql`select 1 from people where ethnicity = 'x'`)).toEqual([]);
    expect((await cluster.findTenant('gamma'))?.migrationVersion).toBe((await cluster.findTenant('alpha'))?.migrationVersion);
  });

  it('is refused for a slug that is taken, was, or is none', async () => {
    expect(await failureOf(take('parcel'))).toEqual({ kind: 'slug-taken', slug: 'alpha' });
    expect(await failureOf(take('parcel', { slug: 'Xấu' }))).toEqual({ kind: 'slug-invalid', slug: 'Xấu' });
    expect(await failureOf(take('parcel', { slug: 'delta', name: ' ' }))).toEqual({ kind: 'name-blank' });
  });

  it('tells at once all that this server lacks', async () => {
    const more = retold('needy', (it) => ({
      ...it,
      migrations: [...it.migrations, { set: 'core', version: '9999_later', hash: 'a'.repeat(64) }],
      reference: [...it.reference, { table: 'languages', columns: ['code'], rows: [{ key: ['xx'], digest: '' }] }, { table: 'dialects', columns: ['code'], rows: [{ key: ['yy'], digest: '' }] }],
    }));
    expect(await failureOf(take(more, { slug: 'delta', plugins: [{ ...plugin, version: '2.0.0' }] }))).toMatchObject({
      kind: 'parcel-not-for-this-server',
      obstacles: [
        { kind: 'parcel-plugin-other-version', plugin: 'visits', version: '1.0.0', here: '2.0.0' },
        { kind: 'parcel-newer', set: 'core', version: '9999_later' },
        { kind: 'parcel-reference-missing', table: 'languages', keys: ['xx'] },
        { kind: 'parcel-reference-missing', table: 'dialects', keys: ['yy'] },
      ],
    });
    expect(await failureOf(take('parcel', { slug: 'delta', plugins: [] }))).toMatchObject({ obstacles: [{ kind: 'parcel-plugin-missing', plugin: 'visits' }] });
  });

  it('that is refused in the middle leaves no tenant, no role, no file', async () => {
    const standing = async () => [...(await cluster.superuser()<{ tenants: number; notes: number }[]>`select (select count(*)::int from platform.tenants) as tenants, (select count(*)::int from platform.parcel_arrivals) as notes`)];
    const roles = async () => (await cluster.superuser()<{ n: number }[]>`select count(*)::int as n from pg_roles`)[0]!.n;
    const before = await standing();
    // The audit is the last thing that is looked at.
    const forged = retold('forged', (it) => ({ ...it, audit: { ...it.audit, anchors: [{ position: 1, digest: 'f'.repeat(64), at: it.exportedAt }] } }));
    expect(await failureOf(take(forged, { slug: 'delta' }))).toEqual({ kind: 'parcel-audit-faulty', count: 1 });
    const strange = retold('strange', (it) => ({ ...it, tables: it.tables.map((table) => (table.name === 'people' ? { ...table, columns: table.columns.slice(1) } : table)) }));
    expect(await failureOf(take(strange, { slug: 'delta' }))).toEqual({ kind: 'parcel-tables-differ', tables: ['people'] });
    expect(await standing()).toEqual(before);
    // Roles are those of the whole server, where other tests make and remove theirs; one that is left behind is left each time.
    const rolesLeft = async (): Promise<number> => {
      const was = await roles();
      await take(forged, { slug: 'delta' });
      return (await roles()) - was;
    };
    await expect.poll(rolesLeft, { timeout: 50_000 }).toBe(0);
    const tenants = readdirSync(at('store')).filter((it) => !it.startsWith('.'));
    expect(tenants.filter((it) => readdirSync(join(at('store'), it)).length > 0)).toHaveLength(2);
  });

  it('gives accounts the ids that they have here, and makes those that are missing without a password', async () => {
    const elsewhere = (it: ParcelManifest): ParcelManifest => ({ ...it, accounts: [{ ...it.accounts[0]!, email: 'OFFICER2@x.test' }] });
    const here = await accountOf('officer2@x.test');
    const arrived = await take(retold('other-account', elsewhere), { slug: 'delta' });
    expect(arrived).toMatchObject({ ok: true, value: { accounts: [{ id: here, made: false }] } });
    await cluster.withTenant('delta', async (handle) => {
      expect(await handle.db.execute(sql`select user_id, (select user_id from people where user_id is not null) as person, (select payload ->> 'user' from outbox) as told, (select owner_user from files) as owner from grants`)).toEqual([{ user_id: here, person: here, told: here, owner: here }]);
      expect(await checkAudit(cluster.registry, handle)).toMatchObject({ faults: [] });
    });
    expect(compareTables(manifest.tables, await contentsOf('delta'))).toEqual([]);
    const made = await take(retold('new-account', (it) => ({ ...it, accounts: [{ ...it.accounts[0]!, email: 'new@x.test' }] })), { slug: 'epsilon' });
    if (!made.ok) throw new Error(made.failure.kind);
    expect(made.value.accounts).toMatchObject([{ made: true }]);
    expect(made.value.accounts[0]!.id).not.toBe(officer);
    expect([...(await cluster.provisioner`select status, password_hash from platform.users where email = 'new@x.test'`)]).toEqual([{ status: 'invited', password_hash: null }]);
    expect(compareTables(manifest.tables, await contentsOf('epsilon'))).toEqual([]);
  });

  it('of a tenant that was migrated less far loads it as it was and migrates it then', async () => {
    const grown: PluginHere = { ...plugin, sets: [{ name: 'plugin:visits', directory: mkdtempSync(join(folder, 'grown-')) }] };
    cpSync(plugin.sets[0]!.directory, grown.sets[0]!.directory, { recursive: true });
    writeFileSync(join(grown.sets[0]!.directory, '0002_length.sql'), "alter table p_visits_visits add column length integer\n--> statement-breakpoint\nupdate p_visits_visits set length = length(note)");
    expect(await take('parcel', { slug: 'zeta', plugins: [grown] })).toMatchObject({ ok: true });
    await cluster.withTenant('zeta', async ({ db }) => {
      expect(await db.execute(sql`select count(*)::int as n, min(length) as least from p_visits_visits where length > 10`)).toMatchObject([{ n: 6 }]);
      expect(await db.execute(sql`select version from schema_migrations where set = 'plugin:visits' order by 1`)).toEqual([{ version: '0001_visits' }, { version: '0002_length' }]);
    });
  });

  it('takes away what a killed one has left', async () => {
    const gone = randomUUID();
    const taken = await files.take(pieces(Buffer.from('x')), 10);
    if (!taken.ok) throw new Error('refused');
    await files.keep(taken.value, gone, randomUUID());
    await cluster.provisioner`insert into platform.parcel_arrivals (tenant_id, slug, parcel_digest, begun_at, origin) values (${gone}, 'gone', '', now(), '{}'::jsonb)`;
    expect(await take('parcel', { slug: 'theta' })).toMatchObject({ ok: true });
    expect(readdirSync(join(at('store'), gone))).toEqual([]);
    expect([...(await cluster.provisioner`select 1 from platform.parcel_arrivals where arrived_at is null`)]).toEqual([]);
  });
});

describe('the tables of a parcel', () => {
  it('point to each other in no circle, and none of those left out is pointed to', async () => {
    const tables = await cluster.provisioner.begin((tx) => carriedTables(tx, alpha.tenant.schemaName));
    expect(tables.flatMap(({ references }) => references).filter((it) => it in leftOutTables)).toEqual([]);
    expect(loadOrder(tables).circular).toEqual([]);
  });
});
