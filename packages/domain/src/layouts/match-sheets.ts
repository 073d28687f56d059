import { fail, ok, type Result } from '../values/index.ts';
import { isBlank } from './cell-text.ts';
import { headingsPrint } from './fingerprint.ts';
import { type Header, headingKey, possibleHeaders, type SheetHead } from './headings.ts';
import type { ColumnSource, Layout, SheetRule, SourceColumn } from './layout.ts';

/** A sheet of a file with the rule by which it is read, and where its headings stand. */
export type MatchedSheet = { name: string; rule: SheetRule; header: Header };

/** Why a layout does not fit a file: no sheet has its headings, those of a sheet have changed, or one that it reads is gone. */
export type LayoutMisfit =
  | { kind: 'layout-does-not-fit' }
  | { kind: 'layout-sheet-changed'; sheet: string }
  | { kind: 'layout-column-missing'; sheet: string; column: string };

/** What became of the sheets of a file: those that are read, and those for which there is no rule or whose rule leaves them out. */
export type MatchedFile = { sheets: MatchedSheet[]; leftOut: string[] };

/** The columns of a sheet from which a source takes its value. */
export const columnsOfSource = (source: ColumnSource): readonly SourceColumn[] => {
  if (source.from === 'column') return [source];
  return 'columns' in source ? source.columns : [];
};

/** Where a column of a layout stands under some headings; undefined if there is none of that heading. */
export const placeOfColumn = (headings: readonly string[], { heading, nth }: SourceColumn): number | undefined => {
  const key = headingKey(heading);
  return headings.flatMap((it, at) => (headingKey(it) === key ? [at] : []))[nth];
};

const keysOf = (headings: readonly string[]): Set<string> => new Set(headings.map(headingKey).filter((it) => it !== ''));

type Candidate = { rule: SheetRule; header: Header; common: number; exact: boolean; named: boolean };

const better = (a: Candidate, b: Candidate): number => Number(b.exact) - Number(a.exact) || b.common - a.common || Number(b.named) - Number(a.named) || a.header.span - b.header.span || a.header.from - b.header.from;

const bestRule = (layout: Layout, head: SheetHead): Candidate | undefined => {
  const headers = possibleHeaders(head).map((header) => ({ header, keys: keysOf(header.headings), print: headingsPrint(header.headings) }));
  const rules = layout.sheets.map((rule) => ({ rule, keys: [...keysOf(rule.headings)], print: headingsPrint(rule.headings) }));
  return rules
    .flatMap(({ rule, keys, print }) =>
      headers.map((it): Candidate => ({ rule, header: it.header, common: keys.filter((key) => it.keys.has(key)).length / keys.length, exact: it.print === print, named: headingKey(rule.name) === headingKey(head.name) })))
    .filter(({ common }) => common >= 0.5)
    .toSorted(better)[0];
};

const missingColumn = ({ rule, header }: Candidate): string | undefined =>
  Object.values(rule.columns).flatMap(columnsOfSource).find((it) => placeOfColumn(header.headings, it) === undefined)?.heading;

const isEmpty = ({ rows }: SheetHead): boolean => rows.every((row) => row.every(isBlank));

/**
 * Finds for each sheet of a file the rule of a layout by its headings, wherever they stand: other names of sheets, other titles, another
 * order of columns and new columns do no harm. A column that the layout reads and the sheet lacks does.
 */
export const matchSheets = (layout: Layout, heads: readonly SheetHead[]): Result<MatchedFile, LayoutMisfit> => {
  const matched: MatchedFile = { sheets: [], leftOut: [] };
  for (const head of heads) {
    const best = bestRule(layout, head);
    if (!best && !isEmpty(head) && layout.sheets.some(({ name, target }) => target !== null && headingKey(name) === headingKey(head.name))) return fail({ kind: 'layout-sheet-changed', sheet: head.name });
    if (!best || best.rule.target === null) {
      if (!isEmpty(head)) matched.leftOut.push(head.name);
      continue;
    }
    const missing = missingColumn(best);
    if (missing !== undefined) return fail({ kind: 'layout-column-missing', sheet: head.name, column: missing });
    matched.sheets.push({ name: head.name, rule: best.rule, header: best.header });
  }
  return matched.sheets.length === 0 ? fail({ kind: 'layout-does-not-fit' }) : ok(matched);
};

/** Whether a file has just the headings of a layout: every sheet that has headings at all has those of one of its rules. */
export const isOfLayout = (layout: Layout, heads: readonly SheetHead[]): boolean => {
  const prints = new Set(layout.sheets.map(({ headings }) => headingsPrint(headings)));
  const own = heads.map((head) => possibleHeaders(head).some(({ headings }) => prints.has(headingsPrint(headings))));
  return own.some(Boolean) && heads.every((head, i) => own[i] || !hasTable(head));
};

// A sheet of notes has no table: no row of it has so many texts.
const hasTable = ({ rows }: SheetHead): boolean => rows.filter((row) => row.filter((cell) => !isBlank(cell)).length >= 4).length >= 2;
