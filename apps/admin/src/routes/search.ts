import { parseIsoDate, type IsoDate } from '@saubac/domain/values';

/** A day of an address; undefined for what is none, which is then left out. */
export const dayOr = (value: unknown): IsoDate | undefined => (typeof value === 'string' ? parseIsoDate(value) : undefined);

/** A text of an address. The router reads `?unit=12` as a number. */
export const textOr = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
};

/** One of some words of an address. */
export const oneOf = <Word extends string>(value: unknown, words: readonly Word[]): Word | undefined => words.find((it) => it === value);

/** A small whole number of an address. */
export const numberOr = (value: unknown): number | undefined => (Number.isSafeInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined);

/** The fields that say something, so that an address holds no more than what was chosen. */
export const withoutEmpty = <Fields extends Record<string, unknown>>(fields: Fields): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

/** All of an address that are texts, numbers or yes and no, each as it is written there: for pages that make of it what they will. */
export const textsOf = (search: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(search).flatMap(([name, value]) => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, String(value)]] : [])));
