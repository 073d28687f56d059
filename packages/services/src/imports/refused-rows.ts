import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type KeptRow, refusalsOfRows, rowPage } from '@saubac/db/transfers';
import type { Forbidden } from '@saubac/domain/access';
import { spreadsheets } from '@saubac/domain/transfers';
import { fail, ok, type Result } from '@saubac/domain/values';
import { createWords } from '@saubac/i18n';

import type { Ctx } from '../context/index.ts';
import { type RefusedRow, type SheetKey, type ShownRefusal, writeRefusedWorkbook } from '../roster/index.ts';
import { keptImport, type UnknownImport } from './read-imports.ts';
import { shownRow } from './shown-row.ts';

/** The workbook of refused rows as a file to be sent; its content has to be read to the end or destroyed. */
export type RefusedFile = { name: string; mediaType: string; size: number; content: Readable };

const pageSize = 2_000;

/** A refused row from how it was staged. */
export const refusedRow = (it: KeptRow, refusals: readonly ShownRefusal[]): RefusedRow => ({ row: it.row, cells: shownRow(it).cells, refusals });

async function* refusedRows({ db }: Ctx, id: string, sheet: SheetKey): AsyncGenerator<RefusedRow> {
  let after = 0;
  for (;;) {
    const page = await rowPage(db, id, { sheet, refused: true, after, limit: pageSize });
    const last = page.at(-1);
    if (!last) return;
    const refusals = Map.groupBy(await refusalsOfRows<ShownRefusal>(db, id, page), ({ ref }) => ref);
    for (const it of page) yield refusedRow(it, refusals.get(it.ref) ?? []);
    after = last.position;
  }
}

type Refused = Forbidden | UnknownImport | { kind: 'nothing-refused' };

/** Writes the rows that the last check of an import refused to a workbook, and records it; answers with the name of the import's file. */
export const writeRefusedRows = async (ctx: Ctx, id: string, path: string): Promise<Result<string, Refused>> => {
  const kept = await keptImport(ctx, id);
  if (!kept.ok) return kept;
  if ((await rowPage(ctx.db, id, { refused: true, after: 0, limit: 1 })).length === 0) return fail({ kind: 'nothing-refused' });
  await writeRefusedWorkbook(path, (sheet) => refusedRows(ctx, id, sheet));
  await ctx.write(async (_tx, record) => record({ act: 'import.refused-taken', subject: { kind: 'import', id } }));
  return ok(kept.value.fileName);
};

/** The rows that the last check of an import refused, as a workbook to be corrected and uploaded again; each taking out is recorded. */
export const refusedRowsFile = async (ctx: Ctx, id: string): Promise<Result<RefusedFile, Refused>> => {
  const folder = await mkdtemp(join(tmpdir(), 'refused-'));
  const gone = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, 'refused.xlsx');
    const written = await writeRefusedRows(ctx, id, path);
    if (!written.ok) {
      await gone();
      return written;
    }
    const content = createReadStream(path);
    content.once('close', () => void gone());
    return ok({ name: `${createWords('vi').t('roster.refusedFile')} - ${written.value.replace(/\.\w{1,4}$/, '')}.xlsx`, mediaType: spreadsheets.xlsx, size: (await stat(path)).size, content });
  } catch (error) {
    await gone();
    throw error;
  }
};
