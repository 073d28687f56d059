import type { ListedUnit } from '@saubac/db/units';
import { plainText, searchedWords } from '@saubac/domain/people';

/** What a day did to a unit, as against the day before. */
export type UnitMark = 'new' | 'gone' | 'changed' | null;

const traits = ['name', 'parent', 'tier', 'bodyKind', 'field', 'needsLanguage', 'reportsTo', 'budgetsThrough'] as const;

/** The units of a day with what the day did to each, and after them those that are no more. */
export const markedUnits = (units: readonly ListedUnit[], dayBefore: readonly ListedUnit[]): { unit: ListedUnit; mark: UnitMark }[] => {
  const before = new Map(dayBefore.map((it) => [it.code, it]));
  const now = new Set(units.map((it) => it.code));
  const markOf = (unit: ListedUnit): UnitMark => {
    const was = before.get(unit.code);
    if (!was) return 'new';
    return traits.every((it) => was[it] === unit[it]) ? null : 'changed';
  };
  return [...units.map((unit) => ({ unit, mark: markOf(unit) })), ...dayBefore.filter((it) => !now.has(it.code)).map((unit) => ({ unit, mark: 'gone' as const }))];
};

/** Whether every word of a search stands somewhere in a unit's name, or its code begins with it; accents do not matter. */
export const foundBy = (search: string): ((unit: Pick<ListedUnit, 'name' | 'code'>) => boolean) => {
  const words = searchedWords(search);
  const code = search.trim().toLowerCase();
  return ({ name, code: own }) => words.every((word) => plainText(name).includes(word)) || (code !== '' && own.toLowerCase().startsWith(code));
};
