import { cleanText, isRemark, plainText, type TemplateSheet } from '@saubac/domain/people';
import { RefusedFile } from './file-refusal.ts';

const heading = (cell: unknown): string => (typeof cell === 'string' ? cleanText(cell) : cell === null || cell === undefined ? '' : String(cell));
const sameWords = (a: string, b: string): boolean => plainText(a) === plainText(b);

/** What a sheet has to be called and to hold, as far as its headings go. */
type Sheet = { name: string; columns: readonly { heading: string; required?: boolean | undefined }[] };

/** For each column of the sheet its place in the file's rows (undefined: not there). Throws `RefusedFile` on an unknown, repeated or missing column. */
export const placesOfColumns = (sheet: Sheet, firstRow: readonly unknown[]): (number | undefined)[] => {
  const names = firstRow.map(heading);
  const unknown = names.find((name) => name !== '' && !isRemark(name) && !sheet.columns.some((column) => sameWords(column.heading, name)));
  if (unknown !== undefined) throw new RefusedFile({ kind: 'unknown-column', sheet: sheet.name, column: unknown });
  return sheet.columns.map((column) => {
    const places = names.flatMap((name, i) => (sameWords(column.heading, name) ? [i] : []));
    if (places.length > 1) throw new RefusedFile({ kind: 'repeated-column', sheet: sheet.name, column: column.heading });
    if (places.length === 0 && column.required) throw new RefusedFile({ kind: 'missing-column', sheet: sheet.name, column: column.heading });
    return places[0];
  });
};

/** Where in the rows of a file remarks of ours stand, which are not read. */
export const placesOfRemarks = (firstRow: readonly unknown[]): number[] => firstRow.flatMap((cell, i) => (isRemark(heading(cell)) ? [i] : []));

/** How many of the sheet's headings stand in a row: the sheet of a csv file is the one with the most. */
export const headingsFound = (sheet: TemplateSheet, firstRow: readonly unknown[]): number =>
  sheet.columns.filter((column) => firstRow.some((cell) => sameWords(column.heading, heading(cell)))).length;

/** Whether a row holds a heading that the sheet does not have. */
export const hasOtherHeadings = (sheet: TemplateSheet, firstRow: readonly unknown[]): boolean =>
  firstRow.map(heading).some((name) => name !== '' && !sheet.columns.some((column) => sameWords(column.heading, name)));

/** Whether a row holds the headings of the sheet: all that are required, or none but its own. A sheet with others is somebody's own layout. */
export const isTemplate = (sheet: TemplateSheet, firstRow: readonly unknown[]): boolean => {
  const names = firstRow.map(heading).filter((it) => it !== '');
  const isThere = ({ heading: own }: { heading: string }): boolean => names.some((it) => sameWords(it, own));
  return names.length > 0 && (sheet.columns.filter(({ required }) => required).every(isThere) || names.every((it) => sheet.columns.some((column) => sameWords(column.heading, it))));
};
