// Vietnamese as data: the name of a sheet.
import { choicesOf, guardedFormula, type TemplateColumn } from '@saubac/domain/people';
import { changeInstructions, type ChangeSheet, type ChangeSheetKey, changeWorkbook, operationWords } from '@saubac/domain/unit-changes';
import { type Locale, textIn } from '@saubac/domain/values';
import { type CellValue, writeXlsx, type WriteSheet } from 'hucre/xlsx';

import { columnsInWords, headingCells, listsOf } from '../../roster/workbook/index.ts';

/** The cell texts of one row by column key; absent keys are blank cells. */
export type ChangeCells = Readonly<Record<string, string | null | undefined>>;

const choicesIn = ({ key, reading }: TemplateColumn): readonly string[] => (key === 'operation' ? Object.values(operationWords) : reading === 'choice' ? choicesOf(key) : []);

const asText = { numFmt: '@' };

const sheetOf = (sheet: ChangeSheet, rows: readonly ChangeCells[], locale: Locale): WriteSheet => ({
  name: sheet.name,
  columns: sheet.columns.map(({ heading }) => ({ width: Math.max(14, heading.length + 2), style: asText })),
  rows: [
    sheet.columns.map(({ heading }) => heading),
    ...rows.map((row) => sheet.columns.map(({ key }): CellValue => (row[key] === undefined || row[key] === null || row[key] === '' ? null : guardedFormula(row[key])))),
  ],
  cells: headingCells(sheet.columns, locale),
  dataValidations: listsOf(sheet.columns, choicesIn),
  freezePane: { rows: 1 },
});

const instructions = (locale: Locale): WriteSheet => ({
  name: 'Hướng dẫn',
  columns: [{ width: 4 }, { width: 34 }, { width: 100 }],
  rows: [
    ...changeInstructions.map((it, i): CellValue[] => [i + 1, textIn(it, locale)]),
    [],
    ...columnsInWords(changeWorkbook, locale),
  ],
});

/** The workbook of a reorganisation as the bytes of an xlsx file: instructions, and the three sheets with what is given of them. Without rows it is the template. */
export const changeWorkbookFile = (locale: Locale = 'vi', rows: Partial<Readonly<Record<ChangeSheetKey, readonly ChangeCells[]>>> = {}): Promise<Uint8Array> =>
  writeXlsx({ sheets: [instructions(locale), ...changeWorkbook.map((it) => sheetOf(it, rows[it.key] ?? [], locale))], activeSheet: 2 });
