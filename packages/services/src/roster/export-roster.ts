import { exportCertificates, exportPeople, type ExportRow, loadPosts, loadUnits, successionsByUnit, unitCodesOn } from '@saubac/db/roster';
import type { TenantTx } from '@saubac/db/tenancy';
import type { Forbidden } from '@saubac/domain/access';
import { type DatePrecision, type PeriodEnd, writeCell } from '@saubac/domain/people';
import { addDays, fail, type IsoDate, ok, type Result, type UnitScope } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';
import { type RosterCells, type RosterSheets, type SheetKey, sheetKeys, templateOf, writeRosterCsv, writeRosterWorkbook } from './workbook/index.ts';

export type ExportInput = {
  on: IsoDate;
  /** Where the file goes; its name ends in .xlsx, or in .csv for one sheet. */
  path: string;
  /** Which sheet a csv file holds. */
  sheet?: SheetKey;
  /** Told of each row that is written; what it throws ends the writing. */
  onRow?: () => void;
};
export type ExportedRoster = { rows: Record<SheetKey, number> };
export type ExportFailure = Forbidden | { kind: 'unknown-file-type'; path: string } | { kind: 'file-not-writable'; path: string; reason: string };

const lastDay = (to: PeriodEnd): string | null => (to === 'infinity' ? null : addDays(to, -1));
const flag = (value: boolean | null): string | null => (value === null ? null : String(value));

const cells = (key: SheetKey, row: ExportRow): RosterCells => {
  const written: Record<string, string> = {};
  for (const column of templateOf(key).columns) {
    written[column.key] = writeCell(column, row[column.key] ?? null, column.key === 'birth_date' ? ((row['birth_precision'] ?? 'day') as DatePrecision) : 'day');
  }
  return written;
};

// People and their parents' units reach back before the date, so the catalogues come with all they know, not with the day alone.
async function* unitRows(tx: TenantTx, scope: UnitScope, on: IsoDate): AsyncGenerator<ExportRow> {
  const { history } = await loadUnits(tx);
  const seen = scope.kind === 'everything' ? new Set(history.keys()) : await unitCodesOn(tx, scope, on);
  const successions = await successionsByUnit(tx);
  for (const code of [...seen].sort()) {
    for (const { value, from, to } of history.get(code) ?? []) {
      const ends = (successions.get(code) ?? []).filter((it) => it.on === to);
      yield {
        code, name: value.name, parent_code: value.parent, official_code: value.officialCode, tier: value.tier, body_kind: value.bodyKind, field: value.field,
        needs_language: flag(value.needsLanguage), reports_to: value.reportsTo, budgets_through: value.budgetsThrough, valid_from: from, valid_to: lastDay(to),
        succeeded_by: ends.flatMap((it) => it.to ?? []).join('; ') || null, succession_kind: ends[0]?.kind ?? null,
      };
    }
  }
}

async function* postRows(tx: TenantTx): AsyncGenerator<ExportRow> {
  const { posts } = await loadPosts(tx);
  for (const [code, { value, standards }] of posts) {
    const own = { code, name: value.name, needs_language: flag(value.needsLanguage), language_teacher: flag(value.languageTeacher) };
    const levels = [...standards].flatMap(([language, periods]) =>
      periods.map((it) => ({ ...own, language_code: language || null, level: String(it.value), valid_from: it.from, valid_to: lastDay(it.to) })),
    );
    yield* levels.length > 0 ? levels : [own];
  }
}

const rowsOf = (tx: TenantTx, scope: UnitScope, on: IsoDate, key: SheetKey): AsyncIterable<ExportRow> => {
  if (key === 'units') return unitRows(tx, scope, on);
  if (key === 'posts') return postRows(tx);
  return key === 'people' ? exportPeople(tx, scope, on) : exportCertificates(tx, scope, on);
};

/**
 * Writes the roster as it stands on a date into the product's template: the posts people hold on it, the certificates taken until it, and
 * the catalogues of units and posts with their whole history. What the caller's scope hides is not in it. Importing the file on that
 * date changes nothing.
 */
export const exportRoster = async (ctx: Ctx, { on, path, sheet = 'people', onRow }: ExportInput): Promise<Result<ExportedRoster, ExportFailure>> => {
  const scope = permit(ctx, 'roster.export');
  if (!scope.ok) return scope;
  const csv = path.toLowerCase().endsWith('.csv');
  if (!csv && !path.toLowerCase().endsWith('.xlsx')) return fail({ kind: 'unknown-file-type', path });
  const rows: Record<SheetKey, number> = { units: 0, posts: 0, people: 0, certificates: 0 };
  const seen = scope.value;
  const write = async (tx: TenantTx): Promise<void> => {
    async function* counted(key: SheetKey): AsyncGenerator<RosterCells> {
      for await (const row of rowsOf(tx, seen, on, key)) {
        rows[key] += 1;
        onRow?.();
        yield cells(key, row);
      }
    }
    if (csv) return writeRosterCsv(path, sheet, counted(sheet));
    const sheets: RosterSheets = Object.fromEntries(sheetKeys.map((key) => [key, counted(key)]));
    return writeRosterWorkbook(path, sheets);
  };
  try {
    await ctx.db.transaction(write, { isolationLevel: 'repeatable read', accessMode: 'read only' });
    return ok({ rows });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'EACCES', 'EISDIR', 'ENOSPC', 'EROFS', 'ENOTDIR'].includes(code ?? '')) return fail({ kind: 'file-not-writable', path, reason: code! });
    throw error;
  }
};
