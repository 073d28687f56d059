import type { ExportFormat, ExportOrder, ExportState } from '@saubac/domain/transfers';
import type { IsoDate, Locale, UnitScope, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';
import { covers, moment, unitsOf } from './scope-of-transfer.ts';

export type NewExport = { order: ExportOrder; format: ExportFormat; locale: Locale; requestedBy: UserId | null; requestedLabel: string };

/** An export as it stands. `failure` is kept as the services wrote it. */
export type StoredExport<Failure> = NewExport & {
  id: string;
  state: ExportState;
  rows: number;
  file: string | null;
  failure: Failure | null;
  version: number;
  createdAt: string;
  endedAt: string | null;
  expiresAt: string | null;
  /** Whether its file can be had no more. */
  expired: boolean;
};

const columns = (now: string): SQL => sql`
  e.id, e.params as "order", e.format, e.locale, e.state, e.progress_rows as rows, e.file_id as file, e.failure, e.requested_by as "requestedBy", e.requested_label as "requestedLabel", e.version,
  ${moment('e.created_at')} as "createdAt", ${moment('e.ended_at')} as "endedAt", ${moment('e.expires_at')} as "expiresAt", coalesce(e.expires_at <= ${now}::timestamptz, false) as expired`;

/** Adds an export that is to be made; answers with its id. */
export const insertExport = async (tx: TenantSql, { order, format, locale, requestedBy, requestedLabel }: NewExport, at: string): Promise<string> => {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into exports (kind, format, locale, params, state, requested_by, requested_label, created_at)
    values (${order.kind}, ${format}, ${locale}, ${JSON.stringify(order)}::jsonb, 'queued', ${requestedBy}::uuid, ${requestedLabel}, ${at}::timestamptz) returning id`);
  return row!.id;
};

/** An export by its id, whoever ordered it. */
export const exportById = async <F>(db: TenantSql, id: string, now: string): Promise<StoredExport<F> | undefined> =>
  (await db.execute<StoredExport<F>>(sql`select ${columns(now)} from exports e where e.id = ${id}::uuid`))[0];

/** Exports that somebody ordered, the newest first; `before` is the id after which the page begins. */
export const exportPage = async <F>(db: TenantSql, by: UserId | null, { now, before, limit }: { now: string; before: string | null; limit: number }): Promise<StoredExport<F>[]> => {
  const place = before === null ? sql`` : sql` and e.id < ${before}::uuid`;
  return [...(await db.execute<StoredExport<F>>(sql`select ${columns(now)} from exports e where e.requested_by is not distinct from ${by}::uuid${place} order by e.id desc limit ${limit}`))];
};

export type ExportMove = {
  from: readonly ExportState[];
  at: string;
} & ({ to: 'running' } | { to: 'cancelled' } | { to: 'failed'; failure: unknown } | { to: 'ready'; rows: number; file: string; scope: UnitScope; expiresAt: string });

/** Moves an export to another state if it is still in one of those; false if somebody else was first. */
export const moveExport = async (tx: TenantSql, id: string, it: ExportMove): Promise<boolean> => {
  const ready = it.to === 'ready' ? sql`, progress_rows = ${it.rows}, file_id = ${it.file}::uuid, scope_units = ${unitsOf(it.scope)}::uuid[], expires_at = ${it.expiresAt}::timestamptz` : sql``;
  const failure = it.to === 'failed' ? sql`, failure = ${JSON.stringify(it.failure)}::jsonb` : sql``;
  const moved = await tx.execute(sql`
    update exports set state = ${it.to}, version = version + 1, ended_at = ${it.to === 'running' ? null : it.at}::timestamptz${ready}${failure}
    where id = ${id}::uuid and state = any(${pgArray(it.from)}::text[]) returning id`);
  return moved.length > 0;
};

/** Notes how many rows an export has written; false if it is not being worked on any more. */
export const noteExportProgress = async (db: TenantSql, id: string, rows: number): Promise<boolean> =>
  (await db.execute(sql`update exports set progress_rows = greatest(progress_rows, ${rows}) where id = ${id}::uuid and state = 'running' returning id`)).length > 0;

/** Whether a scope covers the units that the file of an export tells of. */
export const coversExport = async (db: TenantSql, scope: UnitScope, id: string, on: IsoDate): Promise<boolean> =>
  (await db.execute(sql`select 1 from exports e where e.id = ${id}::uuid and ${covers(scope, sql`e.scope_units`, on)}`)).length > 0;

/** Adds a link to the file of an export, by the digest of what stands in it. */
export const insertExportLink = async (db: TenantSql, id: string, digest: string, expiresAt: string): Promise<void> => {
  await db.execute(sql`insert into export_links (export_id, digest, expires_at) values (${id}::uuid, ${digest}, ${expiresAt}::timestamptz)`);
};

/** How a link to an export stands: undefined if there is none. */
export const exportLink = async (db: TenantSql, id: string, digest: string, now: string): Promise<{ expired: boolean } | undefined> =>
  (await db.execute<{ expired: boolean }>(sql`select expires_at <= ${now}::timestamptz as expired from export_links where export_id = ${id}::uuid and digest = ${digest}`))[0];
