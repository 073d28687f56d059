import { type Condition, type FactDefinition, isAll, isAny, isNot, type Rule } from '@saubac/domain/rules';
import type { IsoDate } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { type Asked, type FactSource, type FactSources, listOf, whole } from './source.ts';

const operators = { atLeast: '>=', atMost: '<=', above: '>', below: '<' } as const;

const scaleCodes = (definition: FactDefinition, condition: Condition): readonly string[] => {
  const codes = definition.codes?.map((it) => it.code) ?? [];
  const index = (code: string | number): number => codes.indexOf(String(code));
  if ('atLeast' in condition) return codes.slice(index(condition.atLeast));
  if ('atMost' in condition) return codes.slice(0, index(condition.atMost) + 1);
  if ('above' in condition) return codes.slice(index(condition.above) + 1);
  return 'below' in condition ? codes.slice(0, index(condition.below)) : [];
};

const compare = (value: SQL, condition: Condition, definition: FactDefinition): SQL => {
  if ('is' in condition) return condition.is ? sql`${value}` : sql`(not ${value})`;
  if ('in' in condition) return sql`${value} in (${listOf(condition.in)})`;
  if ('within' in condition) return sql`${value} && array[${listOf(condition.within)}]`;
  if (definition.type === 'scale') {
    const codes = scaleCodes(definition, condition);
    return codes.length === 0 ? sql`(${value} is null and null)` : sql`${value} in (${listOf(codes)})`;
  }
  const [name, operator] = Object.entries(operators).find(([key]) => key in condition) ?? ['atLeast', '>='];
  return sql`${value} ${sql.raw(operator)} ${whole(Number((condition as Record<string, unknown>)[name]))}`;
};

const withFallback = (value: SQL, fallback: FactDefinition['fallback']): SQL => (fallback === undefined ? value : sql`coalesce(${value}, ${fallback})`);

const sourceOf = (sources: FactSources, fact: string): FactSource => {
  const source = sources.get(fact);
  if (!source) throw new Error(`No source for fact ${fact}; rules are checked before they are compiled`);
  return source;
};

const compileCondition = (condition: Condition, sources: FactSources, asked: Asked, milestone: IsoDate | undefined): SQL => {
  const source = sourceOf(sources, condition.fact);
  const { definition } = source;
  const test =
    source.test && definition.fallback === undefined
      ? source.test(condition, asked, milestone)
      : compare(withFallback(source.value(condition, asked, milestone), definition.fallback), condition, definition);
  return definition.absentMeansNone ? sql`coalesce(${test}, false)` : sql`(${test})`;
};

/** Whether a value of the fact can be missing without that being an answer. */
export const mayBeMissing = (it: FactDefinition): boolean => it.fallback === undefined && !it.absentMeansNone && !it.alwaysKnown;

/** Whether a missing fact can make the condition neither true nor false. */
const mayBeUnknown = (rule: Rule, sources: FactSources): boolean => {
  if (isAll(rule)) return rule.all.some((it) => mayBeUnknown(it, sources));
  if (isAny(rule)) return rule.any.some((it) => mayBeUnknown(it, sources));
  if (isNot(rule)) return mayBeUnknown(rule.not, sources);
  const { definition } = sourceOf(sources, rule.fact);
  return mayBeMissing(definition);
};

/** Whether the rule counts differently than its three-valued truth says: only where a `not` stands over something that may be unknown. */
export const differsWhenUnknown = (rule: Rule, sources: FactSources): boolean => {
  if (isAll(rule)) return rule.all.some((it) => differsWhenUnknown(it, sources));
  if (isAny(rule)) return rule.any.some((it) => differsWhenUnknown(it, sources));
  return isNot(rule) && mayBeUnknown(rule.not, sources);
};

/**
 * A rule as a boolean expression. `mode: 'holds'` counts an unknown condition as not fulfilled, also under `not` (where NULL may still
 * stand for false at the top, which FILTER and WHERE treat alike); `mode: 'truth'` keeps SQL's three values, to find whom an unknown fact may concern.
 */
export const compileRule = (rule: Rule, sources: FactSources, asked: Asked, milestone: IsoDate | undefined, mode: 'holds' | 'truth'): SQL => {
  const part = (it: Rule): SQL => compileRule(it, sources, asked, milestone, mode);
  if (isAll(rule)) return rule.all.length === 0 ? sql`true` : sql`(${sql.join(rule.all.map(part), sql` and `)})`;
  if (isAny(rule)) return rule.any.length === 0 ? sql`false` : sql`(${sql.join(rule.any.map(part), sql` or `)})`;
  if (isNot(rule)) return mode === 'holds' && mayBeUnknown(rule.not, sources) ? sql`(not coalesce(${part(rule.not)}, false))` : sql`(not ${part(rule.not)})`;
  return compileCondition(rule, sources, asked, milestone);
};
