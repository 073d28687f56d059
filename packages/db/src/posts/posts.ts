import type { PeriodEnd } from '@saubac/domain/people';
import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { covers, whole } from '../rules/index.ts';
import type { TenantDb } from '../tenancy/index.ts';
import { escapedLike, wordTests } from '../units/index.ts';

/** A level that a post requires on some days; `language` null: in any language. */
export type PostStandard = { language: string | null; level: number; from: IsoDate; to: PeriodEnd };

/** A post of the catalogue, with the levels it requires. A flag of null is not known. */
export type CataloguePost = { id: string; code: string; name: string; needsLanguage: boolean | null; languageTeacher: boolean | null; version: number; standards: PostStandard[] };

export type PostSearch = { on: IsoDate; words: readonly string[]; code?: string | undefined; after: string | null; limit: number };

const fields = sql`po.id, po.code, po.name, po.needs_language as "needsLanguage", po.language_teacher as "languageTeacher", po.version`;
const standard = sql`jsonb_build_object('language', s.language_code, 'level', s.level, 'from', s.valid_from, 'to', s.valid_to)`;

/** Posts of the catalogue in the order of their codes, with what they require on a date: those whose name holds all words, or whose code begins with `code`. */
export const findPosts = async (db: TenantDb, { on, words, code, after, limit }: PostSearch): Promise<CataloguePost[]> => {
  const byName = wordTests('po', words);
  const named = byName.length > 0 ? sql`(${sql.join(byName, sql` and `)})` : sql`false`;
  const test = code === undefined ? sql`true` : sql`(${named} or lower(po.code) like ${`${escapedLike(code.toLowerCase())}%`})`;
  return [
    ...(await db.execute<CataloguePost>(sql`
      select ${fields}, (select coalesce(jsonb_agg(${standard} order by s.language_code nulls first), '[]') from post_standards s where s.post_id = po.id and ${covers('s', on)}) as standards
      from posts po where ${test}${after === null ? sql`` : sql` and po.code > ${after}`} order by po.code limit ${whole(limit)}`)),
  ];
};

/** A post by its code or id, with what it requires and required on all days. */
export const postOf = async (db: TenantDb, key: { code: string } | { id: string }): Promise<CataloguePost | undefined> => {
  const [row] = await db.execute<CataloguePost>(sql`
    select ${fields}, (select coalesce(jsonb_agg(${standard} order by s.valid_from, s.language_code nulls first), '[]') from post_standards s where s.post_id = po.id) as standards
    from posts po where ${'code' in key ? sql`po.code = ${key.code}` : sql`po.id = ${key.id}::uuid`}`);
  return row;
};
