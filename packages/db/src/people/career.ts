import type { Career, Period, PeriodEnd, Posting } from '@saubac/domain/people';
import type { IsoDate, PersonId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { uuidV7 } from '../audit/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

type PostRow = Posting & { id: string; main: boolean; from: IsoDate; to: PeriodEnd };
type ListRow<V> = Required<Period<V>>;

const periodOf = ({ id, main: _, from, to, ...value }: PostRow): Period<Posting> => ({ id, from, to, value });

/** What is kept of a person's career, each line in the order of its days. */
export const careerOf = async (tx: TenantSql, person: PersonId): Promise<Career> => {
  const [row] = await tx.execute<{ posts: PostRow[]; planned: ListRow<number>[]; training: ListRow<true>[] }>(sql`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'main', a.main, 'from', a.valid_from, 'to', a.valid_to, 'unit', u.code, 'post', po.code, 'kind', a.kind, 'rank', a.rank_code,
          'office', a.office, 'officeRank', a.office_rank, 'leader', a.leader) order by a.valid_from, a.id), '[]')
       from assignments a join units u on u.id = a.unit_id left join posts po on po.id = a.post_id where a.person_id = ${person}::uuid) as posts,
      (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'from', l.valid_from, 'to', l.valid_to, 'value', l.office_rank) order by l.valid_from), '[]') from planned_posts l where l.person_id = ${person}::uuid) as planned,
      (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'from', l.valid_from, 'to', l.valid_to, 'value', true) order by l.valid_from), '[]') from language_training_list l where l.person_id = ${person}::uuid) as training`);
  const { posts = [], planned = [], training = [] } = row ?? {};
  return { main: posts.filter(({ main }) => main).map(periodOf), concurrent: posts.filter(({ main }) => !main).map(periodOf), planned, training };
};

type Line<V> = { put: Required<Period<V>>[]; gone: string[] };

const differenceOf = <V>(before: readonly Period<V>[], after: readonly Period<V>[]): Line<V> => {
  const known = new Map(before.map((it) => [it.id, JSON.stringify([it.from, it.to, it.value])]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    put: after.filter((it) => known.get(it.id) !== JSON.stringify([it.from, it.to, it.value])).map((it) => ({ ...it, id: it.id ?? uuidV7() })),
    gone: before.flatMap(({ id }) => (id === undefined || kept.has(id) ? [] : [id])),
  };
};

const withId = <V>(it: Period<V>): Period<V> => ({ ...it, id: it.id ?? uuidV7() });

/** The same career with an id for every row that has none yet. */
export const withRowIds = ({ main, concurrent, planned, training }: Career): Career => ({
  main: main.map(withId), concurrent: concurrent.map(withId), planned: planned.map(withId), training: training.map(withId),
});

/** The rows of a career by its lines; a line without any is left out. */
export type CareerRows = { [Line in keyof Career]?: Career[Line] };

/** The rows that one career has and the other has not, line by line; lines that are alike are left out. For the audit. */
export const differingRows = (career: Career, other: Career): CareerRows => {
  const rows = {
    main: differenceOf(other.main, career.main).put, concurrent: differenceOf(other.concurrent, career.concurrent).put,
    planned: differenceOf(other.planned, career.planned).put, training: differenceOf(other.training, career.training).put,
  };
  return Object.fromEntries(Object.entries(rows).filter(([, line]) => line.length > 0));
};

const listOf = <V>({ put }: Line<V>): string => JSON.stringify(put.map(({ id, from, to, value }) => ({ id, valid_from: from, valid_to: to, value })));

/** Turns the stored career of a person into another and raises his version, in one statement; answers with the version. Codes are known to exist. */
export const saveCareer = async (tx: TenantSql, person: PersonId, before: Career, after: Career): Promise<number> => {
  const main = differenceOf(before.main, after.main);
  const concurrent = differenceOf(before.concurrent, after.concurrent);
  const planned = differenceOf(before.planned, after.planned);
  const training = differenceOf(before.training, after.training);
  const posts = [...main.put.map((it) => ({ ...it, main: true })), ...concurrent.put.map((it) => ({ ...it, main: false }))];
  const rows = posts.map(({ id, from, to, main: isMain, value: { unit, post, kind, rank, office, officeRank, leader } }) => ({ id, unit, post, kind, rank, office, office_rank: officeRank, leader, main: isMain, valid_from: from, valid_to: to }));
  const gone = (ids: readonly string[]) => sql`id = any(${pgArray(ids)}::uuid[])`;
  const lists = 'id uuid, valid_from date, valid_to date';
  const [saved] = await tx.execute<{ version: number }>(sql`
    with gone_posts as (delete from assignments where ${gone([...main.gone, ...concurrent.gone])}),
    gone_planned as (delete from planned_posts where ${gone(planned.gone)}),
    gone_training as (delete from language_training_list where ${gone(training.gone)}),
    put_posts as (
      insert into assignments (id, person_id, unit_id, post_id, kind, rank_code, office, office_rank, leader, main, valid_from, valid_to)
      select n.id, ${person}::uuid, u.id, po.id, n.kind, n.rank, n.office, n.office_rank, n.leader, n.main, n.valid_from, n.valid_to
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, unit text, post text, kind text, rank text, office text, office_rank smallint, leader boolean, main boolean, valid_from date, valid_to date)
      join units u on u.code = n.unit left join posts po on po.code = n.post
      on conflict (id) do update set unit_id = excluded.unit_id, post_id = excluded.post_id, kind = excluded.kind, rank_code = excluded.rank_code, office = excluded.office,
        office_rank = excluded.office_rank, leader = excluded.leader, valid_from = excluded.valid_from, valid_to = excluded.valid_to),
    put_planned as (
      insert into planned_posts (id, person_id, office_rank, valid_from, valid_to)
      select n.id, ${person}::uuid, n.value, n.valid_from, n.valid_to from jsonb_to_recordset(${listOf(planned)}::jsonb) as n (${sql.raw(lists)}, value smallint)
      on conflict (id) do update set office_rank = excluded.office_rank, valid_from = excluded.valid_from, valid_to = excluded.valid_to),
    put_training as (
      insert into language_training_list (id, person_id, valid_from, valid_to)
      select n.id, ${person}::uuid, n.valid_from, n.valid_to from jsonb_to_recordset(${listOf(training)}::jsonb) as n (${sql.raw(lists)})
      on conflict (id) do update set valid_from = excluded.valid_from, valid_to = excluded.valid_to)
    update people set version = version + 1 where id = ${person}::uuid returning version`);
  if (!saved) throw new Error('A person whose career is saved must exist');
  return saved.version;
};
