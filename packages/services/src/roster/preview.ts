import type { Absence, StagedMend } from '@saubac/db/roster';
import { rowIn, type SourceSheet } from '@saubac/domain/layouts';
import { type ImportMode, type Mend, type MendKind, type PeriodEnd, type TakenAway, wordsOfCell } from '@saubac/domain/people';
import { addDays, type IsoDate } from '@saubac/domain/values';

import { type FileEncoding, type ReadAccount, templateOf, type SheetKey, type UsedLayout } from './workbook/index.ts';

/** How many rows of a sheet are what. */
export type SheetCounts = { new: number; changed: number; unchanged: number; refused: number };

/** A field that changes, by the heading of its column, with old and new as they would stand in the workbook. */
export type ShownField = { column: string; heading: string; old: string | null; new: string | null };

/**
 * A row that is new or changes what is kept, and in which unit where it is about somebody's post: the sheet as the file calls it, the row as its spreadsheet counts, `ref` the number it is
 * staged under. `since` is the first day of the new value; null where it has no days of its own.
 */
export type ShownChange = { sheet: SheetKey; sheetName: string; row: number; ref: number; kind: 'new' | 'changed'; subject: string; unit: string | null; since: IsoDate | null; fields: ShownField[] };

/**
 * A row that is refused: sheet and column as they are named in the file, the spreadsheet row (`ref`: as it is staged), the kind of problem (which names the
 * words and the hint), the value, and what else the words need.
 */
export type ShownRefusal = { sheet: SheetKey; sheetName: string; row: number; ref: number; column: string; heading: string; kind: string; value: string | null; params: Readonly<Record<string, unknown>> };

/**
 * How a file that is not the template was read: with which layout (`how` it was found), of each sheet what it is, how many rows it has,
 * which of them are data and why the others are none, and the columns that nobody reads; the sheets that were left out.
 */
export type Reading = { layout: { how: UsedLayout['how']; name: string | null }; sheets: ReadAccount[]; leftOut: string[] };

/** A cell that was mended before it was taken: where it stands, what stood there, what was taken instead, and how it was mended. */
export type ShownMend = Mend & { sheet: SheetKey; sheetName: string; row: number; ref: number; heading: string };

/** What an import does or did. Lists are cut at the limit of the call; the counts never are. */
export type ImportPreview = {
  batch: string;
  effectiveDate: IsoDate;
  mode: ImportMode;
  /** Null: the file is the template. */
  reading: Reading | null;
  counts: Record<SheetKey, SheetCounts>;
  peopleAdded: number;
  claims: number;
  changes: ShownChange[];
  /** What is recorded now and will not be, or on fewer days, because the file corrects it. */
  removals: Removal[];
  refusals: ShownRefusal[];
  /** In which code the letters of the file were written. */
  encoding: FileEncoding;
  /** How many cells were mended, by kind, and the first of them in the order of the workbook. */
  mended: Partial<Readonly<Record<MendKind, number>>>;
  mends: ShownMend[];
  /** Who holds a post and is not in the file; null if the file has no people sheet. They are only listed: whoever departs is not among them. */
  absent: Absence | null;
  /** Who is absent and departs, because the file was declared complete for a unit. */
  departing: Absence;
  /** Who would go on holding a post in a unit that ends, because no row moved him. Looked for only when the file changes units. */
  stranded: Absence;
};

/**
 * Something recorded that a correction takes away, or of which it leaves some days only (`left`; none: it is gone). Last days are
 * inclusive, null: it had not ended. `what` is the unit and office of a post, the name of a unit.
 */
export type Removal = { sheet: SheetKey; subject: string; what: string; from: IsoDate; to: IsoDate | null; left: { from: IsoDate; to: IsoDate | null }[] };

const lastDay = (to: PeriodEnd): IsoDate | null => (to === 'infinity' ? null : addDays(to, -1));

/** What was taken away, as it is shown. */
export const removalsOf = <V>(sheet: SheetKey, subject: string, taken: readonly TakenAway<V>[], what: (value: V) => string): Removal[] =>
  taken.map(({ period, left }) => ({
    sheet, subject, what: what(period.value), from: period.from, to: lastDay(period.to), left: left.map(({ from, to }) => ({ from, to: lastDay(to) })),
  }));

export type RawChange = { sheet: SheetKey; row: number; kind: 'new' | 'changed'; subject: string; unit?: string | null; since: IsoDate | null; fields: { column: string; old: string | null; new: string | null }[] };

const headingOf = (sheet: SheetKey, column: string): string => templateOf(sheet).columns.find(({ key }) => key === column)?.heading ?? column;

// Columns of the database that the workbook shows under another one.
const shownAs: Readonly<Record<string, string>> = { issuer_id: 'issuer', issuer_name: 'issuer' };

// Sheets of the template keep its names.
const placeOf = (sheet: SheetKey, ref: number, sources: readonly SourceSheet[]) => {
  const { source, row } = rowIn(sources, ref);
  return { sheetName: source?.name ?? templateOf(sheet).name, row, headings: source?.headings ?? {} };
};

const shownPlace = (sheet: SheetKey, ref: number, sources: readonly SourceSheet[]): { sheetName: string; row: number; ref: number } => {
  const { sheetName, row } = placeOf(sheet, ref, sources);
  return { sheetName, row, ref };
};

/** A change as it is shown: the place in the file, headings for columns, words for codes. */
export const shownChange = ({ fields, ...change }: RawChange, sources: readonly SourceSheet[]): ShownChange => ({
  ...change,
  unit: change.unit ?? null,
  ...shownPlace(change.sheet, change.row, sources),
  fields: fields.map((it) => {
    const column = shownAs[it.column] ?? it.column;
    const words = (value: string | null) => (value === null ? null : wordsOfCell(templateOf(change.sheet), column, value));
    return { column, heading: headingOf(change.sheet, column), old: words(it.old), new: words(it.new) };
  }),
});

// The database gives days as yyyy-mm-dd and choices as codes; cells that could not be read keep what was typed.
const shownValue = (sheet: SheetKey, column: string, value: string | null): string | null => {
  const reading = templateOf(sheet).columns.find(({ key }) => key === column)?.reading;
  const isDay = (reading === 'date' || reading === 'last-day') && /^\d{4}-\d\d-\d\d$/.test(value ?? '');
  return value !== null && (isDay || reading === 'choice') ? wordsOfCell(templateOf(sheet), column, value) : value;
};

type Params = Readonly<Record<string, unknown>>;

// Another row is named by its number, with its sheet if it stands on another one.
const shownParams = ({ otherRow, ...params }: Params, sheet: SheetKey, ref: number, sources: readonly SourceSheet[]): Params => {
  if (typeof otherRow !== 'number') return params;
  const [here, there] = [placeOf(sheet, ref, sources), placeOf(sheet, otherRow, sources)];
  return { ...params, otherRef: otherRow, otherRow: here.sheetName === there.sheetName ? there.row : `${there.row} (${there.sheetName})` };
};

/** A mended cell as it is shown. */
export const shownMend = (it: StagedMend, sources: readonly SourceSheet[]): ShownMend => ({
  ...it,
  ...shownPlace(it.sheet, it.row, sources),
  heading: placeOf(it.sheet, it.row, sources).headings[it.column] ?? headingOf(it.sheet, it.column),
});

/** A refusal as it is shown. */
export const shownRefusal = (it: { sheet: SheetKey; row: number; column: string; kind: string; value: string | null; params?: Params }, sources: readonly SourceSheet[]): ShownRefusal => ({
  ...it,
  ...shownPlace(it.sheet, it.row, sources),
  value: shownValue(it.sheet, it.column, it.value),
  heading: placeOf(it.sheet, it.row, sources).headings[it.column] ?? headingOf(it.sheet, it.column),
  params: shownParams(it.params ?? {}, it.sheet, it.row, sources),
});
