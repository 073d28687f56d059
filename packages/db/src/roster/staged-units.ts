import type { PeriodEnd, StatedUnit } from '@saubac/domain/people';
import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

/** A row of the units sheet, with the successors it names. */
export type StagedUnit = StatedUnit & { successors: string[]; successionKind: string | null; unstated: string[] };

type Row = Omit<StagedUnit['value'], never> & { row: number; code: string; from: IsoDate | null; to: PeriodEnd; succeededBy: string | null; successionKind: string | null; unstated: string[] | null };

// The end of a staged row is a last day; from here on it is the first day after.
export const endOf = (column: string) => sql`case when ${sql.raw(column)} is null then 'infinity' else (${sql.raw(column)}::date + 1)::text end`;

/** The rows of the units sheet that have no problem so far. */
export const stagedUnits = async (tx: TenantSql, batch: string): Promise<StagedUnit[]> => {
  const rows = await tx.execute<Row>(sql`
    select s.row_no as row, s.code, s.name, s.parent_code as parent, s.official_code as "officialCode", s.tier, s.body_kind as "bodyKind", s.field,
           s.needs_language::boolean as "needsLanguage", s.reports_to as "reportsTo", s.budgets_through as "budgetsThrough", s.valid_from as from, ${endOf('s.valid_to')} as to,
           s.succeeded_by as "succeededBy", s.succession_kind as "successionKind", to_json(s.unstated::text[]) as unstated
    from stage_units s where s.batch_id = ${batch}::uuid and not exists (select 1 from refused_rows r where r.sheet = 'units' and r.row_no = s.row_no) order by s.row_no`);
  return rows.map(({ row, code, from, to, succeededBy, successionKind, unstated, ...value }) => ({
    row, code, from, to, value, successionKind, unstated: unstated ?? [],
    successors: succeededBy === null ? [] : succeededBy.split(';').map((it) => it.trim()).filter((it) => it !== ''),
  }));
};

/** Codes of the platform that a row may name: levels of government with the days they exist, languages, levels of the framework. */
export type KnownCodes = { tiers: Map<string, { from: string; to: string }>; languages: Set<string>; framework: string; levels: Set<number>; ranks: Set<number> };

export const loadKnownCodes = async (db: TenantSql): Promise<KnownCodes> => {
  const tiers = await db.execute<{ code: string; from: string; to: string }>(sql`select code, valid_from::text as from, valid_to::text as to from platform.government_levels`);
  const languages = await db.execute<{ code: string }>(sql`select code from platform.languages`);
  const levels = await db.execute<{ framework: string; level: number }>(sql`
    select framework_code as framework, level from platform.framework_levels where framework_code = (select min(code) from platform.frameworks)`);
  const ranks = await db.execute<{ position: number }>(sql`select position from platform.office_ranks`);
  return {
    tiers: new Map(tiers.map((it) => [it.code, it])),
    languages: new Set(languages.map(({ code }) => code)),
    framework: levels[0]?.framework ?? '',
    levels: new Set(levels.map(({ level }) => level)),
    ranks: new Set(ranks.map(({ position }) => position)),
  };
};
