import type { FilePurpose } from '@saubac/domain/transfers';
import type { CertificateId, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** A file of the tenant as its row tells it; `sha256` in hex, `size` in bytes. */
export type StoredFile = {
  id: string;
  purpose: FilePurpose;
  certificate: CertificateId | null;
  /** The duty that it proves. */
  duty: string | null;
  /** The plugin that keeps it. */
  plugin: string | null;
  sha256: string;
  mediaType: string;
  size: number;
  originalName: string;
  owner: UserId | null;
  /** What its owner was called then, where that is told. */
  ownerLabel: string | null;
  createdAt: string;
};

const columns = sql.raw(`f.id, f.purpose, f.certificate_id as certificate, f.duty_id as duty, f.plugin_id as plugin, f.sha256, f.media_type as "mediaType", f.size, f.original_name as "originalName", f.owner_user as owner, f.owner_label as "ownerLabel",
  to_char(f.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"`);

const load = async (db: TenantSql, where: SQL): Promise<StoredFile[]> => {
  const rows = await db.execute<Omit<StoredFile, 'size'> & { size: string }>(sql`select ${columns} from files f where f.deleted_at is null and ${where} order by f.id`);
  return rows.map((it) => ({ ...it, size: Number(it.size) }));
};

/** A file to be added: one that the product wrote itself names neither a plugin nor who sent it. */
export type NewFile = Omit<StoredFile, 'plugin' | 'ownerLabel'> & Partial<Pick<StoredFile, 'plugin' | 'ownerLabel'>>;

/** Adds the row of a file whose object is stored already. */
export const insertFile = async (tx: TenantSql, { id, purpose, certificate, duty, plugin = null, sha256, mediaType, size, originalName, owner, ownerLabel = null, createdAt }: NewFile): Promise<void> => {
  await tx.execute(sql`
    insert into files (id, purpose, certificate_id, duty_id, plugin_id, sha256, media_type, size, original_name, owner_user, owner_label, created_at)
    values (${id}::uuid, ${purpose}, ${certificate}::uuid, ${duty}::uuid, ${plugin}, ${sha256}, ${mediaType}, ${String(size)}::bigint, ${originalName}, ${owner}::uuid, ${ownerLabel}, ${createdAt}::timestamptz)`);
};

/** A file that has not been deleted. */
export const fileById = async (db: TenantSql, id: string): Promise<StoredFile | undefined> => (await load(db, sql`f.id = ${id}::uuid`))[0];

/** The scans of a certificate, oldest first. */
export const filesOfCertificate = (db: TenantSql, certificate: CertificateId): Promise<StoredFile[]> => load(db, sql`f.certificate_id = ${certificate}::uuid`);

/** The proofs of a duty, oldest first. */
export const filesOfDuty = (db: TenantSql, duty: string): Promise<StoredFile[]> => load(db, sql`f.duty_id = ${duty}::uuid`);

/** The files that a plugin keeps, oldest first; only those of some ids, if any are named. Those of another plugin are not there. */
export const filesOfPlugin = (db: TenantSql, plugin: string, ids?: readonly string[]): Promise<StoredFile[]> =>
  load(db, ids === undefined ? sql`f.plugin_id = ${plugin}` : sql`f.plugin_id = ${plugin} and f.id = any(${pgArray(ids)}::uuid[])`);

/** Marks files as deleted; their objects go with the next sweep. */
export const markDeleted = async (tx: TenantSql, ids: readonly string[], at: string): Promise<void> => {
  await tx.execute(sql`update files set deleted_at = ${at}::timestamptz where id = any(${pgArray(ids)}::uuid[]) and deleted_at is null`);
};

/** Of some ids, those of files that are to be kept. */
export const keptFiles = async (db: TenantSql, ids: readonly string[]): Promise<Set<string>> =>
  new Set((await db.execute<{ id: string }>(sql`select id from files where deleted_at is null and id = any(${pgArray(ids)}::uuid[])`)).map(({ id }) => id));
