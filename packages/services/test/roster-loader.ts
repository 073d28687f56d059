import { join } from 'node:path';
import { isoDate } from '@saubac/domain/values';
import type { Ctx } from '@saubac/services/context';
import { importRoster, type ImportInput, type RosterSheets, writeRosterWorkbook } from '@saubac/services/roster';

/** Imports sheets as the file they would be: `load` gives the result, `written` the import or an exception, `refusals` a line each. */
export const rosterLoader = (ctx: () => Ctx, folder: () => string) => {
  let count = 0;
  const load = async (sheets: RosterSheets, on: string, more: Partial<ImportInput> = {}) => {
    const path = join(folder(), `${(count += 1)}.xlsx`);
    await writeRosterWorkbook(path, sheets);
    return importRoster(ctx(), { path, effectiveDate: isoDate(on), ...more });
  };
  const written = async (...args: Parameters<typeof load>) => {
    const result = await load(...args);
    if (!result.ok) throw new Error(JSON.stringify(result.failure, null, 1));
    return result.value;
  };
  const refusals = async (...args: Parameters<typeof load>) => {
    const result = await load(...args);
    if (result.ok) return [];
    return result.failure.kind === 'rows-refused' ? result.failure.preview.refusals.map((it) => `${it.sheetName} ${it.row} ${it.column} ${it.kind}`) : [result.failure.kind];
  };
  return { load, written, refusals };
};
