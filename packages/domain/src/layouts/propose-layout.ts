import { type Cell, rosterTemplate, type TemplateSheet } from '../people/index.ts';
import { isBlank, textOf } from './cell-text.ts';
import { type Header, possibleHeaders, type SheetHead } from './headings.ts';
import type { Layout, SheetRule } from './layout.ts';
import { type Confidence, isEmptyName, proposeColumns, type ProposedSource, type ProposedSources, type Why } from './propose-columns.ts';
import { rankHeadings } from './rank-headings.ts';
import { sheetReader, type UnusedColumn } from './read-sheet.ts';
import { kindInTitle, unitInTitle } from './title-lines.ts';

type SheetKey = TemplateSheet['key'];

/** A column of the template with the source that is proposed for it. */
export type ProposedColumn = { key: string; heading: string; required: boolean; source: SheetRule['columns'][string] | null; confidence: Confidence | null; why: Why | null };

/** A row as it would be read: its number, and its texts by column of the template. */
export type SampleRow = { row: number; cells: Record<string, string> };

/**
 * What is proposed for one sheet. A sheet without a target is left out. `unused` and `sample` are of its first rows. `firstRows` are the
 * rows as the file has them, from the first; the headings stand in `headerRows` of them from `headerRow` on, and are told column by column.
 */
export type ProposedSheet = {
  name: string;
  target: SheetKey | null;
  headerRow: number;
  headerRows: number;
  headings: string[];
  firstRows: string[][];
  columns: ProposedColumn[];
  missing: { key: string; heading: string }[];
  unused: UnusedColumn[];
  sample: SampleRow[];
};

/** How a file would be read, for somebody to look at: the layout, what it means for each sheet, whether nothing required is missing. */
export type LayoutProposal = { layout: Layout | null; sheets: ProposedSheet[]; complete: boolean };

const sampled = 5;
const shownBelow = 8;
const shownWithout = 12;
const shownColumns = 60;

type Found = { template: TemplateSheet; header: Header; score: number };

const needed: Readonly<Record<SheetKey, (keys: ReadonlySet<string>) => boolean>> = {
  people: (keys) => keys.has('full_name') && keys.size >= 2,
  certificates: (keys) => keys.has('id_number') && keys.has('type_code') && keys.size >= 3,
  units: (keys) => keys.has('code') && keys.has('name') && keys.size >= 3,
  posts: (keys) => keys.has('code') && keys.has('name') && keys.size >= 2,
};

const scoreOf = (template: TemplateSheet, header: Header): number => {
  const ranked = rankHeadings(template.key, header.headings);
  // Names in two columns, and birth dates of men and women, are known by their sub-headings.
  const special = template.key === 'people' ? Object.entries(proposeColumns(template, header.headings, [])).filter(([, it]) => it.why === 'sub-columns' || it.why === 'two-columns') : [];
  const keys = new Set([...ranked.map(({ key }) => key), ...special.map(([key]) => key)]);
  if (!needed[template.key](keys)) return 0;
  return ranked.reduce((sum, { fit }) => sum + fit, 0) + 4 * special.length + (template.key === 'people' ? 1 : 0);
};

const hasTextUnder = (header: Header, row: readonly Cell[] | undefined): boolean => {
  const filled = (row ?? []).flatMap((cell, at) => (isBlank(cell) ? [] : [at]));
  return filled.length >= 1 && filled.every((at) => /\p{L}{2}/u.test(textOf(row![at])));
};

// Sub-headings that say nothing known are headings all the same: with them the columns under a wide heading differ.
const withSubHeadings = (found: Found, all: readonly Header[], { rows }: SheetHead): Header => {
  const { header } = found;
  const next = all.find(({ from, span }) => from === header.from && span === header.span + 1);
  const below = rows[header.from + header.span];
  if (!next || !hasTextUnder(header, below)) return header;
  const spreads = next.headings.some((it, at) => it !== header.headings[at] && at > 0 && header.headings[at - 1] === header.headings[at]);
  const firstBlank = isBlank(below![0]) && isBlank(below![1]);
  return spreads && firstBlank && scoreOf(found.template, next) >= found.score - 4 ? next : header;
};

const findTable = (head: SheetHead): Found | null => {
  const all = possibleHeaders(head);
  let best: Found | null = null;
  for (const header of all) {
    for (const template of rosterTemplate) {
      const score = scoreOf(template, header);
      if (score > (best?.score ?? 0)) best = { template, header, score };
    }
  }
  return best && { ...best, header: withSubHeadings(best, all, head) };
};

const ruleOf = (head: SheetHead, { template, header }: Found, sources: ProposedSources): SheetRule => ({
  target: template.key, name: head.name.slice(0, 200), headings: header.headings.filter((it) => it !== ''),
  columns: Object.fromEntries(Object.entries(sources).map(([key, { source }]) => [key, source])),
});

const groupsIn = (head: SheetHead, found: Found, sources: ProposedSources): { unit: boolean; kind: boolean } => {
  const group: ProposedSource = { source: { from: 'group' }, confidence: 'guess', why: 'groups' };
  const columns: ProposedSources = { ...sources, unit_code: group, kind: group };
  const reader = sheetReader({ rule: ruleOf(head, found, columns), header: found.header }, found.template, head);
  const read = head.rows.map((row, i) => reader.take(row, i)).filter((it) => it !== null);
  const all = (key: string): boolean => {
    const at = found.template.columns.findIndex((it) => it.key === key);
    return read.length > 0 && read.every((cells) => !isBlank(cells[at]));
  };
  return { unit: all('unit_code'), kind: all('kind') };
};

// What no column tells stands in the rows between, above the headings, or on the tab.
const elsewhere = (head: SheetHead, found: Found, sources: ProposedSources, peopleSheets: number): ProposedSources => {
  const { header: { from } } = found;
  const groups = groupsIn(head, found, sources);
  const more: ProposedSources = {};
  if (!sources['unit_code']) {
    const title = unitInTitle(head.rows, from);
    if (groups.unit) more['unit_code'] = { source: { from: 'group' }, confidence: 'likely', why: 'groups' };
    else if (peopleSheets > 1 && !isEmptyName(head.name)) more['unit_code'] = { source: { from: 'sheet-name' }, confidence: 'likely', why: 'sheet-name' };
    else if (title) more['unit_code'] = { source: title, confidence: title.after === '' ? 'guess' : 'likely', why: 'title' };
  }
  if (!sources['kind']) {
    const kind = kindInTitle(head.rows, from);
    if (groups.kind) more['kind'] = { source: { from: 'group' }, confidence: 'likely', why: 'groups' };
    else if (kind !== null) more['kind'] = { source: { from: 'constant', value: kind }, confidence: 'likely', why: 'title' };
  }
  return { ...sources, ...more };
};

const sampleOf = (head: SheetHead, found: Found, rule: SheetRule): Pick<ProposedSheet, 'sample' | 'unused'> => {
  const { columns } = found.template;
  const reader = sheetReader({ rule, header: found.header }, found.template, head);
  const sample: SampleRow[] = [];
  head.rows.forEach((row, i) => {
    const cells = reader.take(row, i);
    if (cells && sample.length < sampled) sample.push({ row: i + 1, cells: Object.fromEntries(cells.flatMap((cell, at) => (isBlank(cell) ? [] : [[columns[at]!.key, textOf(cell).slice(0, 200)]]))) });
  });
  return { sample, unused: reader.account().unused };
};

const asTheyAre = ({ rows }: SheetHead, most: number): string[][] => rows.slice(0, most).map((row) => row.slice(0, shownColumns).map((cell) => textOf(cell).slice(0, 80)));

const shownSheet = (head: SheetHead, found: Found, sources: ProposedSources): { rule: SheetRule; shown: ProposedSheet } => {
  const rule = ruleOf(head, found, sources);
  const columns = found.template.columns.map(({ key, heading, required = false }): ProposedColumn => ({ key, heading, required, source: sources[key]?.source ?? null, confidence: sources[key]?.confidence ?? null, why: sources[key]?.why ?? null }));
  // A unit without one above it would be the highest: that is said by somebody, not by silence.
  const isMissing = (it: ProposedColumn): boolean => !it.source && (it.required || (found.template.key === 'units' && it.key === 'parent_code'));
  const missing = columns.filter(isMissing).map(({ key, heading }) => ({ key, heading }));
  return { rule, shown: { name: head.name, target: found.template.key, headerRow: found.header.from + 1, headerRows: found.header.span, headings: [...found.header.headings], firstRows: asTheyAre(head, found.header.from + found.header.span + shownBelow), columns, missing, ...sampleOf(head, found, rule) } };
};

// Rows that may tell what a column holds: not those of totals, groups and signatures, nor the numbers of the columns.
const fullRows = ({ rows }: SheetHead, { from, span, headings }: Header): (readonly Cell[])[] =>
  rows.slice(from + span).filter((row) => {
    const texts = row.map(textOf).filter((it) => it !== '');
    return texts.length * 3 >= headings.length && texts.some((it) => !/^\(?\d{1,3}\)?$/.test(it));
  });

const leftOut = (head: SheetHead): ProposedSheet => ({ name: head.name, target: null, headerRow: 0, headerRows: 0, headings: [], firstRows: asTheyAre(head, shownWithout), columns: [], missing: [], unused: [], sample: [] });

const sameRule = (a: SheetRule, b: SheetRule): boolean => JSON.stringify({ ...a, name: '' }) === JSON.stringify({ ...b, name: '' });

/** Proposes how the sheets of a file are read, from their first rows. Sheets without a table that is known are left out. */
export const proposeLayout = (heads: readonly SheetHead[]): LayoutProposal => {
  const found = heads.map((head) => ({ head, table: findTable(head) }));
  const peopleSheets = found.filter(({ table }) => table?.template.key === 'people').length;
  const rules: SheetRule[] = [];
  const sheets = found.flatMap(({ head, table }): ProposedSheet[] => {
    if (!table) return head.rows.some((row) => row.some((cell) => !isBlank(cell))) ? [leftOut(head)] : [];
    const own = proposeColumns(table.template, table.header.headings, fullRows(head, table.header));
    const { rule, shown } = shownSheet(head, table, table.template.key === 'people' ? elsewhere(head, table, own, peopleSheets) : own);
    if (!rules.some((it) => sameRule(it, rule))) rules.push(rule);
    return [shown];
  });
  return { layout: rules.length === 0 ? null : { format: 1, sheets: rules }, sheets, complete: rules.length > 0 && sheets.every(({ missing }) => missing.length === 0) };
};
