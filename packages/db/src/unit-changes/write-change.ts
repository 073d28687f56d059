import type { Holding, StartedHolding } from '@saubac/domain/unit-changes';
import { type SQL, sql } from 'drizzle-orm';

import { uuidV7 } from '../audit/index.ts';
import { storeUnits, type StoredUnits, type Succession, type UnitsToStore } from '../roster/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

const chunk = 5_000;

/** What of a unit is compared and put back: its versions and lines. */
export const unitState = (unit: SQL): SQL => sql`jsonb_build_object(
  'versions', (select coalesce(jsonb_agg(to_jsonb(v) order by v.valid), '[]') from unit_versions v where v.unit_id = ${unit}),
  'lines', (select coalesce(jsonb_agg(to_jsonb(l) order by l.id), '[]') from unit_lines l where l.unit_id = ${unit}))`;

const keepBefore = async (tx: TenantSql, change: string, kind: 'assignment' | 'planned' | 'training', table: SQL, ids: readonly string[]): Promise<void> => {
  await tx.execute(sql`
    insert into unit_change_effects (change_id, kind, subject_id, before) select ${change}::uuid, ${kind}, t.id, to_jsonb(t) from ${table} t where t.id = any(${pgArray(ids)}::uuid[])`);
};

const keepAfter = async (tx: TenantSql, change: string, kind: 'assignment' | 'planned' | 'training', table: SQL): Promise<void> => {
  await tx.execute(sql`update unit_change_effects e set after = to_jsonb(t) from ${table} t where e.change_id = ${change}::uuid and e.kind = ${kind} and t.id = e.subject_id`);
};

/** Writes units, their lines and successions, and keeps what they were. */
export const writeChangedUnits = async (tx: TenantSql, change: string, units: StoredUnits, changed: UnitsToStore, successions: readonly Succession[]): Promise<void> => {
  const isNew = new Set([...changed.keys()].filter((code) => !units.ids.has(code)));
  const old = [...changed.keys()].flatMap((code) => units.ids.get(code) ?? []);
  await tx.execute(sql`
    insert into unit_change_effects (change_id, kind, subject_id, before) select ${change}::uuid, 'unit', u.id, ${unitState(sql`u.id`)} from units u where u.id = any(${pgArray(old)}::uuid[])`);
  await storeUnits(tx, units, changed);
  const fresh = [...isNew].map((code) => units.ids.get(code)!);
  await tx.execute(sql`insert into unit_change_effects (change_id, kind, subject_id) select ${change}::uuid, 'unit', t.id from unnest(${pgArray(fresh)}::uuid[]) as t (id)`);
  await tx.execute(sql`update unit_change_effects e set after = ${unitState(sql`e.subject_id`)} where e.change_id = ${change}::uuid and e.kind = 'unit'`);
  const column = (of: (it: Succession) => string | null) => sql`${pgArray(successions.map(of))}`;
  await tx.execute(sql`
    with added as (
      insert into unit_successions (from_unit_id, to_unit_id, on_date, kind)
      select * from unnest(${column((it) => units.ids.get(it.from)!)}::uuid[], ${column((it) => (it.to === null ? null : units.ids.get(it.to)!))}::uuid[], ${column((it) => it.on)}::date[], ${column((it) => it.kind)}::text[])
        as t (from_unit_id, to_unit_id, on_date, kind)
      on conflict on constraint unit_successions_key do nothing returning *)
    insert into unit_change_effects (change_id, kind, subject_id, after) select ${change}::uuid, 'succession', a.id, to_jsonb(a) from added a`);
};

/** What is to be done with posts. */
export type PostWrites = { changed: readonly Holding[]; removed: readonly Holding[]; started: readonly StartedHolding[] };

const putRows = async (tx: TenantSql, change: string, rows: readonly (Holding & { fresh: boolean })[]): Promise<void> => {
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk).map(({ id, person, main, from, to, fresh, value: { unit, post, kind, rank, office, officeRank, leader } }) => ({ id, person_id: person, main, valid_from: from, valid_to: to, fresh, unit, post, kind, rank, office, office_rank: officeRank, leader }));
    await tx.execute(sql`
      with n as materialized (
        select n.*, u.id as unit_id, po.id as post_id from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as n (id uuid, person_id uuid, main boolean, valid_from date, valid_to date, fresh boolean, unit text, post text,
          kind text, rank text, office text, office_rank smallint, leader boolean) join units u on u.code = n.unit left join posts po on po.code = n.post
      ), put as (
        insert into assignments (id, person_id, unit_id, post_id, kind, rank_code, office, office_rank, leader, main, valid_from, valid_to)
        select n.id, n.person_id, n.unit_id, n.post_id, n.kind, n.rank, n.office, n.office_rank, n.leader, n.main, n.valid_from, n.valid_to from n
        on conflict (id) do update set unit_id = excluded.unit_id, post_id = excluded.post_id, kind = excluded.kind, rank_code = excluded.rank_code, office = excluded.office,
          office_rank = excluded.office_rank, leader = excluded.leader, valid_from = excluded.valid_from, valid_to = excluded.valid_to)
      insert into unit_change_effects (change_id, kind, subject_id) select ${change}::uuid, 'assignment', n.id from n where n.fresh`);
  }
};

// Nobody stands on a list after the last day of his last main post.
const endLists = async (tx: TenantSql, change: string, people: readonly string[]): Promise<void> => {
  const ends = sql`(select a.person_id, max(a.valid_to) as service_end from assignments a where a.main and a.person_id = any(${pgArray(people)}::uuid[]) group by 1) s`;
  for (const [kind, table] of [['planned', sql`planned_posts`], ['training', sql`language_training_list`]] as const) {
    const rows = await tx.execute<{ id: string }>(sql`select t.id from ${table} t join ${ends} on s.person_id = t.person_id where t.valid_to > s.service_end`);
    if (rows.length === 0) continue;
    await keepBefore(tx, change, kind, table, rows.map(({ id }) => id));
    await tx.execute(sql`delete from ${table} t using ${ends} where s.person_id = t.person_id and t.valid_from >= s.service_end`);
    await tx.execute(sql`update ${table} t set valid_to = s.service_end from ${ends} where s.person_id = t.person_id and t.valid_to > s.service_end`);
    await keepAfter(tx, change, kind, table);
  }
};

/** Writes what becomes of posts, and of lists of those who leave; keeps what was. Raises the versions of the people. */
export const writeChangedPosts = async (tx: TenantSql, change: string, { changed, removed, started }: PostWrites): Promise<void> => {
  const table = sql`assignments`;
  await keepBefore(tx, change, 'assignment', table, [...changed, ...removed].map(({ id }) => id));
  await tx.execute(sql`delete from assignments where id = any(${pgArray(removed.map(({ id }) => id))}::uuid[])`);
  await putRows(tx, change, changed.map((it) => ({ ...it, fresh: false })));
  await putRows(tx, change, started.map(({ after: _, ...it }) => ({ ...it, id: uuidV7(), fresh: true })));
  await keepAfter(tx, change, 'assignment', table);
  const people = [...new Set([...changed, ...removed, ...started].map(({ person }) => person))];
  const goOn = new Set(started.map(({ person }) => person));
  await endLists(tx, change, people.filter((it) => !goOn.has(it)));
  await tx.execute(sql`update people set version = version + 1 where id = any(${pgArray(people)}::uuid[])`);
};
