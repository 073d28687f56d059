import type { Career, Period, PeriodEnd, Posting, StatedPosting } from '@saubac/domain/people';
import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { copyLine, copyText, pgArray, type TenantSql, type TenantTx } from '../tenancy/index.ts';

/** A person whose career has to be reconciled, with what is kept and what the file states. */
export type CareerCase = { id: string; name: string; known: Career; stated: StatedPosting[] };

type AssignmentRow = Posting & { person: string; id: string; main: boolean; from: IsoDate; to: PeriodEnd };
type StatedRow = Posting & { person: string; row: number; main: boolean; from: IsoDate | null; to: PeriodEnd; planned: number | null; training: boolean | null; unstated: string[] | null };
type ListRow = { person: string; id: string; value: number; from: IsoDate; to: PeriodEnd };

const pageSize = 4_000;

const postingOf = ({ unit, post, kind, rank, office, officeRank, leader }: Posting): Posting => ({ unit, post, kind, rank, office, officeRank, leader });
const posting = sql.raw(`u.code as unit, po.code as post, a.kind, a.rank_code as rank, a.office, a.office_rank as "officeRank", a.leader, a.main`);
const period = sql.raw(`valid_from::text as from, a.valid_to::text as to`);

const loadPage = async (tx: TenantSql, people: readonly { id: string; name: string }[]): Promise<CareerCase[]> => {
  const ids = sql`any(${pgArray(people.map(({ id }) => id))}::uuid[])`;
  const assignments = await tx.execute<AssignmentRow>(sql`
    select a.person_id as person, a.id, ${posting}, a.${period} from assignments a join units u on u.id = a.unit_id left join posts po on po.id = a.post_id where a.person_id = ${ids} order by a.valid_from`);
  const stated = await tx.execute<StatedRow>(sql`
    select a.known_id as person, a.row_no as row, ${posting}, a.${period}, a.planned, a.training, to_json(a.unstated) as unstated
    from in_people a join units u on u.id = a.unit_id left join posts po on po.id = a.post_id where a.known_id = ${ids} order by a.row_no`);
  const planned = await tx.execute<ListRow>(sql`select a.person_id as person, a.id, a.office_rank as value, a.${period} from planned_posts a where a.person_id = ${ids} order by a.valid_from`);
  const training = await tx.execute<ListRow>(sql`select a.person_id as person, a.id, 1 as value, a.${period} from language_training_list a where a.person_id = ${ids} order by a.valid_from`);
  const [kept, rows, plans, lists] = [assignments, stated, planned, training].map((all) => Map.groupBy<string, { person: string }>(all, ({ person }) => person));
  const of = <T>(groups: Map<string, { person: string }[]> | undefined, id: string): T[] => (groups?.get(id) ?? []) as T[];
  return people.map(({ id, name }) => {
    const posts = of<AssignmentRow>(kept, id).map((it) => ({ main: it.main, id: it.id, from: it.from, to: it.to, value: postingOf(it) }));
    const line = (main: boolean): Period<Posting>[] => posts.filter((it) => it.main === main).map(({ main: _, ...it }) => it);
    return {
      id, name,
      known: {
        main: line(true), concurrent: line(false),
        planned: of<ListRow>(plans, id).map(({ id: row, from, to, value }) => ({ id: row, from, to, value })),
        training: of<ListRow>(lists, id).map(({ id: row, from, to }) => ({ id: row, from, to, value: true as const })),
      },
      stated: of<StatedRow>(rows, id).map((it) => ({ row: it.row, main: it.main, from: it.from, to: it.to, value: postingOf(it), planned: it.unstated?.includes('planned_rank') ? undefined : it.planned, training: it.training ?? undefined })),
    };
  });
};

/**
 * The careers of the people in a temporary table with a column `person_id`, some thousands at a time. They are locked before they are read:
 * an officer who edits one of them meanwhile waits, and then learns that it was changed.
 */
export async function* careerCases(tx: TenantSql, table: 'differing' | 'departing'): AsyncGenerator<CareerCase[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const people = await tx.execute<{ id: string; name: string }>(sql`
      select p.id, p.full_name as name from people p join ${sql.identifier(table)} d on d.person_id = p.id where p.id > ${after}::uuid order by p.id limit ${pageSize} for update of p`);
    const last = people.at(-1);
    if (!last) return;
    yield loadPage(tx, people);
    after = last.id;
  }
}

/** What is to be done with stored rows of careers, gathered before anything is written. */
export type CareerWrites = { assignments: string[]; planned: string[]; training: string[]; removed: { assignments: string[]; planned: string[]; training: string[] }; people: Set<string> };

export const noWrites = (): CareerWrites => ({ assignments: [], planned: [], training: [], removed: { assignments: [], planned: [], training: [] }, people: new Set() });

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const lineWrites = <V>(before: readonly Period<V>[], after: readonly Period<V>[], write: (it: Period<V>) => string): { lines: string[]; gone: string[] } => {
  const known = new Map(before.map((it) => [it.id!, it]));
  const kept = new Set(after.map(({ id }) => id));
  const lines = after.filter((it) => it.id === undefined || !sameJson([it.from, it.to, it.value], ((old) => [old?.from, old?.to, old?.value])(known.get(it.id)))).map(write);
  return { lines, gone: before.filter(({ id }) => !kept.has(id)).map(({ id }) => id!) };
};

const assignmentLine = (person: string, main: boolean) => ({ id, from, to, value }: Period<Posting>): string => {
  const { unit, post, kind, rank, office, officeRank, leader } = value;
  const text = (it: string | number | boolean | null): string | null => (it === null ? null : String(it));
  return copyLine([id ?? null, person, unit, post, kind, rank, office, text(officeRank), text(leader), String(main), from, to]);
};

/** Adds what turns one person's stored career into another; nothing if they are alike. */
export const addCareerWrites = (writes: CareerWrites, person: string, before: Career, after: Career): boolean => {
  const main = lineWrites(before.main, after.main, assignmentLine(person, true));
  const concurrent = lineWrites(before.concurrent, after.concurrent, assignmentLine(person, false));
  const planned = lineWrites(before.planned, after.planned, ({ id, from, to, value }) => copyLine([id ?? null, person, String(value), from, to]));
  const training = lineWrites(before.training, after.training, ({ id, from, to }) => copyLine([id ?? null, person, null, from, to]));
  writes.assignments.push(...main.lines, ...concurrent.lines);
  writes.planned.push(...planned.lines);
  writes.training.push(...training.lines);
  writes.removed.assignments.push(...main.gone, ...concurrent.gone);
  writes.removed.planned.push(...planned.gone);
  writes.removed.training.push(...training.gone);
  const changes = [main, concurrent, planned, training].some(({ lines, gone }) => lines.length + gone.length > 0);
  if (changes) writes.people.add(person);
  return changes;
};

async function* encoded(lines: readonly string[]): AsyncGenerator<string> {
  for (let i = 0; i < lines.length; i += 2_000) yield await Promise.resolve(lines.slice(i, i + 2_000).join(''));
}

const copyDeadlineMs = 120_000;

const storeAssignments = async (tx: TenantTx, lines: readonly string[]): Promise<void> => {
  await tx.execute(sql`create temp table new_posts (id text, person_id text, unit text, post text, kind text, rank_code text, office text, office_rank text, leader text, main text, valid_from text, valid_to text) on commit drop`);
  const columns = ['id', 'person_id', 'unit', 'post', 'kind', 'rank_code', 'office', 'office_rank', 'leader', 'main', 'valid_from', 'valid_to'];
  await copyText(tx, 'new_posts', columns, encoded(lines), copyDeadlineMs);
  await tx.execute(sql`analyze new_posts`);
  await tx.execute(sql`
    insert into assignments (id, person_id, unit_id, post_id, kind, rank_code, office, office_rank, leader, main, valid_from, valid_to)
    select coalesce(n.id::uuid, uuidv7()), n.person_id::uuid, u.id, po.id, n.kind, n.rank_code, n.office, n.office_rank::smallint, n.leader::boolean, n.main::boolean, n.valid_from::date, n.valid_to::date
    from new_posts n join units u on u.code = n.unit left join posts po on po.code = n.post
    on conflict (id) do update set unit_id = excluded.unit_id, post_id = excluded.post_id, kind = excluded.kind, rank_code = excluded.rank_code, office = excluded.office,
      office_rank = excluded.office_rank, leader = excluded.leader, main = excluded.main, valid_from = excluded.valid_from, valid_to = excluded.valid_to`);
};

const storeList = async (tx: TenantTx, table: 'planned_posts' | 'language_training_list', lines: readonly string[]): Promise<void> => {
  const staged = `new_${table}`;
  await tx.execute(sql`create temp table ${sql.identifier(staged)} (id text, person_id text, value text, valid_from text, valid_to text) on commit drop`);
  await copyText(tx, staged, ['id', 'person_id', 'value', 'valid_from', 'valid_to'], encoded(lines), copyDeadlineMs);
  const [column, value, update] = table === 'planned_posts' ? [', office_rank', ', n.value::smallint', 'office_rank = excluded.office_rank, '] : ['', '', ''];
  await tx.execute(sql`
    insert into ${sql.identifier(table)} (id, person_id${sql.raw(column)}, valid_from, valid_to)
    select coalesce(n.id::uuid, uuidv7()), n.person_id::uuid${sql.raw(value)}, n.valid_from::date, n.valid_to::date from ${sql.identifier(staged)} n
    on conflict (id) do update set ${sql.raw(update)}valid_from = excluded.valid_from, valid_to = excluded.valid_to`);
};

/** Writes the gathered changes of careers and raises the version of the people they belong to. */
export const storeCareers = async (tx: TenantTx, writes: CareerWrites): Promise<void> => {
  if (writes.people.size === 0) return;
  for (const [table, ids] of [['assignments', writes.removed.assignments], ['planned_posts', writes.removed.planned], ['language_training_list', writes.removed.training]] as const) {
    if (ids.length > 0) await tx.execute(sql`delete from ${sql.identifier(table)} where id = any(${pgArray(ids)}::uuid[])`);
  }
  if (writes.assignments.length > 0) await storeAssignments(tx, writes.assignments);
  if (writes.planned.length > 0) await storeList(tx, 'planned_posts', writes.planned);
  if (writes.training.length > 0) await storeList(tx, 'language_training_list', writes.training);
  await tx.execute(sql`update people set version = version + 1 where id = any(${pgArray([...writes.people])}::uuid[])`);
};
