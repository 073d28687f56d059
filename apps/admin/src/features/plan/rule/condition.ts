import type { AgeDay, Condition, FactDefinition } from '@saubac/domain/rules';

/** How a fact is compared in a condition. */
export type Comparison = 'is' | 'in' | 'within' | 'atLeast' | 'atMost' | 'above' | 'below';

const comparisons: readonly Comparison[] = ['is', 'in', 'within', 'atLeast', 'atMost', 'above', 'below'];

/** The value that a condition compares with. */
export type ConditionValue = boolean | number | string | readonly string[];

const byType: Record<FactDefinition['type'], readonly Comparison[]> = {
  flag: ['is'],
  code: ['in'],
  unit: ['within'],
  scale: ['atLeast', 'atMost', 'above', 'below', 'in'],
  number: ['below', 'atLeast', 'atMost', 'above'],
  level: ['atLeast', 'atMost', 'above', 'below'],
};

/** How a fact can be compared, the usual way first. */
export const comparisonsFor = ({ type }: Pick<FactDefinition, 'type'>): readonly Comparison[] => byType[type];

/** How a condition compares, and with what. */
export const comparisonIn = (condition: Condition): { comparison: Comparison; value: ConditionValue } => {
  const comparison = comparisons.find((it) => it in condition) ?? 'is';
  return { comparison, value: (condition as unknown as Record<string, ConditionValue>)[comparison] ?? true };
};

const rangeOf = ({ range }: FactDefinition) => range ?? { least: 0, most: 999 };

/** The least and the greatest number that a comparison can mean: nothing lies above the highest or below the lowest. */
export const numbersFor = (definition: FactDefinition, comparison: Comparison): { least: number; most: number } => {
  const { least, most } = rangeOf(definition);
  return { least: comparison === 'below' ? least + 1 : least, most: comparison === 'above' ? most - 1 : most };
};

/** The codes that a comparison can mean, in the order of the scale. */
export const codesFor = (definition: FactDefinition, comparison: Comparison): readonly string[] => {
  const codes = (definition.codes ?? []).map((it) => it.code);
  return comparison === 'above' ? codes.slice(0, -1) : comparison === 'below' ? codes.slice(1) : codes;
};

/** Where a rule stands decides on which day an age in it is taken unless somebody says otherwise: targets have a milestone. */
export type RuleSetting = { milestone: boolean };

const parametersFor = (definition: FactDefinition, { milestone }: RuleSetting, now?: Condition): { on?: AgeDay; languages?: 'any' | string[] } => ({
  ...(definition.takes?.includes('on') ? { on: now?.on ?? (milestone ? 'milestone' : 'as-of') } : {}),
  ...(definition.takes?.includes('languages') ? { languages: now?.languages ?? 'any' } : {}),
});

const usualNumber: Record<string, number> = { age: 40, level: 4 };

const clamp = (value: number, { least, most }: { least: number; most: number }): number => Math.min(most, Math.max(least, Math.round(value)));

/** The value that a comparison begins with: the one there was, as far as it can be meant, else a usual one; undefined where somebody must choose. */
const valueFor = (definition: FactDefinition, comparison: Comparison, now: ConditionValue | undefined): ConditionValue | undefined => {
  if (comparison === 'is') return typeof now === 'boolean' ? now : true;
  if (comparison === 'within') return Array.isArray(now) && now.length > 0 ? now : undefined;
  if (definition.type === 'number' || definition.type === 'level') return clamp(typeof now === 'number' ? now : (usualNumber[definition.id] ?? rangeOf(definition).least), numbersFor(definition, comparison));
  const open = definition.codes === undefined;
  const allowed = codesFor(definition, comparison);
  const kept = (Array.isArray(now) ? (now as readonly string[]) : typeof now === 'string' ? [now] : []).filter((it) => open || allowed.includes(it));
  if (comparison === 'in') return kept.length > 0 ? kept : open ? undefined : allowed.slice(0, 1);
  return kept[0] ?? allowed[Math.floor(allowed.length / 2)];
};

/** A condition of its parts. A list of codes must not be empty. */
export const conditionOf = (fact: string, comparison: Comparison, value: ConditionValue, parameters: { on?: AgeDay; languages?: 'any' | string[] }): Condition =>
  ({ fact, [comparison]: Array.isArray(value) ? [...(value as readonly string[])] : value, ...parameters }) as Condition;

/** A condition on a fact as it begins; undefined where nothing can be said before somebody chooses (a unit, a code of an open list). */
export const newCondition = (definition: FactDefinition, setting: RuleSetting): Condition | undefined => {
  const [comparison = 'is'] = comparisonsFor(definition);
  const value = valueFor(definition, comparison, undefined);
  return value === undefined ? undefined : conditionOf(definition.id, comparison, value, parametersFor(definition, setting));
};

/** The condition compared in another way; its value is kept as far as it can be meant there. */
export const withComparison = (condition: Condition, definition: FactDefinition, comparison: Comparison, setting: RuleSetting): Condition => {
  const value = valueFor(definition, comparison, comparisonIn(condition).value);
  return value === undefined ? condition : conditionOf(condition.fact, comparison, value, parametersFor(definition, setting, condition));
};

/** The condition with another value; one that can't be meant (an empty list) leaves it as it is. */
export const withConditionValue = (condition: Condition, value: ConditionValue): Condition => {
  if (Array.isArray(value) && value.length === 0) return condition;
  const { comparison } = comparisonIn(condition);
  return { ...condition, [comparison]: Array.isArray(value) ? [...(value as readonly string[])] : value } as Condition;
};

/** The condition with the day of its age, or the languages of its level. */
export const withParameters = (condition: Condition, parameters: { on?: AgeDay; languages?: 'any' | string[] }): Condition => ({ ...condition, ...parameters });
