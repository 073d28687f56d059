import { join } from 'node:path';
import { createReadStream } from 'node:fs';
import { emailKeyOf } from '@saubac/auth/accounts';
import { againstAnchors, type Actor, uuidV7, verifyChain } from '@saubac/db/audit';
import type { Cluster } from '@saubac/db/cluster';
import { coreSet, readMigrations, type MigrationSet } from '@saubac/db/migrations';
import { abandonedArrivals, admitAccounts, type Admitted, beginArrival, dropArrival, endArrival, idReplacer, lineMeter, loadTables, ParcelRefused, plainFormats, referenceHere, settlePlatform } from '@saubac/db/parcels';
import { actAsOwner, type CreateTenantFailure, findTenant, type Tenant, tenantSqlOn } from '@saubac/db/tenancy';
import { differingReference, type ParcelManifest, type ParcelObstacle, parcelObstacles, type ParcelServer } from '@saubac/domain/parcels';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { FileStore } from '../files/index.ts';
import { checkParcel, type OpenedParcel, type ParcelFailure } from './check-parcel.ts';
import { parcelPlaces, rowsIn } from './parcel-folder.ts';

type Tx = Parameters<Parameters<Cluster['receiveTenant']>[2]['fill']>[0];

/** A plugin that works on this server: its id, its version, and its migrations if it has tables. */
export type PluginHere = { id: string; version: string; sets: readonly MigrationSet[] };

/** Where an import stands. */
export type ImportStep = { step: 'check'; done: number; of: number } | { step: 'files'; done: number; of: number } | { step: 'table'; table: string } | { step: 'audit' };

export type ImportParcel = {
  folder: string;
  /** Absent: as in the parcel. */
  slug?: string | undefined;
  name?: string | undefined;
  plugins: readonly PluginHere[];
  by: Actor;
  now: Date;
  onStep?: ((step: ImportStep) => void) | undefined;
};

export type ImportParcelFailure =
  | ParcelFailure
  | ParcelRefused['failure']
  | CreateTenantFailure
  | { kind: 'parcel-not-for-this-server'; count: number; obstacles: ParcelObstacle[] };

/** What came of an import. */
export type ArrivedParcel = {
  tenant: Tenant;
  manifest: ParcelManifest;
  accounts: Admitted[];
  /** Former short names that are somebody else's here. */
  aliasesTaken: string[];
  /** Reference rows that read otherwise here. */
  differing: { table: string; keys: string[] }[];
};

type Parts = { cluster: Cluster; files: FileStore };

const serverFor = async (cluster: Cluster, manifest: ParcelManifest, plugins: readonly PluginHere[]): Promise<ParcelServer> => ({
  migrations: [coreSet, ...plugins.flatMap(({ sets }) => sets)].flatMap(readMigrations),
  plugins: plugins.map(({ id, version }) => ({ id, version })),
  reference: await referenceHere(cluster.provisioner, manifest.reference),
});

const removeObjects = async (files: FileStore, tenant: string): Promise<void> => {
  for await (const { id } of files.objects(tenant)) await files.remove(tenant, id);
};

/** Takes away the files that an arrival left which was killed; of the database nothing is left of it by itself. */
const clearAbandoned = async (session: Parameters<typeof abandonedArrivals>[0], files: FileStore): Promise<void> => {
  for (const id of await abandonedArrivals(session)) {
    await removeObjects(files, id);
    await dropArrival(session, id);
  }
};

const takeFiles = async (files: FileStore, tenant: string, { folder, manifest }: OpenedParcel, { onStep }: ImportParcel): Promise<void> => {
  for (const [index, { id, size }] of manifest.files.entries()) {
    const taken = await files.take(createReadStream(join(folder, parcelPlaces.file(id))), size);
    if (!taken.ok) throw new Error(`The file ${id} of the parcel has grown since it was checked.`);
    await files.keep(taken.value, tenant, id);
    onStep?.({ step: 'files', done: index + 1, of: manifest.files.length });
  }
};

const checkAuditOf = async (tx: Tx, { audit }: ParcelManifest): Promise<void> => {
  const db = tenantSqlOn(tx);
  const { faults } = await verifyChain(db);
  const all = [...faults, ...(await againstAnchors(db, audit.anchors))];
  if (all.length > 0) throw new ParcelRefused({ kind: 'parcel-audit-faulty', count: all.length });
};

async function* rowsWith(folder: string, table: string, change: ((line: Buffer) => Buffer) | undefined): AsyncGenerator<Uint8Array> {
  const rows = rowsIn(folder, table);
  yield* change ? rows.compose(lineMeter({ change }).meter) : rows;
}

type Filled = Pick<ArrivedParcel, 'accounts' | 'aliasesTaken'>;

/** Fills the schema of the new tenant and what the platform keeps of it; called as the owner, ends as the provisioner. */
const filling = ({ folder, manifest }: OpenedParcel, { by, now, onStep }: ImportParcel, filled: (it: Filled) => void) => async (tx: Tx, tenant: Tenant): Promise<void> => {
  await tx`reset role`;
  await plainFormats(tx);
  const accounts = await admitAccounts(tx, manifest.accounts.map((it) => ({ ...it, emailKey: emailKeyOf(it.email) })), { tenant: tenant.id, by, now });
  const ids = new Map(accounts.flatMap(({ account, id }): [string, string][] => (account.id === id ? [] : [[account.id, id]])));
  await actAsOwner(tx, tenant);
  await loadTables(tx, {
    schema: tenant.schemaName,
    tables: manifest.tables,
    rowsOf: ({ name }) => rowsWith(folder, name, idReplacer(name, ids)),
    onTable: (table) => onStep?.({ step: 'table', table }),
  });
  onStep?.({ step: 'audit' });
  await checkAuditOf(tx, manifest);
  await tx`reset role`;
  const { aliasesTaken } = await settlePlatform(tx, tenant.id, manifest);
  await endArrival(tx, tenant.id, ids, now);
  filled({ accounts, aliasesTaken });
};

const wantedOf = ({ migrations }: ParcelManifest): ((it: { set: string; version: string }) => boolean) => {
  const had = new Set(migrations.map(({ set, version }) => `${set}/${version}`));
  return ({ set, version }) => had.has(`${set}/${version}`);
};

const receive = async ({ cluster, files }: Parts, id: string, parcel: OpenedParcel, input: ImportParcel): Promise<Result<{ tenant: Tenant } & Filled, CreateTenantFailure | ParcelRefused['failure']>> => {
  const { tenant: from } = parcel.manifest;
  const filled: Filled = { accounts: [], aliasesTaken: [] };
  const carried = new Set(parcel.manifest.migrations.map(({ set }) => set));
  // Plugins that the tenant does not have get no tables in it.
  const sets = input.plugins.flatMap((it) => it.sets).filter(({ name }) => carried.has(name));
  try {
    await takeFiles(files, id, parcel, input);
    const made = await cluster.receiveTenant({ slug: input.slug ?? from.slug, name: input.name ?? from.name, kind: from.kind, provinceCode: from.provinceCode ?? undefined }, sets, {
      id,
      wanted: wantedOf(parcel.manifest),
      fill: filling(parcel, input, (it) => Object.assign(filled, it)),
    });
    return made.ok ? ok({ tenant: made.value, ...filled }) : made;
  } catch (error) {
    if (error instanceof ParcelRefused) return fail(error.failure);
    throw error;
  }
};

const slugRefusal = async (cluster: Cluster, slug: string): Promise<Result<null, CreateTenantFailure>> =>
  (await findTenant(cluster.provisioner, slug)) ? fail({ kind: 'slug-taken', slug }) : ok(null);

/** Does the arrival while a session holds its note; whatever does not become a tenant leaves nothing behind. */
const arrive = ({ cluster, files }: Parts, parcel: OpenedParcel, input: ImportParcel) =>
  cluster.overOwnConnection(async (client) => {
    // The driver never answers a reservation that has to open the connection first.
    await client`select 1`;
    const session = await client.reserve();
    try {
      await clearAbandoned(session, files);
      const id = uuidV7();
      await beginArrival(session, { tenant: id, slug: input.slug ?? parcel.manifest.tenant.slug, parcel: parcel.sha256, manifest: parcel.manifest, now: input.now });
      let arrived = false;
      try {
        const received = await receive({ cluster, files }, id, parcel, input);
        arrived = received.ok;
        return received;
      } finally {
        if (!arrived) {
          await removeObjects(files, id);
          await dropArrival(session, id);
        }
      }
    } finally {
      session.release();
    }
  });

/**
 * Makes a tenant of a parcel, under another id: everything is verified first; then files, and in one transaction roles, schema, rows,
 * accounts and the row of the registry, so that nobody ever sees half of it. What was migrated less far than this server is migrated as
 * any tenant. Refused with every reason at once when this server lacks something that the parcel needs.
 */
export const importParcel = async (parts: Parts, input: ImportParcel): Promise<Result<ArrivedParcel, ImportParcelFailure>> => {
  const { cluster } = parts;
  const checked = await checkParcel(input.folder, { onPart: (part) => input.onStep?.({ step: 'check', ...part }) });
  if (!checked.ok) return checked;
  const { manifest } = checked.value;
  const server = await serverFor(cluster, manifest, input.plugins);
  const obstacles = parcelObstacles(manifest, server);
  if (obstacles.length > 0) return fail({ kind: 'parcel-not-for-this-server', count: obstacles.length, obstacles });
  const free = await slugRefusal(cluster, input.slug ?? manifest.tenant.slug);
  if (!free.ok) return free;
  const arrived = await arrive(parts, checked.value, input);
  return arrived.ok ? ok({ ...arrived.value, manifest, differing: differingReference(manifest, server) }) : arrived;
};
