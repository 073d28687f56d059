import { remarkColumns } from '@saubac/domain/people';
import { createWords } from '@saubac/i18n';

import type { ShownRefusal } from './preview.ts';
import { reasonAndHint } from './row-refusal-in-words.ts';
import { type RosterCells, type RosterSheets, sheetKeys, type SheetKey, writeRosterWorkbook } from './workbook/index.ts';

/** A refused row with its cells as an officer writes them, and why it is refused. */
export type RefusedRow = { row: number; cells: Readonly<Record<string, string>>; refusals: readonly ShownRefusal[] };

const vietnamese = createWords('vi');

const inWords = ({ heading, value, ...it }: ShownRefusal): { reason: string; hint: string } => {
  const { reason, hint } = reasonAndHint(it, vietnamese);
  const place = value === null || value === '' ? vietnamese.t('roster.remark', { heading, text: reason }) : vietnamese.t('roster.remarkValue', { heading, value, text: reason });
  return { reason: place, hint: vietnamese.t('roster.remark', { heading, text: hint }) };
};

const withRemarks = ({ row, cells, refusals }: RefusedRow): RosterCells => {
  const told = refusals.map(inWords);
  return { ...cells, remark_row: String(row), remark_reason: told.map(({ reason }) => reason).join('\n'), remark_hint: [...new Set(told.map(({ hint }) => hint))].join('\n') };
};

async function* remarked(rows: AsyncIterable<RefusedRow>): AsyncGenerator<RosterCells> {
  for await (const row of rows) yield withRemarks(row);
}

/**
 * Writes refused rows as a workbook in the shape of the template, with the number of each row, why it is refused and what to do behind its
 * columns, in Vietnamese. Corrected, it can be uploaded as it is: those columns are not read.
 */
export const writeRefusedWorkbook = (path: string, rowsOf: (sheet: SheetKey) => AsyncIterable<RefusedRow>): Promise<void> =>
  writeRosterWorkbook(path, Object.fromEntries(sheetKeys.map((key) => [key, remarked(rowsOf(key))])) as RosterSheets, remarkColumns);
