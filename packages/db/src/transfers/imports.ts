import type { ChosenLayout } from '@saubac/domain/layouts';
import type { ImportMode } from '@saubac/domain/people';
import { endedImportStates, type ImportState } from '@saubac/domain/transfers';
import { everything, type IsoDate, subtreesOf, type UnitId, type UnitScope, type UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';
import { covers, moment, unitsOf } from './scope-of-transfer.ts';

/** What somebody asked for when he uploaded a roster. */
export type ImportOrder = {
  file: string;
  effectiveDate: IsoDate;
  mode: ImportMode;
  completeFor: string | null;
  skipRefused: boolean;
  /** The units its importer may import for. */
  scope: UnitScope;
  requestedBy: UserId | null;
  requestedLabel: string;
};

/** An import as it stands. `preview` and `failure` are kept as the services wrote them. */
export type StoredImport<Preview, Failure> = ImportOrder & {
  id: string;
  fileName: string;
  state: ImportState;
  /** Rows read so far, and how many there are, once that is known. */
  rows: number;
  of: number | null;
  preview: Preview | null;
  previewDigest: string | null;
  failure: Failure | null;
  committedBy: UserId | null;
  committedLabel: string | null;
  /** How its file is read, once that is known and it is not the template. */
  layout: ChosenLayout | null;
  version: number;
  createdAt: string;
  endedAt: string | null;
};

const columns = sql`
  i.id, i.file_id as file, f.original_name as "fileName", i.effective_date::text as "effectiveDate", i.mode, i.complete_for as "completeFor", i.skip_refused as "skipRefused",
  to_json(i.scope_units) as units, i.state, i.progress_rows as rows, i.progress_of as of, i.preview, i.preview_digest as "previewDigest", i.failure,
  i.requested_by as "requestedBy", i.requested_label as "requestedLabel", i.committed_by as "committedBy", i.committed_label as "committedLabel", i.layout, i.version,
  ${moment('i.created_at')} as "createdAt", ${moment('i.ended_at')} as "endedAt"`;

type Row<P, F> = Omit<StoredImport<P, F>, 'scope'> & { units: UnitId[] | null };

const importOf = <P, F>({ units, ...row }: Row<P, F>): StoredImport<P, F> => ({ ...row, scope: units === null ? everything : subtreesOf(units) });

/** Adds an import whose file has just been stored; answers with its id. */
export const insertImport = async (tx: TenantSql, it: ImportOrder, at: string): Promise<string> => {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into imports (file_id, effective_date, mode, complete_for, skip_refused, scope_units, state, requested_by, requested_label, created_at)
    values (${it.file}::uuid, ${it.effectiveDate}::date, ${it.mode}, ${it.completeFor}, ${it.skipRefused}, ${unitsOf(it.scope)}::uuid[], 'uploaded', ${it.requestedBy}::uuid, ${it.requestedLabel}, ${at}::timestamptz)
    returning id`);
  return row!.id;
};

/** An import that the caller's scope covers as it stands on a day; undefined if there is none. */
export const importById = async <P, F>(db: TenantSql, scope: UnitScope, id: string, on: IsoDate): Promise<StoredImport<P, F> | undefined> => {
  const [row] = await db.execute<Row<P, F>>(sql`select ${columns} from imports i join files f on f.id = i.file_id where i.id = ${id}::uuid and ${covers(scope, sql`i.scope_units`, on)}`);
  return row && importOf(row);
};

/** Imports that the caller's scope covers, the newest first; `before` is the id after which the page begins. */
export const importPage = async <P, F>(db: TenantSql, scope: UnitScope, { on, before, limit }: { on: IsoDate; before: string | null; limit: number }): Promise<StoredImport<P, F>[]> => {
  const place = before === null ? sql`` : sql` and i.id < ${before}::uuid`;
  const rows = await db.execute<Row<P, F>>(sql`select ${columns} from imports i join files f on f.id = i.file_id where ${covers(scope, sql`i.scope_units`, on)}${place} order by i.id desc limit ${limit}`);
  return rows.map((it) => importOf(it));
};

/** What changes with the state of an import; absent is as it was. */
export type ImportMove = {
  from: readonly ImportState[];
  to: ImportState;
  /** The version that the move is based on. */
  version?: number;
  at: string;
  of?: number;
  preview?: unknown;
  previewDigest?: string | null;
  failure?: unknown;
  layout?: ChosenLayout;
  proposal?: unknown;
  committer?: { by: UserId | null; label: string };
};

/**
 * Moves an import to another state if it is still in one of those; false if somebody else was first. This is what makes cancelling and
 * committing exclude each other: the second one waits for the first one's transaction and then finds another state.
 */
export const moveImport = async (tx: TenantSql, id: string, it: ImportMove): Promise<boolean> => {
  const json = (value: unknown, column: SQL): SQL => (value === undefined ? column : sql`${value === null ? null : JSON.stringify(value)}::jsonb`);
  const over = (endedImportStates as readonly ImportState[]).includes(it.to);
  const committer = it.committer ? sql`, committed_by = ${it.committer.by}::uuid, committed_label = ${it.committer.label}` : sql``;
  const moved = await tx.execute(sql`
    update imports set state = ${it.to}, version = version + 1, ended_at = ${over ? it.at : null}::timestamptz, progress_of = coalesce(${it.of ?? null}::int, progress_of),
      progress_rows = case when ${it.of ?? null}::int is null then 0 else ${it.of ?? null}::int end,
      preview = ${json(it.preview, sql`preview`)}, preview_digest = ${it.previewDigest === undefined ? sql`preview_digest` : sql`${it.previewDigest}`}, failure = ${json(it.failure, sql`failure`)},
      layout = ${json(it.layout, sql`layout`)}, proposal = ${json(it.proposal, sql`proposal`)}${committer}
    where id = ${id}::uuid and state = any(${pgArray(it.from)}::text[]) and (${it.version ?? null}::int is null or version = ${it.version ?? null}::int) returning id`);
  return moved.length > 0;
};

/** What was proposed for the file of an import; null if nothing was. */
export const proposalOf = async <P>(db: TenantSql, id: string): Promise<P | null> =>
  (await db.execute<{ proposal: P | null }>(sql`select proposal from imports where id = ${id}::uuid`))[0]?.proposal ?? null;

/** Notes how far an import has come; false if it is not being worked on any more. */
export const noteImportProgress = async (db: TenantSql, id: string, rows: number): Promise<boolean> =>
  (await db.execute(sql`update imports set progress_rows = greatest(progress_rows, ${rows}) where id = ${id}::uuid and state in ('checking', 'committing') returning id`)).length > 0;

export type FindingList = 'changes' | 'refusals' | 'mends';
const findingLists = ['changes', 'refusals', 'mends'] as const satisfies readonly FindingList[];

/** Keeps what a check found in place of what an earlier one did. */
export const storeFindings = async (tx: TenantSql, id: string, findings: Readonly<Record<FindingList, readonly unknown[]>>): Promise<void> => {
  await tx.execute(sql`delete from import_findings where import_id = ${id}::uuid`);
  for (const list of findingLists) {
    for (let start = 0; start < findings[list].length; start += 5_000) {
      const part = findings[list].slice(start, start + 5_000);
      await tx.execute(sql`
        insert into import_findings (import_id, list, position, finding)
        select ${id}::uuid, ${list}, ${start} + f.position, f.finding from jsonb_array_elements(${JSON.stringify(part)}::jsonb) with ordinality as f (finding, position)`);
    }
  }
};

/** A page of findings in the order of the workbook: those after a position. */
export const findingPage = async <T>(db: TenantSql, id: string, { list, after, limit }: { list: FindingList; after: number; limit: number }): Promise<{ position: number; finding: T }[]> => [
  ...(await db.execute<{ position: number; finding: T }>(sql`
    select position, finding from import_findings where import_id = ${id}::uuid and list = ${list} and position > ${after} order by position limit ${limit}`)),
];
