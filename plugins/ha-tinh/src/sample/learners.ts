import type { CorePerson, PluginCtx } from '@saubac/plugin-api';

import type { Config } from '../config.ts';

// Family names that a roster of any size has, each asked for once.
const names = ['nguyen', 'tran', 'le', 'pham', 'hoang', 'phan', 'vo', 'dang', 'bui', 'ho', 'ngo', 'duong'];

/** Somebody of the sample roster who has a unit. */
export type Somebody = CorePerson & { unit: NonNullable<CorePerson['unit']> };

const isAgency = ({ unit: { code } }: Somebody): boolean => /^(S[A-Z]+|BV[A-Z]+|CDC|DHHT|BQLKKT|XTDT)$|-(PT\d|TTYT)/.test(code);

/** One of each in turn, so that whoever looks after only some of them finds somebody of his own. */
const inTurn = (groups: readonly (readonly Somebody[])[]): Somebody[] => {
  const longest = Math.max(0, ...groups.map((it) => it.length));
  return Array.from({ length: longest }, (_, at) => groups.flatMap((it) => it[at] ?? [])).flat();
};

/** People of the roster to learn: those of the units with most people first, agencies of the province and communes in turn. */
export const findLearners = async ({ core }: PluginCtx<Config>): Promise<readonly Somebody[]> => {
  const found = new Map<string, Somebody>();
  for (const name of names) for (const { unit, ...person } of await core.findPeople(name)) if (unit) found.set(person.id, { ...person, unit });
  const byUnit = Map.groupBy([...found.values()], (it) => it.unit.code);
  const largest = [...byUnit.values()].toSorted((a, b) => b.length - a.length || ((a[0]?.unit.code ?? '') < (b[0]?.unit.code ?? '') ? -1 : 1)).flat();
  return inTurn([largest.filter(isAgency), largest.filter((it) => !isAgency(it))]);
};
