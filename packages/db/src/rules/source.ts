import type { Condition, FactDefinition } from '@saubac/domain/rules';
import type { GovernmentLevelRow } from '@saubac/domain/plan';
import type { IsoDate } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

/** The question a rule is compiled for: the date, and what the plan says about levels. */
export type Asked = {
  on: IsoDate;
  /** Certificate states that count under the plan. */
  states: readonly string[];
  /** The plan's dated rule from unit to level of government; empty: the tier of the unit while that level exists. */
  governmentLevels: readonly GovernmentLevelRow[];
};

/** A relation joined to the people asked about, once however many conditions use it. Its SQL may refer to `a` (main assignment) and `u` (unit on the date). */
export type Relation = { key: string; join: (asked: Asked) => SQL };

/** How a fact is read in SQL. */
export type FactSource = {
  definition: FactDefinition;
  relations: (condition: Condition) => readonly Relation[];
  /** The raw value: boolean, integer, text, or text[] for a unit; NULL is unknown. */
  value: (condition: Condition, asked: Asked, milestone: IsoDate | undefined) => SQL;
  /** A cheaper test than the value of whether it is missing. */
  missing?: SQL;
  /** A cheaper test than comparing the value; NULL where unknown. */
  test?: (condition: Condition, asked: Asked, milestone: IsoDate | undefined) => SQL;
};
export type FactSources = ReadonlyMap<string, FactSource>;

/** A date as a literal: one of our own making, so that the planner sees it. */
export const day = (date: IsoDate): SQL => sql.raw(`date '${/^\d{4}-\d\d-\d\d$/.test(date) ? date : 'invalid'}'`);

/** A whole number as a literal. */
export const whole = (value: number): SQL => sql.raw(String(Math.trunc(value)));

/** Codes as a list of parameters. */
export const listOf = (codes: readonly string[]): SQL => sql.join(codes.map((it) => sql`${it}`), sql`, `);

/** The half-open period of a table's row covers the date. */
export const covers = (alias: string, on: IsoDate): SQL => sql`${sql.raw(alias)}.valid_from <= ${day(on)} and ${sql.raw(alias)}.valid_to > ${day(on)}`;
