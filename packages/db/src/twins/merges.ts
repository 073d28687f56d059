import type { FieldChoices, Likeness, MainPostChoice } from '@saubac/domain/twins';
import type { IsoDate, PersonId, UnitScope, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { personInside } from '../access/index.ts';
import type { TenantSql } from '../tenancy/index.ts';
import type { WayBack } from './merge-people.ts';

/** What the proposal chose: whose value of a field stays, whose main post counts. */
export type MergeChoices = { fields: FieldChoices; mainPosts?: MainPostChoice | undefined };

export type MergeState = 'proposed' | 'confirmed' | 'withdrawn' | 'undone';

/** Somebody who did something, and when. */
export type MergeDeed = { by: UserId | null; label: string; at: string };

/** A merge as it is kept. The names are those of people who still stand. */
export type KeptMerge = {
  id: string; version: number; state: MergeState; digest: string; choices: MergeChoices; likeness: Likeness;
  staying: { id: PersonId; fullName: string | null }; going: { id: PersonId; fullName: string | null };
  proposed: MergeDeed; decided: MergeDeed | null; undone: MergeDeed | null;
};

const deed = (name: string): SQL => sql.raw(`case when m.${name}_at is not null then jsonb_build_object('by', m.${name}_by, 'label', m.${name}_label, 'at', m.${name}_at) end`);

const columns = sql`m.id, m.version, m.state, m.digest, m.choices, m.likeness, jsonb_build_object('id', m.staying_id, 'fullName', s.full_name) as staying,
  jsonb_build_object('id', m.going_id, 'fullName', coalesce(g.full_name, m.way_back -> 'rows' -> 'going' ->> 'full_name')) as going, ${deed('proposed')} as proposed, ${deed('decided')} as decided, ${deed('undone')} as undone`;

const from = sql`person_merges m left join merged_people w on w.id = m.staying_id left join people s on s.id = coalesce(w.into_id, m.staying_id) left join people g on g.id = m.going_id`;

// A record that went is seen by whoever sees the one it went into.
const inside = (scope: UnitScope, on: IsoDate): SQL =>
  sql`(s.id is not null and ${personInside(sql`s.id`, scope, on)}) and (g.id is null or ${personInside(sql`g.id`, scope, on)})`;

/** Proposes a merge; answers with its id. */
export const insertMerge = async (tx: TenantSql, it: { staying: PersonId; going: PersonId; choices: MergeChoices; likeness: Likeness; digest: string; by: UserId | null; label: string; now: Date; state?: MergeState }): Promise<string> => {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into person_merges (state, staying_id, going_id, choices, likeness, digest, proposed_by, proposed_label, proposed_at)
    values (${it.state ?? 'proposed'}, ${it.staying}::uuid, ${it.going}::uuid, ${JSON.stringify(it.choices)}::jsonb, ${JSON.stringify(it.likeness)}::jsonb, ${it.digest}, ${it.by}::uuid, ${it.label}, ${it.now.toISOString()}::timestamptz) returning id`);
  return row!.id;
};

/** Whether one of two records is to go in an open proposal already, or is to stay in one in which the other goes. */
export const hasOpenMerge = async (tx: TenantSql, people: readonly PersonId[]): Promise<boolean> =>
  (await tx.execute(sql`select 1 from person_merges where state = 'proposed' and (going_id in (${sql.join(people.map((it) => sql`${it}::uuid`), sql`, `)}) or staying_id = ${people[1] ?? null}::uuid)`)).length > 0;

/** A merge whose people the scope holds on the date, with the way back while there is one; `lock`: taken in hand. */
export const findMerge = async (tx: TenantSql, scope: UnitScope, id: string, on: IsoDate, lock = false): Promise<(KeptMerge & { wayBack: WayBack | null }) | undefined> => {
  const [row] = await tx.execute<KeptMerge & { wayBack: WayBack | null }>(sql`select ${columns}, m.way_back as "wayBack" from ${from} where m.id = ${id}::uuid and ${inside(scope, on)} ${lock ? sql`for update of m` : sql``}`);
  return row;
};

/** Merges in the order in which they were proposed, the latest first. */
export const listMerges = async (db: TenantSql, scope: UnitScope, on: IsoDate, { state, after, limit }: { state?: MergeState | undefined; after: string | null; limit: number }): Promise<KeptMerge[]> => {
  const tests = [inside(scope, on), ...(state ? [sql`m.state = ${state}`] : []), ...(after ? [sql`m.id < ${after}::uuid`] : [])];
  return [...(await db.execute<KeptMerge>(sql`select ${columns} from ${from} where ${sql.join(tests, sql` and `)} order by m.id desc limit ${limit}`))];
};

type End = { by: UserId | null; label: string; now: Date };

/** Notes that a proposal was confirmed, with the way back, or withdrawn. */
export const decideMerge = async (tx: TenantSql, id: string, { state, wayBack, by, label, now }: End & { state: 'confirmed' | 'withdrawn'; wayBack: WayBack | null }): Promise<void> => {
  await tx.execute(sql`update person_merges set state = ${state}, way_back = ${wayBack === null ? null : JSON.stringify(wayBack)}::jsonb, decided_by = ${by}::uuid, decided_label = ${label}, decided_at = ${now.toISOString()}::timestamptz, version = version + 1 where id = ${id}::uuid`);
};

/** Notes that a merge was undone; the way back has been gone. */
export const undoMerge = async (tx: TenantSql, id: string, { by, label, now }: End): Promise<void> => {
  await tx.execute(sql`update person_merges set state = 'undone', way_back = null, undone_by = ${by}::uuid, undone_label = ${label}, undone_at = ${now.toISOString()}::timestamptz, version = version + 1 where id = ${id}::uuid`);
};

/** Merges made after another that brought more records into the same one, or took it into another. */
export const laterMerges = async (tx: TenantSql, id: string, staying: PersonId): Promise<string[]> =>
  (await tx.execute<{ id: string }>(sql`
    select l.id from person_merges l join person_merges m on m.id = ${id}::uuid where l.state = 'confirmed' and l.id <> m.id and l.decided_at >= m.decided_at and (l.staying_id = ${staying}::uuid or l.going_id = ${staying}::uuid) order by l.id`)).map((it) => it.id);
