import { type Cell, type TemplateSheet } from '../people/index.ts';
import { isBlank, textOf } from './cell-text.ts';
import { columnLetters, type Header, headingKey, type SheetHead } from './headings.ts';
import { serialWords } from './heading-words.ts';
import type { ColumnSource, SheetRule, SourceColumn } from './layout.ts';
import { columnsOfSource, type MatchedSheet, placeOfColumn } from './match-sheets.ts';
import { type Group, type Landmarks, rowSorter, type SortedRow } from './sort-rows.ts';
import type { SkippedKind } from './skipped.ts';

/** A column of a sheet that no rule reads, with how many cells under its heading are filled. */
export type UnusedColumn = { heading: string; letters: string; filled: number };

/** What was read of a sheet: rows of data, rows by the reason why they are none (the first of them by number), columns that nobody reads. */
export type SheetAccount = { rows: number; data: number; skipped: Record<SkippedKind, { count: number; first: number[] }>; unused: UnusedColumn[] };

/** Reads a sheet row by row (`index` from 0, ascending): the cells of a row in the order of the template's columns, null if it is no data. */
export type SheetReader = {
  /** Columns of the template that the sheet does not state. */
  lacking: ReadonlySet<string>;
  /** The sheet's headings for the columns that it does state. */
  headings: Readonly<Record<string, string>>;
  take: (values: readonly Cell[], index: number) => readonly Cell[] | null;
  account: () => SheetAccount;
};

const firstNumbers = 200;

type Take = (values: readonly Cell[], group: Group) => Cell;

const textAfter = (text: string, after: string): string | null => {
  const key = headingKey(after);
  for (let end = 1; end <= text.length; end += 1) if (headingKey(text.slice(0, end)) === key) return text.slice(end).replace(/^[\s:.\-–]+/, '').trim() || null;
  return null;
};

// Titles move when a line is added above them: what has a word before it is found by that word.
const titleText = (rows: readonly (readonly Cell[])[], { row, column, after }: { row: number; column: number; after: string }): string | null => {
  if (headingKey(after) === '') return textOf(rows[row]?.[column]) || null;
  for (const text of [rows[row]?.[column], ...rows.flat()].map(textOf)) {
    const found = textAfter(text, after);
    if (found !== null) return found;
  }
  return null;
};

const takerOf = (key: string, source: ColumnSource, head: SheetHead, header: Header): Take => {
  const at = (column: SourceColumn): number => placeOfColumn(header.headings, column) ?? -1;
  switch (source.from) {
    case 'column': {
      const place = at(source);
      return (values) => values[place];
    }
    case 'joined': {
      const places = source.columns.map(at);
      return (values) => places.map((it) => textOf(values[it])).filter((it) => it !== '').join(source.by ?? ' ') || null;
    }
    case 'first-filled': {
      const places = source.columns.map(at);
      return (values) => values[places.find((it) => !isBlank(values[it])) ?? -1];
    }
    case 'which-filled': {
      const marks = source.columns.map((it) => ({ place: at(it), value: it.value }));
      return (values) => marks.filter(({ place }) => !isBlank(values[place])).map(({ value }) => value).join(', ') || null;
    }
    case 'constant':
      return () => source.value;
    case 'group':
      return (_, group) => (key === 'kind' ? group.kind : group.unit);
    case 'sheet-name':
      return () => head.name.trim();
    case 'title': {
      const text = titleText(head.rows.slice(0, header.from), source);
      return () => text;
    }
  }
};

const nameKeys: Readonly<Record<TemplateSheet['key'], string>> = { people: 'full_name', certificates: 'type_code', units: 'name', posts: 'name' };
const idKeys: Readonly<Record<TemplateSheet['key'], string>> = { people: 'id_number', certificates: 'id_number', units: 'code', posts: 'code' };

const landmarksOf = ({ target, columns }: SheetRule, { headings }: Header): Landmarks => {
  const places = (key: string): number[] => (columns[key] ? columnsOfSource(columns[key]).flatMap((it) => placeOfColumn(headings, it) ?? []) : []);
  const serial = headings.findIndex((it) => serialWords.includes(headingKey(it)));
  return { id: places(idKeys[target!])[0] ?? null, names: places(nameKeys[target!]), serial: serial < 0 ? null : serial };
};

const noneSkipped = (): SheetAccount['skipped'] => ({ blank: { count: 0, first: [] }, header: { count: 0, first: [] }, total: { count: 0, first: [] }, signature: { count: 0, first: [] }, group: { count: 0, first: [] } });

/** How a heading of a source is named: several columns are named together. */
const namedAs = (source: ColumnSource): string | null => {
  const columns = columnsOfSource(source);
  return columns.length === 0 ? null : [...new Set(columns.map(({ heading }) => heading))].join(' + ');
};

/** The reader of one sheet. Every row up to the last that it is given is accounted for: as data, or under the reason why it is none. */
export const sheetReader = ({ rule, header }: Pick<MatchedSheet, 'rule' | 'header'>, template: TemplateSheet, head: SheetHead): SheetReader => {
  const takers = template.columns.map(({ key }) => (rule.columns[key] ? takerOf(key, rule.columns[key], head, header) : () => null));
  const sort = rowSorter(header, head.rows, landmarksOf(rule, header));
  const used = new Set(Object.values(rule.columns).flatMap(columnsOfSource).flatMap((it) => placeOfColumn(header.headings, it) ?? []));
  const serials = new Set(header.headings.flatMap((it, at) => (serialWords.includes(headingKey(it)) ? [at] : [])));
  const filled: number[] = [];
  const skipped = noneSkipped();
  let data = 0;
  let next = 0;
  const skip = (kind: SkippedKind, row: number): null => {
    skipped[kind].count += 1;
    if (skipped[kind].first.length < firstNumbers) skipped[kind].first.push(row);
    return null;
  };
  const countFilled = (values: readonly Cell[]): void => {
    for (let at = 0; at < values.length; at += 1) if (!isBlank(values[at])) filled[at] = (filled[at] ?? 0) + 1;
  };
  const take = (values: readonly Cell[], index: number): readonly Cell[] | null => {
    // Readers leave out rows in which nothing was ever written.
    for (; next < index; next += 1) skip('blank', next + 1);
    next = index + 1;
    const it: SortedRow = sort(values, index);
    if (it.kind !== 'data') return skip(it.kind, index + 1);
    countFilled(values);
    // Filled only where nobody reads: what stands there is told by its columns.
    if (![...used].some((at) => !isBlank(values[at]))) return skip('blank', index + 1);
    const cells = takers.map((of) => of(values, it.group));
    if (cells.every(isBlank)) return skip('blank', index + 1);
    data += 1;
    return cells;
  };
  return {
    lacking: new Set(template.columns.filter(({ key }) => !rule.columns[key]).map(({ key }) => key)),
    headings: Object.fromEntries(Object.entries(rule.columns).flatMap(([key, source]) => (namedAs(source) === null ? [] : [[key, namedAs(source)!]]))),
    take,
    account: () => ({
      rows: next, data, skipped,
      unused: filled.flatMap((count, at) => (count > 0 && !used.has(at) && !serials.has(at) ? [{ heading: header.headings[at] ?? '', letters: columnLetters(at), filled: count }] : [])),
    }),
  };
};
