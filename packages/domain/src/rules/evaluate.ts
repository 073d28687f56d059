import { addMonths, ageOn, type IsoDate, isoDate } from '../values/index.ts';
import type { FactDefinition, FactValue } from './fact.ts';
import { type AgeDay, type Condition, isAll, isAny, isNot, type Rule } from './rule.ts';

/** True, false, or unknown because a fact that matters is missing (Kleene's three values, those of SQL). */
export type Truth = boolean | null;

/** The value of a condition's fact for the person at hand; null if it is not known. */
export type FactReader = (condition: Condition) => FactValue;
export type FactDefinitions = ReadonlyMap<string, FactDefinition>;

/** The definitions by their id. */
export const definitionsById = (definitions: readonly FactDefinition[]): FactDefinitions => new Map(definitions.map((it) => [it.id, it]));

const position = (definition: FactDefinition, value: FactValue | undefined): number =>
  definition.type === 'scale' ? (definition.codes ?? []).findIndex((it) => it.code === value) : Number(value);

/** A comparison of a value that is known. */
const compare = (condition: Condition, definition: FactDefinition, value: NonNullable<FactValue>): boolean => {
  if ('is' in condition) return value === condition.is;
  if ('in' in condition) return condition.in.includes(String(value));
  if ('within' in condition) return Array.isArray(value) && condition.within.some((code) => value.includes(code));
  const held = position(definition, value);
  if ('atLeast' in condition) return held >= position(definition, condition.atLeast);
  if ('atMost' in condition) return held <= position(definition, condition.atMost);
  if ('above' in condition) return held > position(definition, condition.above);
  return held < position(definition, condition.below);
};

/** Truth of one condition; unknown if its fact is missing and has neither a fallback nor "none" as its meaning. */
export const truthOfCondition = (condition: Condition, definitions: FactDefinitions, read: FactReader): Truth => {
  const definition = definitions.get(condition.fact);
  if (!definition) return null;
  const value = read(condition) ?? definition.fallback ?? null;
  if (value === null) return definition.absentMeansNone ? false : null;
  return compare(condition, definition, value);
};

/** Truth of a rule, unknown where the missing facts could decide either way. */
export const truthOf = (rule: Rule, definitions: FactDefinitions, read: FactReader): Truth => {
  if (isAll(rule)) {
    const parts = rule.all.map((it) => truthOf(it, definitions, read));
    return parts.includes(false) ? false : parts.includes(null) ? null : true;
  }
  if (isAny(rule)) {
    const parts = rule.any.map((it) => truthOf(it, definitions, read));
    return parts.includes(true) ? true : parts.includes(null) ? null : false;
  }
  if (isNot(rule)) {
    const part = truthOf(rule.not, definitions, read);
    return part === null ? null : !part;
  }
  return truthOfCondition(rule, definitions, read);
};

/**
 * Whether a rule holds, as figures count it: a condition on an unknown fact does not hold, and so its negation does. An unknown
 * exclusion thus excludes nobody, and an unknown membership counts nobody.
 */
export const holds = (rule: Rule, definitions: FactDefinitions, read: FactReader): boolean => {
  if (isAll(rule)) return rule.all.every((it) => holds(it, definitions, read));
  if (isAny(rule)) return rule.any.some((it) => holds(it, definitions, read));
  if (isNot(rule)) return !holds(rule.not, definitions, read);
  return truthOfCondition(rule, definitions, read) === true;
};

/** The day on which a condition takes an age. A target without a milestone takes it on the day of the question. */
export const dayOfAge = (day: AgeDay | undefined, on: IsoDate, milestone: IsoDate | undefined): IsoDate =>
  day === undefined || day === 'as-of' ? on : day === 'milestone' ? (milestone ?? on) : isoDate(day);

/** The age of somebody for a condition; null if the birth date is not known. */
export const ageFor = (condition: Condition, birth: IsoDate | null, on: IsoDate, milestone: IsoDate | undefined): number | null =>
  birth === null ? null : ageOn(birth, dayOfAge(condition.on, on, milestone));

/** The latest birth date of somebody who has completed so many years on a day: "age at least 40" is "born on or before". */
export const bornBy = (day: IsoDate, years: number): IsoDate => addMonths(day, -12 * years);
