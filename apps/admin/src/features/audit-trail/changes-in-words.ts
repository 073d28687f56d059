import type { AdminWords } from '@saubac/i18n/admin';
import type { FieldChange } from './queries.ts';

/** One line of a difference view: a field, what it was and what it is; lists tell what went and what came. */
export type ChangeLine = { field: string; before: string; after: string };

type Said = Pick<AdminWords, 't' | 'named' | 'date' | 'moment' | 'number'>;
type Names = Readonly<Record<string, string>>;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** The word of a name of the code, or the name as it is where there is none. */
const fieldWord = (name: string, names: Names, words: Said): string => {
  if (uuid.test(name)) return names[name] ?? words.t('auditTrail.oneOfThem');
  const own = words.named('auditTrail', `field-${name}`);
  return own === `field-${name}` ? words.named('fields', name) : own;
};

/** Where in a write something changed, from the outside in. */
export const fieldInWords = (path: readonly string[], names: Names, words: Said): string =>
  path.length === 0 ? words.t('auditTrail.wholeOfIt') : path.map((it) => fieldWord(it, names, words)).join(' › ');

const textInWords = (field: string, value: string, names: Names, words: Said): string => {
  if (value === '') return words.t('auditTrail.none');
  if (value === 'infinity') return words.t('auditTrail.noEnd');
  if (uuid.test(value)) return names[value] ?? value;
  if (moment.test(value)) return words.moment(value);
  if (field === 'role') return words.named('roles', value);
  const known = words.named('auditTrail', `value-${value}`);
  return known === `value-${value}` ? words.date(value) : known;
};

/** A value as people say it: names for ids, words for codes, days and numbers as they are written here. */
export const valueInWords = (field: string, value: unknown, names: Names, words: Said): string => {
  if (value === null || value === undefined) return words.t('auditTrail.none');
  if (typeof value === 'boolean') return words.t(value ? 'auditTrail.yes' : 'auditTrail.no');
  if (typeof value === 'number') return words.number(value);
  if (typeof value === 'string') return textInWords(field, value, names, words);
  if (Array.isArray(value)) return value.length === 0 ? words.t('auditTrail.none') : value.map((it) => valueInWords(field, it, names, words)).join('; ');
  const told = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return told.map(([name, inner]) => words.t('auditTrail.pair', { name: fieldWord(name, names, words), value: valueInWords(name, inner, names, words) })).join(', ') || words.t('auditTrail.none');
};

/** What changed, line by line. */
export const changesInWords = (changes: readonly FieldChange[], names: Names, words: Said): ChangeLine[] =>
  changes.map((change) => {
    const name = change.path.at(-1) ?? '';
    const told = (value: unknown) => valueInWords(name, value, names, words);
    const [before, after] = change.kind === 'value' ? [change.before, change.after] : [change.removed, change.added];
    return { field: fieldInWords(change.path, names, words), before: told(before), after: told(after) };
  });

/** Who did something: a name, or what runs without an account. */
export const actorInWords = ({ id, label }: { id: string | null; label: string }, words: Pick<AdminWords, 'named'>): string => {
  if (id !== null) return label;
  const known = words.named('auditTrail', `by-${label}`);
  return known === `by-${label}` ? label : known;
};
