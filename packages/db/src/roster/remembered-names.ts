import type { IsoDate, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** What kind of thing a remembered name means. */
export type NameOf = 'unit' | 'post';

/** A name as rosters write it, and the unit or post it means since somebody said so. */
export type RememberedName = { id: string; of: NameOf; given: string; code: string; name: string; notedBy: { id: UserId | null; name: string }; notedAt: string };

const named = (on: IsoDate): SQL => sql`
  select r.id, r.of, r.folded, r.given, coalesce(u.code, po.code) as code, coalesce(v.name, po.name, u.code) as name, r.noted_by, r.noted_label, r.noted_at
  from remembered_names r left join units u on u.id = r.unit_id left join posts po on po.id = r.post_id
  left join lateral (select name from unit_versions v where v.unit_id = u.id order by v.valid @> ${on}::date desc, v.valid desc limit 1) v on true`;

const shown = sql`id, of, given, code, name, jsonb_build_object('id', noted_by, 'name', noted_label) as "notedBy", to_char(noted_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "notedAt"`;

/** A page of the remembered names, the oldest first; `after` is the id of the last one before it. */
export const rememberedPage = async (db: TenantSql, { on, after, limit }: { on: IsoDate; after: string | null; limit: number }): Promise<RememberedName[]> => {
  const place = after === null ? sql`` : sql`where n.id > ${after}::uuid`;
  return [...(await db.execute<RememberedName>(sql`select ${shown} from (${named(on)}) n ${place} order by n.id limit ${limit}`))];
};

/** The remembered name of a folded text; undefined if there is none. */
export const rememberedName = async (db: TenantSql, key: { of: NameOf; folded: string } | { id: string }, on: IsoDate): Promise<RememberedName | undefined> => {
  const test = 'id' in key ? sql`n.id = ${key.id}::uuid` : sql`n.of = ${key.of} and n.folded = ${key.folded}`;
  const [row] = await db.execute<RememberedName>(sql`select ${shown} from (${named(on)}) n where ${test}`);
  return row;
};

/** The codes that some folded texts mean. */
export const rememberedCodes = async (db: TenantSql, of: NameOf, folded: readonly string[]): Promise<Map<string, string>> => {
  if (folded.length === 0) return new Map();
  const rows = await db.execute<{ folded: string; code: string }>(sql`
    select r.folded, coalesce(u.code, po.code) as code from remembered_names r left join units u on u.id = r.unit_id left join posts po on po.id = r.post_id
    where r.of = ${of} and r.folded = any(${pgArray([...new Set(folded)])}::text[])`);
  return new Map(rows.map((it) => [it.folded, it.code]));
};

export type NewRememberedName = { of: NameOf; folded: string; given: string; thing: string; by: UserId | null; label: string; at: string };

/** Remembers what a folded text means, in place of what it meant before; answers with its id. */
export const rememberName = async (tx: TenantSql, it: NewRememberedName): Promise<string> => {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into remembered_names (of, folded, given, unit_id, post_id, noted_by, noted_label, noted_at)
    values (${it.of}, ${it.folded}, ${it.given}, ${it.of === 'unit' ? it.thing : null}::uuid, ${it.of === 'post' ? it.thing : null}::uuid, ${it.by}::uuid, ${it.label}, ${it.at}::timestamptz)
    on conflict (of, folded) do update set given = excluded.given, unit_id = excluded.unit_id, post_id = excluded.post_id, noted_by = excluded.noted_by, noted_label = excluded.noted_label, noted_at = excluded.noted_at
    returning id`);
  return row!.id;
};

/** Forgets a name; false if there was none. */
export const forgetName = async (tx: TenantSql, id: string): Promise<boolean> => (await tx.execute(sql`delete from remembered_names where id = ${id}::uuid returning id`)).length > 0;
