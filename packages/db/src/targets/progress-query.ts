import type { Rule } from '@saubac/domain/rules';
import type { CountedTarget, Population, TargetCounts } from '@saubac/domain/targets';
import { type SQL, sql } from 'drizzle-orm';

import { type Asked, compileRule, type FactSources, peopleOn, type Territory } from '../rules/index.ts';
import { asksMilestone, Columns, type Uncertain, uncertainFacts } from './columns.ts';

type Row = Record<string, unknown>;
/** One SELECT and how to read its single row. */
export type ProgressQuery = { statement: SQL; read: (row: Row) => TargetCounts[] };

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

  /** The sums of these counts over several groups of people, under the same names; nought where there is no group. */
  sums(): SQL {
    const names = this.#byTest.size === 0 ? ['n0'] : [...this.#byTest.values()];
    return sql.raw(names.map((name) => `coalesce(sum(${name}), 0) as ${name}`).join(', '));
  }
}

/** The rule that all targets share. It stands in WHERE where that alone decides, and is a column of each target where it does not. */
type Base = { rule: Rule; inWhere: boolean };

const countTarget = (target: CountedTarget, base: Base, uncertain: readonly Uncertain[], columns: Columns, counts: Counts): ((row: Row) => TargetCounts) => {
  const { milestone } = target;
  const shared = base.inWhere ? [] : [base.rule];
  const inside = [...shared, target.cohort].map((rule) => columns.rule(rule, milestone));
  const plainly = [...inside, columns.rule(target.reachedWhen, milestone)];
  const extra = target.extra ? [columns.rule(target.extra, milestone)] : [];
  const focus = target.focus ? [columns.rule(target.focus, milestone)] : [];
  const denominator = counts.add(...inside);
  const plain = counts.add(...plainly);
  const numerator = target.extra ? counts.add(...plainly, ...extra) : plain;
  const focusDenominator = target.focus ? counts.add(...inside, ...focus) : () => 0;
  const focusPlain = target.focus ? counts.add(...plainly, ...focus) : () => 0;
  const focusNumerator = target.focus && target.extra ? counts.add(...plainly, ...extra, ...focus) : focusPlain;
  const undecided = [...shared, target.cohort].map((rule) => columns.truth(rule, milestone)).join(' and ');
  const unknown = uncertain.map((it) => [it.fact, counts.add(columns.missing(it), `(${undecided}) is null`)] as const);
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

/** What several figures of the same people are made of: the SELECT of people with their booleans, the counts over it, their sums over groups, and how to read them. */
export type Counting = { people: SQL; counts: SQL; sums: SQL; read: (row: Row) => TargetCounts[] };

/**
 * The inner SELECT finds the people present and computes each cohort and each condition once as a boolean; the counts over it only count.
 * `also` are further columns of it. The offset of zero keeps the two apart (see `unitsOn`), or every boolean would be computed once a count.
 */
export const countingOf = (population: Population, targets: readonly CountedTarget[], sources: FactSources, territory: Territory, asked: Asked, also: readonly SQL[] = []): Counting => {
  const rule = baseRule(population);
  // Somebody whom a missing fact may keep out must be seen, and an age on the milestone makes the shared rule a different one for each.
  const base: Base = { rule, inWhere: uncertainFacts([rule], sources, asked).length === 0 && !asksMilestone(rule) };
  const columns = new Columns(sources, asked, uncertainFacts([rule, ...targets.map((it) => it.cohort)], sources, asked));
  const counts = new Counts();
  const readers = targets.map((it) => countTarget(it, base, uncertainFacts([rule, it.cohort], sources, asked), columns, counts));
  const parts = targets.flatMap((it) => [it.cohort, it.reachedWhen, it.focus, it.extra]).filter((it) => it !== null);
  const where = base.inWhere ? sql` and ${compileRule(rule, sources, asked, undefined, 'holds')}` : sql``;
  const selected = sql.join([...also, columns.list()], sql`, `);
  return {
    people: sql`select ${selected} ${peopleOn([rule, ...parts], sources, territory, asked)}${where} offset bigint '0'`,
    counts: counts.list(),
    sums: counts.sums(),
    read: (row) => readers.map((read) => read(row)),
  };
};

/** All counted targets of a plan in one SELECT. */
export const progressQuery = (population: Population, targets: readonly CountedTarget[], sources: FactSources, territory: Territory, asked: Asked): ProgressQuery => {
  const { people, counts, read } = countingOf(population, targets, sources, territory, asked);
  return { statement: sql`select ${counts} from (${people}) t`, read };
};
