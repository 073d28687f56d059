import { type Cell, plainText, readDateText, type TemplateSheet } from '../people/index.ts';
import { isBlank, textOf } from './cell-text.ts';
import { nameParts, sexWords } from './heading-words.ts';
import { columnsOf, headingKey, partsOf } from './headings.ts';
import type { ColumnSource, SourceColumn } from './layout.ts';
import { type Fit, rankHeadings } from './rank-headings.ts';

/** How sure a source is: `sure` needs no look, `likely` a short one, `guess` somebody's word. */
export type Confidence = 'sure' | 'likely' | 'guess';

/** Why a source was proposed. */
export type Why = 'heading' | 'under-heading' | 'words-in-heading' | 'sub-columns' | 'two-columns' | 'cells' | 'title' | 'groups' | 'sheet-name';

export type ProposedSource = { source: ColumnSource; confidence: Confidence; why: Why };
export type ProposedSources = Record<string, ProposedSource>;

const byFit: Readonly<Record<Exclude<Fit, 0>, Pick<ProposedSource, 'confidence' | 'why'>>> = {
  4: { confidence: 'sure', why: 'heading' },
  3: { confidence: 'likely', why: 'under-heading' },
  2: { confidence: 'likely', why: 'words-in-heading' },
};

type Table = { headings: readonly string[]; columns: readonly (SourceColumn | null)[]; rows: readonly (readonly Cell[])[] };

const lastKey = (heading: string): string => headingKey(partsOf(heading).at(-1)!);
const parentKey = (heading: string): string => partsOf(heading).slice(0, -1).map(headingKey).join(' ');
const filledCells = ({ rows }: Table, at: number): Cell[] => rows.map((row) => row[at]).filter((cell) => !isBlank(cell));
const looksLikeDate = (cell: Cell): boolean => cell instanceof Date || typeof cell === 'number' || !('problem' in readDateText(textOf(cell)));

// A birth date in a column for men and one for women, or a cross in one of them.
const fromSexColumns = (table: Table): ProposedSources => {
  const { headings, columns } = table;
  const man = headings.findIndex((it) => lastKey(it) === 'nam');
  const woman = headings.findIndex((it) => lastKey(it) === 'nu');
  if (man < 0 || woman < 0 || parentKey(headings[man]!) !== parentKey(headings[woman]!)) return {};
  const pair = [columns[man]!, columns[woman]!];
  const sex: ProposedSource = { source: { from: 'which-filled', columns: [{ ...pair[0]!, value: sexWords.man }, { ...pair[1]!, value: sexWords.woman }] }, confidence: 'sure', why: 'sub-columns' };
  const cells = [...filledCells(table, man), ...filledCells(table, woman)];
  const isBirth = /sinh/.test(parentKey(headings[man]!)) || (cells.length > 0 && cells.filter(looksLikeDate).length * 10 >= cells.length * 8);
  return isBirth ? { birth_date: { source: { from: 'first-filled', columns: pair }, confidence: 'sure', why: 'sub-columns' }, sex } : { sex };
};

const isOneOf = (list: readonly string[], heading: string): boolean => list.includes(headingKey(heading)) || list.includes(lastKey(heading));

// Family and middle names in one column, the given name in the next, under two headings or one that is merged over both.
const fromNameParts = ({ headings, columns, rows }: Table): ProposedSources => {
  const joined = (first: number): ProposedSources => ({ full_name: { source: { from: 'joined', columns: [columns[first]!, columns[first + 1]!] }, confidence: 'sure', why: 'two-columns' } });
  const parts = headings.findIndex((it, at) => isOneOf(nameParts.first, it) && isOneOf(nameParts.second, headings[at + 1] ?? ''));
  if (parts >= 0) return joined(parts);
  const merged = headings.findIndex((it, at) => it !== '' && it === headings[at + 1] && rankHeadings('people', [it]).some(({ key }) => key === 'full_name'));
  const given = rows.map((row) => textOf(row[merged + 1])).filter((it) => it !== '');
  const isName = merged >= 0 && given.length * 2 > rows.length && given.filter((it) => /^[^\d]{1,12}$/.test(it) && !it.includes(' ')).length * 10 >= given.length * 8;
  return isName ? joined(merged) : {};
};

// Day, month and year of birth in a column each.
const fromDateParts = ({ headings, columns }: Table): ProposedSources => {
  const day = headings.findIndex((it, at) => /sinh/.test(parentKey(it)) && ['ngay', 'thang', 'nam'].every((part, i) => lastKey(headings[at + i] ?? '') === part));
  return day < 0 ? {} : { birth_date: { source: { from: 'joined', columns: [day, day + 1, day + 2].map((at) => columns[at]!), by: '/' }, confidence: 'sure', why: 'sub-columns' } };
};

const joinedLanguages = ({ headings, columns }: Table, taken: ProposedSources): ProposedSources => {
  const places = headings.flatMap((it, at) => (partsOf(it).length > 1 && /(^| )ngoai ngu( |$)/.test(parentKey(it)) && !/(ngay|noi cap|so hieu)/.test(lastKey(it)) ? [at] : []));
  if (places.length < 2 || places.length > 6 || taken['language_text']?.confidence === 'sure') return {};
  return { language_text: { source: { from: 'joined', columns: places.map((at) => columns[at]!) }, confidence: 'likely', why: 'two-columns' } };
};

const mostly = (cells: readonly Cell[], is: (text: string) => boolean): boolean => cells.length >= 2 && cells.filter((it) => is(textOf(it).replace(/[ .]/g, ''))).length * 10 >= cells.length * 7;

// Twelve digits, or eleven where a spreadsheet took them for a number.
const looksLikeIdNumber = (text: string): boolean => /^\d{11,12}$/.test(text);

// A column without a heading that is known, but with cells that can be nothing else.
const fromCells = (table: Table, taken: ReadonlySet<number>): ProposedSources => {
  const at = table.columns.findIndex((column, i) => column && !taken.has(i) && mostly(filledCells(table, i), looksLikeIdNumber));
  return at < 0 ? {} : { id_number: { source: { from: 'column', ...table.columns[at]! }, confidence: 'likely', why: 'cells' } };
};

const peopleSources = (table: Table, ranked: ProposedSources): ProposedSources => {
  const special = { ...fromSexColumns(table), ...fromDateParts(table), ...fromNameParts(table) };
  return { ...ranked, ...special, ...joinedLanguages(table, ranked) };
};

const usedPlaces = (sources: ProposedSources, { columns }: Table): Set<number> => {
  const used = Object.values(sources).flatMap(({ source }) => (source.from === 'column' ? [source] : 'columns' in source ? source.columns : []));
  return new Set(columns.flatMap((column, at) => (column && used.some((it) => it.heading === column.heading && it.nth === column.nth) ? [at] : [])));
};

/** The sources that the columns of a sheet offer to those of the template, by their headings and, where these don't tell, by their cells. */
export const proposeColumns = (sheet: TemplateSheet, headings: readonly string[], rows: readonly (readonly Cell[])[]): ProposedSources => {
  const table: Table = { headings, columns: columnsOf(headings), rows };
  const ranked: ProposedSources = {};
  for (const { key, at, fit } of rankHeadings(sheet.key, headings)) {
    if (fit > 0) ranked[key] = { source: { from: 'column', ...table.columns[at]! }, ...byFit[fit as 2 | 3 | 4] };
  }
  const sources = sheet.key === 'people' ? peopleSources(table, ranked) : ranked;
  return sources['id_number'] || !sheet.columns.some(({ key }) => key === 'id_number') ? sources : { ...sources, ...fromCells(table, usedPlaces(sources, table)) };
};

/** Whether a name of a sheet says nothing: those that programs give. */
export const isEmptyName = (name: string): boolean => /^(sheet|trang tinh|bang|bang tinh)?\s*\d*$/.test(plainText(name));
