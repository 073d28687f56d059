import type { Layout, ProposedSheet } from './queries.ts';

/** How the rows of sheets with the same headings are read. */
export type Rule = Layout['sheets'][number];
export type Source = Rule['columns'][string];
type FileColumn = { heading: string; nth: number };

/** Headings are the same whatever their accents, capitals and signs. */
const keyOf = (heading: string): string => heading.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[\u0111\u0110]/g, 'd').toLowerCase().replaceAll(/[^a-z0-9]+/g, ' ').trim();

/** The columns of a file as a layout names them: by heading, and which of those that are called so; null: it has no heading. */
export const fileColumns = (headings: readonly string[]): (FileColumn | null)[] => {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    if (heading === '') return null;
    const nth = seen.get(keyOf(heading)) ?? 0;
    seen.set(keyOf(heading), nth + 1);
    return { heading, nth };
  });
};

const sameColumn = (a: FileColumn, b: FileColumn): boolean => a.nth === b.nth && keyOf(a.heading) === keyOf(b.heading);

const columnsIn = (source: Source): readonly FileColumn[] => {
  if (source.from === 'column') return [source];
  return 'columns' in source ? source.columns : [];
};

/** What is read from a column: the keys of the fields, and whether other columns have a part in them. */
export const fieldsOfColumn = (rule: Rule, column: FileColumn): { key: string; shared: boolean }[] =>
  Object.entries(rule.columns).flatMap(([key, source]) => (columnsIn(source).some((it) => sameColumn(it, column)) ? [{ key, shared: source.from !== 'column' }] : []));

// A source of several columns goes on with one less; of one that is left the text is read.
const without = (source: Source, column: FileColumn): Source | null => {
  if (!columnsIn(source).some((it) => sameColumn(it, column))) return source;
  if (!('columns' in source)) return null;
  const left = source.columns.filter((it) => !sameColumn(it, column));
  if (source.from === 'which-filled' || left.length === 0) return null;
  const [only] = left;
  return left.length === 1 && only ? { from: 'column', heading: only.heading, nth: only.nth } : ({ ...source, columns: left } as Source);
};

/** Reads a field from a column, and from no other; null: the column is not used. */
export const assignColumn = (rule: Rule, column: FileColumn, key: string | null): Rule => {
  const columns = Object.fromEntries(
    Object.entries(rule.columns).flatMap(([own, source]) => {
      const left = own === key ? null : without(source, column);
      return left ? [[own, left]] : [];
    }),
  );
  return { ...rule, columns: key === null ? columns : { ...columns, [key]: { from: 'column', heading: column.heading, nth: column.nth } } };
};

/** Reads a field from where no column stands; null: the file does not state it. */
export const setSource = (rule: Rule, key: string, source: Source | null): Rule => {
  const { [key]: _, ...others } = rule.columns;
  return { ...rule, columns: source === null ? others : { ...others, [key]: source } };
};

/** The headings that a row of a sheet would make, as the server reads them. */
export const headingsOfRow = (row: readonly string[]): string[] => {
  const texts = row.map((it) => it.trim().replaceAll(' / ', '/'));
  const last = texts.findLastIndex((it) => it !== '');
  return texts.slice(0, last + 1).map((it, at) => it || (texts.slice(0, at).findLast((left) => left !== '') ?? ''));
};

/** A rule for a sheet whose headings stand in a row that somebody named; nothing is read from it yet. */
export const ruleFromRow = (sheet: ProposedSheet, row: number, target: NonNullable<Rule['target']>): Rule => ({
  target, name: sheet.name.slice(0, 200), headings: headingsOfRow(sheet.firstRows[row] ?? []).filter((it) => it !== ''), columns: {},
});

const sameHeadings = (rule: Rule, sheet: ProposedSheet): boolean => {
  const own = sheet.headings.filter((it) => it !== '');
  return own.length === rule.headings.length && own.every((it, at) => keyOf(it) === keyOf(rule.headings[at] ?? ''));
};

/** The sheets that each rule is for. Sheets of the same headings share one, unless it names another sheet. */
export const sheetsOfRule = (rules: readonly Rule[], rule: Rule, sheets: readonly ProposedSheet[]): ProposedSheet[] =>
  sheets.filter((sheet) => (rules.find((it) => it.name === sheet.name) ?? rules.find((it) => sameHeadings(it, sheet))) === rule);

/** Required fields that a rule reads from nowhere. */
export const missingFields = <Field extends { key: string; required: boolean }>(rule: Rule, fields: readonly Field[]): Field[] => {
  const isEmpty = (source: Source | undefined): boolean => source === undefined || (source.from === 'constant' && source.value.trim() === '');
  return rule.target === null ? [] : fields.filter((it) => it.required && isEmpty(rule.columns[it.key]));
};

/** The letters by which a spreadsheet calls a column (from 0). */
export const columnLetters = (at: number): string => (at < 26 ? '' : columnLetters(Math.floor(at / 26) - 1)) + String.fromCodePoint(65 + (at % 26));
