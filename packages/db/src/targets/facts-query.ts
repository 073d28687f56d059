import { type Condition, conditionsOf, type FactReader, type FactValue, type Rule } from '@saubac/domain/rules';
import type { IsoDate } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import type { Asked, FactSources } from '../rules/index.ts';

/** The columns by which the facts of some rules are read for each person, and the way back from a row to a reader of facts. */
export type FactColumns = { list: SQL[]; reader: (row: Record<string, unknown>) => FactReader };

const keyOf = (it: Condition): string => JSON.stringify([it.fact, it.on ?? null, it.languages ?? null]);

const valueFrom = (raw: unknown): FactValue => {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === 'boolean' || typeof raw === 'number' || typeof raw === 'string') return raw;
  return Array.isArray(raw) ? raw.map(String) : null;
};

/** Columns `f0`, `f1` … for every fact asked in the rules, each with its own day and languages. Facts without a source read as unknown. */
export const factColumns = (rules: readonly Rule[], sources: FactSources, asked: Asked, milestone: IsoDate | undefined): FactColumns => {
  const asking = new Map(rules.flatMap(conditionsOf).map((it) => [keyOf(it), it]));
  const names = new Map([...asking.keys()].map((key, index) => [key, `f${index}`]));
  const list = [...asking].map(([key, condition]) => {
    const source = sources.get(condition.fact);
    const value = source ? source.value(condition, asked, milestone) : sql`null`;
    // A unit's path comes as JSON, because the driver is told of no array types.
    return sql`${source?.definition.type === 'unit' ? sql`to_jsonb(${value})` : value} as ${sql.raw(names.get(key) ?? '')}`;
  });
  return { list, reader: (row) => (condition) => valueFrom(row[names.get(keyOf(condition)) ?? '']) };
};
