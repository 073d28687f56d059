import { type Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { recordAsOwner, type Actor } from '@saubac/db/audit';
import type { Cluster } from '@saubac/db/cluster';
import { accountsNamed, accountsOfTenant, allAccountIds, carriedTables, copyOut, digestReference, leftOutTables, lineMeter, plainFormats, platformOfTenant, tenantTables, usedReferenceKeys } from '@saubac/db/parcels';
import { actAsOwner, type Tenant } from '@saubac/db/tenancy';
import { parcelFormat, type ParcelManifest, type ParcelTable } from '@saubac/domain/parcels';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { FileStore } from '../files/index.ts';
import { draftParcel, isTaken, type ParcelDraft, parcelPlaces } from './parcel-folder.ts';

type Tx = Parameters<Parameters<Parameters<Parameters<Cluster['overOwnConnection']>[0]>[0]['begin']>[1]>[0];

export type ExportFailure = { kind: 'unknown-tenant'; slug: string } | { kind: 'parcel-place-taken'; path: string } | { kind: 'parcel-broken-off' };

/** Where an export stands. */
export type ExportStep = { step: 'table'; table: string; rows: number } | { step: 'files'; done: number; of: number };

export type ExportParcel = {
  slug: string;
  /** A folder that is not there yet. */
  out: string;
  product: string;
  by: Actor;
  now: Date;
  why?: string | undefined;
  onStep?: ((step: ExportStep) => void) | undefined;
  signal?: AbortSignal | undefined;
};

type Parts = { cluster: Cluster; files: FileStore };
type Draft = { draft: ParcelDraft; input: ExportParcel };

const writeTable = async (tx: Tx, { draft, input }: Draft, { name, columns }: { name: string; columns: string[] }): Promise<ParcelTable> => {
  input.signal?.throwIfAborted();
  const { meter, digest } = lineMeter({ signal: input.signal, each: (rows) => input.onStep?.({ step: 'table', table: name, rows }) });
  const written = await draft.write(parcelPlaces.table(name), await copyOut(tx, name, columns), meter, createGzip({ level: 1 }));
  // The meter swallowed what was left, so that the connection is free: now is the time to stop.
  input.signal?.throwIfAborted();
  return { name, columns, rows: digest.rows(), content: digest.content(), ...written };
};

type FileRow = { id: string; sha256: string; size: string };

/** What lies in the tenant's schema, read as its owner. */
const readSchema = async (tx: Tx, tenant: Tenant, accountIds: readonly string[]) => ({
  migrations: [...(await tx<ParcelManifest['migrations']>`select set, version, hash from schema_migrations order by set, version`)],
  plugins: [...(await tx<ParcelManifest['plugins']>`select plugin_id as id, version, state from tenant_plugins order by plugin_id`)],
  files: [...(await tx<FileRow[]>`select id, sha256, size from files where deleted_at is null order by id`)],
  heads: [...(await tx<{ position: string; digest: string }[]>`select position, digest from data_head`)],
  named: await accountsNamed(tx, tenant.schemaName, accountIds),
  used: await usedReferenceKeys(tx, tenant.schemaName),
  leftOut: (await tenantTables(tx, tenant.schemaName)).flatMap(({ name }) => (leftOutTables[name] === undefined ? [] : [{ table: name, reason: leftOutTables[name] }])),
});

type Snapshot = Omit<ParcelManifest, 'files' | 'filesMissing'> & { stored: FileRow[] };

/** Everything that stands in the database, as of one moment: the tables into their files, the rest for the manifest. */
const writeSnapshot = async (tx: Tx, tenant: Tenant, given: Draft): Promise<Snapshot> => {
  await plainFormats(tx);
  const accountIds = await allAccountIds(tx);
  const platform = await platformOfTenant(tx, tenant.id);
  await actAsOwner(tx, tenant);
  const schema = await readSchema(tx, tenant, accountIds);
  const tables: ParcelTable[] = [];
  for (const table of await carriedTables(tx, tenant.schemaName)) tables.push(await writeTable(tx, given, table));
  await tx`reset role`;
  const { id, slug, name, kind, provinceCode } = tenant;
  const [head] = schema.heads;
  return {
    format: parcelFormat,
    personalData: true,
    product: given.input.product,
    exportedAt: given.input.now.toISOString(),
    tenant: { id, slug, name, kind, provinceCode, aliases: platform.aliases, signIn: platform.signIn },
    migrations: schema.migrations,
    plugins: schema.plugins,
    tables,
    leftOut: schema.leftOut,
    accounts: await accountsOfTenant(tx, tenant.id, schema.named),
    audit: { position: Number(head?.position ?? 0), digest: head?.digest ?? '', anchors: platform.anchors },
    reference: await digestReference(tx, schema.used),
    stored: schema.files,
  };
};

const contentOf = (files: FileStore, tenant: string, id: string): Promise<Readable | undefined> => files.read(tenant, id).catch(() => undefined);

/** Copies the tenant's files beside its tables. One whose content is not there, or not what it was, is told as missing and not passed on. */
const writeFiles = async ({ files }: Parts, tenant: Tenant, { draft, input }: Draft, stored: readonly FileRow[]): Promise<Pick<ParcelManifest, 'files' | 'filesMissing'>> => {
  const kept: ParcelManifest['files'] = [];
  const filesMissing: string[] = [];
  for (const [index, { id, sha256, size }] of stored.entries()) {
    input.signal?.throwIfAborted();
    const content = await contentOf(files, tenant.id, id);
    const written = content && (await draft.write(parcelPlaces.file(id), content));
    if (written && written.sha256 === sha256 && written.size === Number(size)) kept.push({ id, sha256, size: Number(size) });
    else {
      filesMissing.push(id);
      if (written) await draft.remove(parcelPlaces.file(id));
    }
    input.onStep?.({ step: 'files', done: index + 1, of: stored.length });
  }
  return { files: kept, filesMissing };
};

/**
 * Reads in one transaction of a connection of its own. When it fails, the connection is closed at once and not waited for: a COPY that is not
 * read to its end would keep it for ever, and the rollback with it.
 */
const inOneSnapshot = <T>(cluster: Cluster, work: (tx: Tx) => Promise<T>): Promise<T> =>
  cluster.overOwnConnection((client) => {
    const failed = Promise.withResolvers<never>();
    const done = client.begin('isolation level repeatable read read only', (tx) =>
      work(tx).catch((error: unknown) => {
        failed.reject(error);
        void client.end({ timeout: 0 });
        throw error;
      }),
    ) as Promise<T>;
    done.catch(() => undefined);
    return Promise.race([done, failed.promise]);
  });

const write = async (parts: Parts, tenant: Tenant, given: Draft): Promise<ParcelManifest> => {
  const { stored, ...rest } = await inOneSnapshot(parts.cluster, (tx) => writeSnapshot(tx, tenant, given));
  const manifest: ParcelManifest = { ...rest, ...(await writeFiles(parts, tenant, given, stored)) };
  await given.draft.finish(`${JSON.stringify(manifest, null, 1)}\n`);
  return manifest;
};

/**
 * Writes a tenant as a parcel: every table of its schema, its files, and what of the platform belongs to it, as of one moment, into a folder
 * that has its name only when it is whole. That somebody takes all of it away is recorded in the tenant's audit first, and goes along.
 */
export const exportParcel = async (parts: Parts, input: ExportParcel): Promise<Result<ParcelManifest, ExportFailure>> => {
  const { cluster } = parts;
  const tenant = await cluster.findTenant(input.slug);
  if (!tenant) return fail({ kind: 'unknown-tenant', slug: input.slug });
  if (await isTaken(input.out)) return fail({ kind: 'parcel-place-taken', path: input.out });
  const draft = await draftParcel(input.out);
  try {
    await cluster.provisioner.begin((tx) => recordAsOwner(tx, tenant, { actor: input.by, now: input.now, why: input.why }, { act: 'tenant.exported', subject: { kind: 'tenant', id: tenant.id } }));
    return ok(await write(parts, tenant, { draft, input }));
  } catch (error) {
    draft.discard();
    if (input.signal?.aborted) return fail({ kind: 'parcel-broken-off' });
    throw error;
  }
};
