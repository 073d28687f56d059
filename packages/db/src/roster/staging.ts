import type { SourceSheet } from '@saubac/domain/layouts';
import type { ImportMode } from '@saubac/domain/people';
import { rosterTemplate, stagingColumns, type TemplateSheet } from '@saubac/domain/people';
import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { takeLevels } from '../levels/index.ts';
import { copyText, type TenantSql, type TenantTx } from '../tenancy/index.ts';

export type SheetKey = TemplateSheet['key'];
export type NewBatch = { effectiveDate: IsoDate; fileName: string; mode: ImportMode; completeFor: string | null };
export type BatchState = 'checked' | 'committed' | 'refused' | 'cancelled';

// A whole sheet of the largest tenant is copied in a minute on a slow disk; a COPY that takes longer hangs.
const copyDeadlineMs = 300_000;

const sheets = new Map(rosterTemplate.map((sheet) => [sheet.key, { table: `stage_${sheet.key}`, columns: ['batch_id', 'row_no', ...stagingColumns(sheet), 'unstated', 'problems', 'mends'] }]));
const stageTables = [...sheets.values()].map(({ table }) => sql.identifier(table));

/** Opens a batch of staged rows; what crashed imports of earlier days left behind goes. Answers with its id. */
export const openBatch = async (db: TenantSql, { effectiveDate, fileName, mode, completeFor }: NewBatch): Promise<string> => {
  for (const table of stageTables) {
    await db.execute(sql`delete from ${table} where batch_id in (select id from roster_batches where state = 'staging' and created_at < now() - interval '1 day')`);
  }
  const [batch] = await db.execute<{ id: string }>(sql`
    insert into roster_batches (effective_date, file_name, file_digest, mode, state, complete_for, created_at)
    values (${effectiveDate}::date, ${fileName}, '', ${mode}, 'staging', ${completeFor}::uuid, now()) returning id`);
  return batch!.id;
};

/** Copies lines in COPY text format into the staging table of a sheet. */
export const stageSheet = (tx: TenantTx, sheet: SheetKey, lines: AsyncIterable<Uint8Array>): Promise<void> => {
  const { table, columns } = sheets.get(sheet)!;
  return copyText(tx, table, columns, lines, copyDeadlineMs);
};

/**
 * Lets the planner know how much was staged: without it the merge is planned for a handful of rows. Only the column that picks the
 * batch matters, and one column costs a fraction of all.
 */
export const analyzeStaging = async (tx: TenantSql): Promise<void> => {
  for (const table of stageTables) await tx.execute(sql`analyze ${table} (batch_id)`);
};

/** Gives the transaction of an import memory for sorts and hash tables of a whole province, so that they do not go to disk. */
export const takeMemory = async (tx: TenantSql): Promise<void> => {
  await tx.execute(sql`set local work_mem = '96MB'`);
};

/** Notes which sheets of a file that is not the template were read, in the order to which row numbers refer, and with which layout. */
export const noteSources = async (db: TenantSql, batch: string, { sources, layout }: { sources: readonly SourceSheet[]; layout: unknown }): Promise<void> => {
  await db.execute(sql`update roster_batches set sources = ${JSON.stringify(sources)}::jsonb, layout = ${JSON.stringify(layout)}::jsonb where id = ${batch}::uuid`);
};

/** Notes how a batch ended; its staged rows go. */
export const closeBatch = async (db: TenantSql, batch: string, end: { state: BatchState; digest: string; counts: unknown }): Promise<void> => {
  for (const table of stageTables) await db.execute(sql`delete from ${table} where batch_id = ${batch}::uuid`);
  await db.execute(sql`
    update roster_batches set state = ${end.state}, file_digest = ${end.digest}, counts = ${JSON.stringify(end.counts)}::jsonb,
      committed_at = case when ${end.state} = 'committed' then now() end
    where id = ${batch}::uuid`);
};

/** Waits until no other import of the tenant is at work, and nobody writes a certificate; holds that place until the transaction ends. */
export const lockImports = takeLevels;
