import { type Condition, conditionsOf, type Rule } from '@saubac/domain/rules';
import type { CountedTarget, Population, TargetCounts } from '@saubac/domain/targets';
import { type SQL, sql } from 'drizzle-orm';

import { type Asked, compileRule, differsWhenUnknown, type FactSources, mayBeMissing, peopleOn, type Territory } from '../rules/index.ts';

type Row = Record<string, unknown>;
/** One SELECT and how to read its single row. */
export type ProgressQuery = { statement: SQL; read: (row: Row) => TargetCounts[] };

/** Facts of some rules that may be missing, with one condition each by which they are read. */
const uncertainFacts = (rules: readonly Rule[], sources: FactSources): [string, Condition][] => {
  const uncertain = (it: Condition): boolean => {
    const source = sources.get(it.fact);
    return source !== undefined && mayBeMissing(source.definition);
  };
  return [...new Map(rules.flatMap(conditionsOf).filter(uncertain).map((it) => [it.fact, it]))];
};

const asksMilestone = (rule: Rule): boolean => conditionsOf(rule).some((it) => it.on === 'milestone');

/** The inner SELECT's boolean columns; the same rule asked twice becomes one column. */
class Columns {
  readonly #byKey = new Map<string, { name: string; expression: SQL }>();
  readonly #sources: FactSources;
  readonly #asked: Asked;

  constructor(sources: FactSources, asked: Asked) {
    this.#sources = sources;
    this.#asked = asked;
  }

  /** A column for an expression, made only if there is none yet under the key. */
  of(key: string, expression: () => SQL): string {
    const column = this.#byKey.get(key) ?? { name: `c${this.#byKey.size}`, expression: expression() };
    this.#byKey.set(key, column);
    return column.name;
  }

  /** A column for a rule; an age on the milestone makes it a column of its target's milestone. */
  rule(rule: Rule, milestone: CountedTarget['milestone'] | undefined, mode: 'holds' | 'truth' = 'holds'): string {
    const day = asksMilestone(rule) ? milestone : '';
    const different = mode === 'truth' && differsWhenUnknown(rule, this.#sources);
    return this.of(`${different} ${day} ${JSON.stringify(rule)}`, () => compileRule(rule, this.#sources, this.#asked, milestone, different ? 'truth' : 'holds'));
  }

  /** A column that says whether the fact of a condition is missing. */
  missing(fact: string, condition: Condition, milestone: CountedTarget['milestone']): string {
    const value = () => this.#sources.get(fact)?.value(condition, this.#asked, milestone) ?? sql`null`;
    return this.of(`missing ${fact}`, () => sql`(${value()} is null)`);
  }

  /** The columns as a select list. */
  list(): SQL {
    return sql.join([...this.#byKey.values()].map((it) => sql`${it.expression} as ${sql.raw(it.name)}`), sql`, `);
  }
}

/** The outer SELECT's counts; the same count asked for two targets (the cohort of two milestones, say) is made once. */
class Counts {
  readonly #byTest = new Map<string, string>();

  /** Counts the rows for which all tests hold: names of columns, or `<name> is not false`. */
  add(...tests: string[]): (row: Row) => number {
    const test = tests.join(' and ');
    const name = this.#byTest.get(test) ?? `n${this.#byTest.size}`;
    this.#byTest.set(test, name);
    return (row) => Number(row[name] ?? 0);
  }

  list(): SQL {
    return sql.raw([...this.#byTest].map(([test, name]) => `count(*) filter (where ${test}) as ${name}`).join(', ') || 'count(*) as n0');
  }
}

/** How the rule that all targets share is tested: in WHERE alone, or by each target too. */
type Base = { rule: Rule; columnNeeded: boolean; inWhere: boolean };

const countTarget = (target: CountedTarget, base: Base, uncertain: [string, Condition][], columns: Columns, counts: Counts): ((row: Row) => TargetCounts) => {
  const { milestone } = target;
  const inside = [...(base.columnNeeded ? [columns.rule(base.rule, milestone)] : []), columns.rule(target.cohort, milestone)];
  const plainly = [...inside, columns.rule(target.reachedWhen, milestone)];
  const extra = target.extra ? [columns.rule(target.extra, milestone)] : [];
  const focus = target.focus ? [columns.rule(target.focus, milestone)] : [];
  const denominator = counts.add(...inside);
  const plain = counts.add(...plainly);
  const numerator = target.extra ? counts.add(...plainly, ...extra) : plain;
  const focusDenominator = target.focus ? counts.add(...inside, ...focus) : () => 0;
  const focusPlain = target.focus ? counts.add(...plainly, ...focus) : () => 0;
  const focusNumerator = target.focus && target.extra ? counts.add(...plainly, ...extra, ...focus) : focusPlain;
  const unknown = uncertain.map(([fact, condition]) => {
    const truths = [target.cohort, ...(base.columnNeeded ? [base.rule] : [])].map((rule) => columns.rule(rule, milestone, 'truth'));
    return [fact, counts.add(columns.missing(fact, condition, milestone), `(${truths.join(' and ')}) is null`)] as const;
  });
  return (row) => ({
    denominator: denominator(row),
    numerator: numerator(row),
    plain: plain(row),
    focusDenominator: focusDenominator(row),
    focusNumerator: focusNumerator(row),
    focusPlain: focusPlain(row),
    unknown: Object.fromEntries(unknown.map(([fact, count]) => [fact, count(row)])),
  });
};

/** Subjects who are not excluded: the part of every denominator that all targets of a plan share. */
export const baseRule = (population: Population): Rule => ({ all: [population.subjects, { not: population.exclusions }] });

/**
 * All counted targets of a plan in one SELECT: the inner one finds the subjects present and computes each cohort and each condition once
 * as a boolean, the outer one only counts. The offset of zero keeps the two apart (see `unitsOn`), or every boolean would be computed once a
 * count.
 * People whom an unknown fact may keep out pass the inner WHERE, to be counted as unknown.
 */
export const progressQuery = (population: Population, targets: readonly CountedTarget[], sources: FactSources, territory: Territory, asked: Asked): ProgressQuery => {
  const columns = new Columns(sources, asked);
  const counts = new Counts();
  const rule = baseRule(population);
  const uncertain = uncertainFacts([rule], sources).length > 0;
  // An age on the milestone makes the shared rule a different one for each milestone; then it can't stand in WHERE.
  const base: Base = { rule, columnNeeded: uncertain || asksMilestone(rule), inWhere: !asksMilestone(rule) };
  const readers = targets.map((it) => countTarget(it, base, uncertainFacts([rule, it.cohort], sources), columns, counts));
  const parts = targets.flatMap((it) => [it.cohort, it.reachedWhen, it.focus, it.extra]).filter((it) => it !== null);
  const truth = compileRule(rule, sources, asked, undefined, 'truth');
  const where = base.inWhere ? sql` and ${uncertain ? sql`${truth} is not false` : truth}` : sql``;
  const inner = sql`select ${columns.list()} ${peopleOn([rule, ...parts], sources, territory, asked)}${where} offset bigint '0'`;
  return { statement: sql`select ${counts.list()} from (${inner}) t`, read: (row) => readers.map((read) => read(row)) };
};
