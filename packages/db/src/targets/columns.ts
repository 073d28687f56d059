import { type Condition, conditionsOf, type Rule } from '@saubac/domain/rules';
import type { CountedTarget } from '@saubac/domain/targets';
import { type SQL, sql } from 'drizzle-orm';

import { type Asked, compileRule, differsWhenUnknown, type FactSources, mayBeMissing } from '../rules/index.ts';

/** A fact that may be missing, and the test of whether it is. */
export type Uncertain = { fact: string; test: SQL };

/** Facts of some rules that may be missing. Whether one is does not depend on the day or the languages it is asked with. */
export const uncertainFacts = (rules: readonly Rule[], sources: FactSources, asked: Asked): Uncertain[] => {
  const test = (condition: Condition): [string, Uncertain][] => {
    const source = sources.get(condition.fact);
    if (!source || !mayBeMissing(source.definition)) return [];
    return [[condition.fact, { fact: condition.fact, test: sql`(${source.missing ?? sql`${source.value(condition, asked, asked.on)} is null`})` }]];
  };
  return [...new Map(rules.flatMap(conditionsOf).flatMap(test)).values()];
};

/** Whether a rule asks for an age on the milestone of its target. */
export const asksMilestone = (rule: Rule): boolean => conditionsOf(rule).some((it) => it.on === 'milestone');

const keyOf = (rule: Rule, milestone: CountedTarget['milestone'] | undefined): string => `${asksMilestone(rule) ? milestone : ''} ${JSON.stringify(rule)}`;

/** The inner SELECT's boolean columns; the same rule asked twice becomes one column. */
export class Columns {
  readonly #byKey = new Map<string, { name: string; expression: SQL }>();
  readonly #sources: FactSources;
  readonly #asked: Asked;
  readonly #anythingMissing: SQL;

  /** `uncertain`: every fact whose absence will be asked about. */
  constructor(sources: FactSources, asked: Asked, uncertain: readonly Uncertain[]) {
    this.#sources = sources;
    this.#asked = asked;
    this.#anythingMissing = uncertain.length === 0 ? sql`false` : sql.join(uncertain.map((it) => it.test), sql` or `);
  }

  /** A column for an expression, made only if there is none yet under the key. */
  of(key: string, expression: () => SQL): string {
    const column = this.#byKey.get(key) ?? { name: `c${this.#byKey.size}`, expression: expression() };
    this.#byKey.set(key, column);
    return column.name;
  }

  /** A column for a rule as figures count it; an age on the milestone makes it a column of its target's milestone. */
  rule(rule: Rule, milestone: CountedTarget['milestone'] | undefined): string {
    return this.of(`holds ${keyOf(rule, milestone)}`, () => compileRule(rule, this.#sources, this.#asked, milestone, 'holds'));
  }

  /** A column for the three-valued truth of a rule: worked out only for people of whom something is missing, since nobody else is asked about. */
  truth(rule: Rule, milestone: CountedTarget['milestone'] | undefined): string {
    if (!differsWhenUnknown(rule, this.#sources)) return this.rule(rule, milestone);
    const truth = () => compileRule(rule, this.#sources, this.#asked, milestone, 'truth');
    return this.of(`truth ${keyOf(rule, milestone)}`, () => sql`case when ${this.#anythingMissing} then ${truth()} end`);
  }

  /** A column that says whether a fact is missing. */
  missing({ fact, test }: Uncertain): string {
    return this.of(`missing ${fact}`, () => test);
  }

  /** The columns as a select list. */
  list(): SQL {
    return sql.join([...this.#byKey.values()].map((it) => sql`${it.expression} as ${sql.raw(it.name)}`), sql`, `);
  }
}
