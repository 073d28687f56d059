import type { Rule } from '@saubac/domain/rules';
import { conditionsOf } from '@saubac/domain/rules';
import type { GovernmentLevelRow } from '@saubac/domain/plan';
import { rowsOn } from '@saubac/domain/plan';
import type { UnitId, UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { type Asked, covers, day, type FactSources, listOf, type Relation } from './source.ts';

/** Which people a figure is about, before any rule: those whose main unit on the date lies in all of these. */
export type Territory = {
  /** What the caller may see. */
  scope: UnitScope;
  /** The units a plan is for; empty: all. */
  planUnits: readonly UnitId[];
  /** The unit the question is about, with everything below it. */
  unit: UnitId | null;
  /**
   * The paths of all these units on the date, where they were looked up. A unit that has none does not exist on it. With them the planner
   * can tell a small unit from a large one, and reads only what lies below a small one.
   */
  paths?: ReadonlyMap<UnitId, string> | undefined;
};

/** The units a territory is bounded by. */
export const boundsOf = ({ scope, planUnits, unit }: Territory): UnitId[] => [...(scope.kind === 'subtrees' ? scope.roots : []), ...planUnits, ...(unit ? [unit] : [])];

/** Everything below a path, itself included, as a range of paths: a path ends in a slash, and after the slash comes the nought. */
export const belowPath = (column: SQL, path: string): SQL => sql`(${column} >= ${path} and ${column} < ${`${path.slice(0, -1)}0`})`;

const below = (roots: readonly UnitId[], { paths }: Territory, asked: Asked): SQL => {
  if (!paths) return sql`exists (select 1 from unit_versions r where r.unit_id in (${listOf(roots)}) and r.valid @> ${day(asked.on)} and starts_with(v.path, r.path))`;
  const known = roots.flatMap((it) => paths.get(it) ?? []);
  return known.length === 0 ? sql`false` : sql`(${sql.join(known.map((it) => belowPath(sql`v.path`, it)), sql` or `)})`;
};

const territoryTest = (territory: Territory, asked: Asked): SQL => {
  const { scope, planUnits, unit } = territory;
  const tests: SQL[] = [];
  if (scope.kind === 'subtrees') tests.push(scope.roots.length === 0 ? sql`false` : below(scope.roots, territory, asked));
  if (planUnits.length > 0) tests.push(below(planUnits, territory, asked));
  if (unit) tests.push(below([unit], territory, asked));
  return tests.length === 0 ? sql`` : sql` and ${sql.join(tests, sql` and `)}`;
};

const rowTest = ({ when }: GovernmentLevelRow): SQL => {
  const tests: SQL[] = [];
  if (when.tiers) tests.push(sql`v.tier in (${listOf(when.tiers)})`);
  if (when.bodyKinds) tests.push(sql`v.body_kind in (${listOf(when.bodyKinds)})`);
  if (when.units) tests.push(sql`(${sql.join(when.units.map((code) => sql`position(${`/${code}/`} in '/' || v.path) > 0`), sql` or `)})`);
  return tests.length === 0 ? sql`true` : sql.join(tests, sql` and `);
};

/** The level of government of a unit: the first row of the plan's dated rule that fits, else the unit's tier while that level exists (`g`). */
const governmentLevel = (asked: Asked): SQL => {
  const rows = rowsOn(asked.governmentLevels, asked.on).map((it) => sql`when ${rowTest(it)} then ${it.level}::text`);
  const own = sql`g.code`;
  return rows.length === 0 ? own : sql`case ${sql.join(rows, sql` `)} else ${own} end`;
};

/**
 * Units as of the date, with what rules ask of them computed once a unit. The offset of zero keeps the planner from moving that work to
 * every person and, unlike a materialized CTE, leaves parallel workers possible; but only as `bigint '0'`, a constant when the planner
 * looks, which `0` (an integer still to be cast) is not.
 */
export const unitsOn = (territory: Territory, asked: Asked): SQL =>
  sql`(select v.unit_id, v.path, v.name, v.body_kind, v.field, v.needs_language, ${governmentLevel(asked)} as government_level from unit_versions v left join platform.government_levels g on g.code = v.tier and ${covers('g', asked.on)} where v.valid @> ${day(asked.on)}${territoryTest(territory, asked)} offset bigint '0') u`;

const relationsOf = (rules: readonly Rule[], sources: FactSources): Relation[] => {
  const found = new Map<string, Relation>();
  for (const condition of rules.flatMap(conditionsOf)) {
    for (const relation of sources.get(condition.fact)?.relations(condition) ?? []) found.set(relation.key, relation);
  }
  return [...found.values()];
};

/**
 * FROM and WHERE for everybody present on the date within a territory: `a` is the main assignment, `u` its unit on the date, and each
 * relation that a rule needs is joined once. `also` adds relations the caller wants for itself.
 */
export const peopleOn = (rules: readonly Rule[], sources: FactSources, territory: Territory, asked: Asked, also: readonly Relation[] = []): SQL => {
  const relations = new Map([...relationsOf(rules, sources), ...also].map((it) => [it.key, it]));
  const joins = [...relations.values()].map((it) => it.join(asked));
  return sql`from assignments a join ${unitsOn(territory, asked)} on u.unit_id = a.unit_id ${sql.join(joins, sql` `)} where a.main and ${covers('a', asked.on)}`;
};
