import { readDay, writeDay } from '@saubac/ui/dates';
import { type IsoDate, parseIsoDate } from '@saubac/domain/values';
import { flat, type SettingField } from './fields.ts';

/** What stands in the fields, by their paths, as it is typed; a list is one line each. Null: a secret that shall be emptied. */
export type Draft = Readonly<Record<string, string | boolean | null>>;

type Values = Readonly<Record<string, unknown>>;

/** What can't be read of a field before it is sent. */
export type Unreadable = { path: string; kind: 'number' | 'integer' | 'day' };

const at = (values: Values, path: string): unknown => path.split('.').reduce<unknown>((inner, name) => (typeof inner === 'object' && inner !== null ? (inner as Values)[name] : undefined), values);

const typed = (field: SettingField, value: unknown, decimal: string): string | boolean => {
  if (field.kind === 'boolean') return value === true;
  if (field.secret || value === undefined || value === null || field.kind === 'other') return '';
  if (field.kind === 'texts') return Array.isArray(value) ? value.join('\n') : '';
  if (field.kind === 'date') return typeof value === 'string' ? writeDay(parseIsoDate(value)) : '';
  if (field.kind === 'number') return String(value).replace('.', decimal);
  return String(value);
};

/** What stands in the form where some values are saved. `decimal`: the comma or point of the language. */
export const draftOf = (fields: readonly SettingField[], values: Values, decimal: string): Draft => Object.fromEntries(flat(fields).map((it) => [it.path, typed(it, at(values, it.path), decimal)]));

type Read = { value: unknown } | { unreadable: Unreadable['kind'] } | 'left-out';

const numberOf = (text: string, whole: boolean): Read => {
  const plain = text.trim().replace(',', '.');
  if (!/^-?\d+(\.\d+)?$/.test(plain) || (whole && plain.includes('.'))) return { unreadable: whole ? 'integer' : 'number' };
  return { value: Number(plain) };
};

const dayOf = (text: string): Read => {
  const day: IsoDate | undefined = readDay(text);
  return day === undefined ? { unreadable: 'day' } : { value: day };
};

const read = (field: SettingField, standing: Draft[string] | undefined, saved: unknown): Read => {
  if (field.kind === 'other') return saved === undefined ? 'left-out' : { value: saved };
  if (field.kind === 'boolean') return { value: standing === true };
  // A secret field that is left out keeps what it holds.
  if (field.secret) return standing === null ? { value: null } : standing === '' ? 'left-out' : { value: standing };
  const text = typeof standing === 'string' ? standing : '';
  if (field.kind === 'texts') return { value: text.split('\n').map((it) => it.trim()).filter((it) => it !== '') };
  if (text.trim() === '') {
    if (field.nullable) return { value: null };
    return (field.kind === 'text' || field.kind === 'long') && saved !== undefined ? { value: '' } : 'left-out';
  }
  if (field.kind === 'number' || field.kind === 'integer') return numberOf(text, field.kind === 'integer');
  if (field.kind === 'date') return dayOf(text);
  if (field.kind === 'choice') return { value: field.options.find((it) => String(it.value) === text)?.value ?? text };
  return { value: field.kind === 'long' ? text : text.trim() };
};

const put = (values: Record<string, unknown>, path: string, value: unknown): void => {
  const [first = '', second] = path.split('.');
  if (second === undefined) values[first] = value;
  else values[first] = { ...(values[first] as Values | undefined), [second]: value };
};

/** The values that a form stands for, and what of it can't be read. A field that is left empty takes its default. `saved`: what stands now. */
export const valuesOf = (fields: readonly SettingField[], draft: Draft, saved: Values): { values: Record<string, unknown>; unreadable: Unreadable[] } => {
  const values: Record<string, unknown> = {};
  const unreadable: Unreadable[] = [];
  for (const field of flat(fields)) {
    const found = read(field, draft[field.path], at(saved, field.path));
    if (found === 'left-out') continue;
    if ('unreadable' in found) unreadable.push({ path: field.path, kind: found.unreadable });
    else put(values, field.path, found.value);
  }
  return { values, unreadable };
};

/** Fields in which a form differs from what is saved meanwhile. */
export const differing = (fields: readonly SettingField[], draft: Draft, theirs: Draft): SettingField[] => flat(fields).filter((it) => draft[it.path] !== theirs[it.path]);
