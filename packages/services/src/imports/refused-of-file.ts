import { stagedRowsOf } from '@saubac/db/transfers';
import type { Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { type ImportedRoster, type ImportFailure, type ImportInput, importRoster, type RefusedRow, rowsToLookAt, type ShownRefusal, writeRefusedWorkbook } from '../roster/index.ts';
import { refusedRow } from './refused-rows.ts';

/**
 * Checks a file as an import would, and writes the rows that are refused to `out` as a workbook to be corrected; without any there is no
 * file. Nothing of the tenant is changed.
 */
export const writeRefusedOfFile = (ctx: Ctx, input: ImportInput & { out: string }): Promise<Result<ImportedRoster, ImportFailure>> =>
  importRoster(ctx, {
    ...input,
    dryRun: true,
    examine: async ({ batch, sources }, { refusals }) => {
      if (refusals.length === 0) return;
      const places = rowsToLookAt(refusals, [], sources).filter(({ kinds }) => kinds.length > 0);
      const reasons = Map.groupBy<string, ShownRefusal>(refusals, ({ sheet, ref }) => `${sheet} ${ref}`);
      await writeRefusedWorkbook(input.out, async function* (sheet): AsyncGenerator<RefusedRow> {
        for await (const row of stagedRowsOf(ctx.db, batch, places.filter((it) => it.sheet === sheet))) yield refusedRow(row, reasons.get(`${row.sheet} ${row.ref}`) ?? []);
      });
    },
  });
