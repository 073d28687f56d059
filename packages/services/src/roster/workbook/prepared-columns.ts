import type { TemplateColumn } from '@saubac/domain/people';
import { type Locale, textIn } from '@saubac/domain/values';
import type { Cell, CellValue, DataValidation } from 'hucre/xlsx';

const letterOf = (index: number): string => (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26));

/** The lists that columns offer below their heading; other words may be written too, and are looked at when the file is read. */
export const listsOf = (columns: readonly TemplateColumn[], choices: (column: TemplateColumn) => readonly string[]): DataValidation[] =>
  columns.flatMap((column, i) => {
    const values = [...choices(column)];
    return values.length === 0 ? [] : [{ type: 'list', values, allowBlank: true, showErrorMessage: false, range: `${letterOf(i)}2:${letterOf(i)}1048576` }];
  });

/** The first row of a sheet that is to be filled in: its headings, each with its hint. */
export const headingCells = (columns: readonly TemplateColumn[], locale: Locale): Map<string, Partial<Cell>> =>
  new Map(columns.map(({ heading, hint }, i) => [`0,${i}`, { value: heading, type: 'string', style: { font: { bold: true } }, comment: { text: textIn(hint, locale) } }]));

/** What a guide says of the columns of some sheets; an asterisk marks those that must be filled. */
export const columnsInWords = (sheets: readonly { name: string; columns: readonly TemplateColumn[] }[], locale: Locale): CellValue[][] =>
  sheets.flatMap((sheet) => [[null, sheet.name], ...sheet.columns.map(({ heading, hint, required }) => [required ? '*' : null, heading, textIn(hint, locale)]), []]);
