import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { choicesOf, fields, guideSheetNames, rosterExamples, rosterInstructions, rosterTemplate, type TemplateColumn, type TemplateSheet } from '@saubac/domain/people';
import { textIn, type Locale, type LocalText } from '@saubac/domain/values';
import { columnsInWords, headingCells, listsOf } from './prepared-columns.ts';

// Column styles reach this far below the headings; a whole column of styled cells would make the empty template heavy.
const preparedRows = 200;
const asText = { numFmt: '@' };

/** How wide a column of the template is shown, in characters. */
export const widthOf = ({ heading, key }: TemplateColumn): number => (key === 'full_name' || key === 'name' ? 32 : Math.max(12, heading.length + 2));

const emptySheet = (sheet: TemplateSheet, locale: Locale): WriteSheet => {
  const cells = headingCells(sheet.columns, locale);
  sheet.columns.forEach((_, i) => {
    for (let row = 1; row <= preparedRows; row += 1) cells.set(`${row},${i}`, { value: null, type: 'empty', style: asText });
  });
  return {
    name: sheet.name,
    columns: sheet.columns.map((column) => ({ width: widthOf(column), style: asText })),
    rows: [sheet.columns.map(({ heading }) => heading)],
    cells,
    dataValidations: listsOf(sheet.columns, ({ key, reading }) => (reading === 'choice' ? choicesOf(key) : [])),
    freezePane: { rows: 1 },
  };
};

const instructionRows = (locale: Locale): CellValue[][] => [
  ...rosterInstructions.map((it, i) => [i + 1, textIn(it, locale)]),
  [],
  ...columnsInWords(rosterTemplate, locale),
];

/** The sheet that says how to fill the others, with every column and its hint; an asterisk marks those that must be filled. */
export const instructionsSheet = (locale: Locale): WriteSheet => ({
  name: guideSheetNames.instructions,
  columns: [{ width: 4 }, { width: 36 }, { width: 90 }],
  rows: instructionRows(locale),
});

/** The sheet that shows a few filled rows; it is never read. */
export const exampleSheet = (): WriteSheet => ({
  name: guideSheetNames.example,
  rows: rosterTemplate.flatMap((sheet) => [
    [sheet.name],
    sheet.columns.map(({ heading }) => heading),
    ...rosterExamples[sheet.key].map((row) => sheet.columns.map(({ key }) => row[key] ?? null)),
    [],
  ]),
});

/** A list of codes under the heading of the columns that take them. */
export type CodeList = { heading: string; codes: readonly { code: string; label: LocalText }[] };

const headingOf = (sheet: TemplateSheet['key'], key: string): string => rosterTemplate.find((it) => it.key === sheet)?.columns.find((it) => it.key === key)?.heading ?? key;

const codesSheet = (lists: readonly CodeList[], locale: Locale): WriteSheet => ({
  name: guideSheetNames.codes,
  columns: [{ width: 36 }, { width: 60 }],
  rows: [
    ...[...lists, { heading: headingOf('units', 'field'), codes: fields }].flatMap(({ heading, codes }) => [[heading], ...codes.map(({ code, label }) => [code, textIn(label, locale)]), []]),
    ...rosterTemplate.flatMap(({ columns }) => columns.filter(({ reading }) => reading === 'choice').flatMap(({ key, heading }) => [[heading], ...choicesOf(key).map((it) => [it]), []])),
  ],
});

/** The codes of the certificates sheet, from the reference that ships. */
export const certificateCodeLists = (types: CodeList['codes'], languages: CodeList['codes']): CodeList[] => [
  { heading: headingOf('certificates', 'type_code'), codes: types },
  { heading: headingOf('certificates', 'language_code'), codes: languages },
];

/** The empty workbook that officers fill in, as the bytes of an xlsx file: instructions, four sheets of data, an example, the codes they may use. */
export const rosterTemplateFile = (locale: Locale = 'vi', lists: readonly CodeList[] = []): Promise<Uint8Array> =>
  writeXlsx({ sheets: [instructionsSheet(locale), ...rosterTemplate.map((it) => emptySheet(it, locale)), exampleSheet(), codesSheet(lists, locale)], activeSheet: 0 });
