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

/** The place of a row in words' parts: the name of its sheet among those that were read (null: they are the template's own) and its row there. */
export const namedPlace = (ref: number, sources: readonly string[]): { sheetName: string | null; row: number } => {
  // A file of one sheet may be longer than a spreadsheet can be.
  if (sources.length <= 1) return { sheetName: sources[0] ?? null, row: ref };
  const { sheet, row } = placeOfRow(ref);
  return { sheetName: sources[sheet] ?? null, row };
};
