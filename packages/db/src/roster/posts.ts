import type { Period, PeriodEnd, StatedPeriod } from '@saubac/domain/people';
import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { uuidV7 } from '../audit/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';
import { endOf } from './staged-units.ts';

export type PostValue = { name: string; needsLanguage: boolean | null; languageTeacher: boolean | null };
/** A post with the level it requires over time, by language; the blank language is any. */
export type Post = { value: PostValue; standards: ReadonlyMap<string, readonly Period<number>[]> };
export type StagedPost = StatedPeriod<number | null> & { code: string; post: PostValue; language: string; unstated: string[] };
export type StoredPosts = { ids: Map<string, string>; posts: Map<string, Post> };

type StagedRow = PostValue & { row: number; code: string; language: string | null; level: string | null; from: IsoDate | null; to: PeriodEnd; unstated: string[] | null };

/** The rows of the posts sheet that have no problem so far. */
export const stagedPosts = async (tx: TenantSql, batch: string): Promise<StagedPost[]> => {
  const rows = await tx.execute<StagedRow>(sql`
    select s.row_no as row, s.code, s.name, s.needs_language::boolean as "needsLanguage", s.language_teacher::boolean as "languageTeacher", s.language_code as language, s.level,
           s.valid_from as from, ${endOf('s.valid_to')} as to, to_json(s.unstated::text[]) as unstated
    from stage_posts s where s.batch_id = ${batch}::uuid and not exists (select 1 from refused_rows r where r.sheet = 'posts' and r.row_no = s.row_no) order by s.row_no`);
  return rows.map(({ row, code, language, level, from, to, unstated, ...post }) => ({ row, code, unstated: unstated ?? [], language: language ?? '', value: level === null ? null : Number(level), from, to, post }));
};

type PostRow = PostValue & { id: string; code: string };
type StandardRow = { code: string; language: string | null; level: number; from: IsoDate; to: PeriodEnd };

/** Every post of the tenant with its standards. */
export const loadPosts = async (db: TenantSql): Promise<StoredPosts> => {
  const posts = await db.execute<PostRow>(sql`select id, code, name, needs_language as "needsLanguage", language_teacher as "languageTeacher" from posts order by code`);
  const standards = await db.execute<StandardRow>(sql`
    select p.code, s.language_code as language, s.level, s.valid_from::text as from, s.valid_to::text as to from post_standards s join posts p on p.id = s.post_id order by s.valid_from`);
  const byPost = Map.groupBy(standards, ({ code }) => code);
  const standardsOf = (code: string) => {
    const byLanguage = Map.groupBy(byPost.get(code) ?? [], ({ language }) => language ?? '');
    return new Map([...byLanguage].map(([language, rows]) => [language, rows.map(({ from, to, level }) => ({ from, to, value: level }))]));
  };
  return {
    ids: new Map(posts.map(({ id, code }) => [code, id])),
    posts: new Map(posts.map(({ id: _, code, ...value }) => [code, { value, standards: standardsOf(code) }])),
  };
};

/** Makes some posts exactly these; new posts get their id, which is added to the known ones. */
export const storePosts = async (tx: TenantSql, known: StoredPosts, changed: ReadonlyMap<string, Post>, framework: string): Promise<void> => {
  if (changed.size === 0) return;
  const rows = [...changed].map(([code, post]) => ({ code, id: known.ids.get(code) ?? uuidV7(), ...post }));
  for (const { code, id } of rows) known.ids.set(code, id);
  const column = (of: (it: (typeof rows)[number]) => string | boolean | null) => sql`${pgArray(rows.map(of))}`;
  await tx.execute(sql`
    insert into posts as p (id, code, name, needs_language, language_teacher)
    select * from unnest(${column((it) => it.id)}::uuid[], ${column((it) => it.code)}::text[], ${column((it) => it.value.name)}::text[],
      ${column((it) => it.value.needsLanguage)}::boolean[], ${column((it) => it.value.languageTeacher)}::boolean[])
    on conflict (code) do update set name = excluded.name, needs_language = excluded.needs_language, language_teacher = excluded.language_teacher, version = p.version + 1`);
  await tx.execute(sql`delete from post_standards where post_id = any(${column((it) => it.id)}::uuid[])`);
  const standards = rows.flatMap(({ id, standards: lines }) =>
    [...lines].flatMap(([language, periods]) => periods.map(({ from, to, value }) => ({ id, language: language === '' ? null : language, from, to, value }))),
  );
  const each = (of: (it: (typeof standards)[number]) => string | number | null) => sql`${pgArray(standards.map(of))}`;
  await tx.execute(sql`
    insert into post_standards (post_id, language_code, framework_code, level, valid_from, valid_to)
    select post_id, language_code, ${framework}, level, valid_from, valid_to
    from unnest(${each((it) => it.id)}::uuid[], ${each((it) => it.language)}::text[], ${each((it) => it.value)}::smallint[], ${each((it) => it.from)}::date[], ${each((it) => it.to)}::date[])
      as t (post_id, language_code, level, valid_from, valid_to)`);
};
