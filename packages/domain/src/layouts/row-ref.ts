// No spreadsheet has more rows on a sheet.
const rowsOfASheet = 2 ** 20;

/**
 * The one number under which a row of a file is staged: the place of its sheet among the sheets that are read (from 0) and its row as the
 * spreadsheet counts (from 1). Of the first sheet it is the row itself, so the rows of the product's own template keep their numbers.
 */
export const rowRef = (sheet: number, row: number): number => sheet * rowsOfASheet + row;

/** Sheet and row of a reference made by `rowRef`. */
export const placeOfRow = (ref: number): { sheet: number; row: number } => {
  const sheet = Math.floor((ref - 1) / rowsOfASheet);
  return { sheet, row: ref - sheet * rowsOfASheet };
};

/** A sheet of a foreign file that is read: its name, and its heading for each column of the template that it states. */
export type SourceSheet = { name: string; headings: Readonly<Record<string, string>> };

/** The sheet that a reference names among those that were read (undefined: the template's own), and the row on it. */
export const rowIn = (sources: readonly SourceSheet[], ref: number): { source: SourceSheet | undefined; row: number } => {
  // A file of one sheet may be longer than a spreadsheet can be.
  if (sources.length <= 1) return { source: sources[0], row: ref };
  const { sheet, row } = placeOfRow(ref);
  return { source: sources[sheet], row };
};
