import type { Trying } from './trying.ts';

/** A change of equivalence as the API takes it. */
export type Change =
  | { act: 'adopt'; table: string; from: string; lastDay: string | null; basis?: string; endsTables: string[] }
  | { act: 'end'; table: string; from: string; lastDay: string }
  | { act: 'validity'; type: string; months: number | null; from: string; basis?: string };

/** The change that an address says; undefined while something of it is missing. */
export const changeOf = ({ act = 'adopt', table, type, months, from, lastDay, ends, basis }: Trying): Change | undefined => {
  if (from === undefined) return undefined;
  const withBasis = basis === undefined ? {} : { basis };
  if (act === 'validity') return type === undefined ? undefined : { act, type, months: months ?? null, from, ...withBasis };
  if (table === undefined) return undefined;
  if (act === 'end') return lastDay === undefined ? undefined : { act, table, from, lastDay };
  return { act, table, from, lastDay: lastDay ?? null, endsTables: ends === undefined ? [] : ends.split(','), ...withBasis };
};

/** How a table stands on a day: adopted, to be adopted later, or not. */
export const standingOf = (adopted: readonly { from: string; lastDay: string | null }[], today: string): 'now' | 'later' | 'not' => {
  if (adopted.some((it) => it.from <= today && (it.lastDay === null || it.lastDay >= today))) return 'now';
  return adopted.some((it) => it.from > today) ? 'later' : 'not';
};

type Table = { code: string; rules: readonly { type: string }[]; adopted: readonly { from: string; lastDay: string | null }[] };

/** The tables in force on a day that speak of a type of which another speaks too: they have to end when that one begins. */
export const contradicting = (tables: readonly Table[], code: string, from: string): string[] => {
  const types = new Set(tables.find((it) => it.code === code)?.rules.map((it) => it.type));
  return tables.filter((it) => it.code !== code && it.rules.some(({ type }) => types.has(type)) && it.adopted.some((days) => days.lastDay === null || days.lastDay >= from)).map((it) => it.code);
};
