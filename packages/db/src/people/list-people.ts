import { type Birth, maskedIdNumber } from '@saubac/domain/people';
import type { CertificateState } from '@saubac/domain/levels';
import type { IsoDate, PersonId, UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { day, levelsOn, whole } from '../rules/index.ts';
import type { TenantDb } from '../tenancy/index.ts';
import { unitIdsOf } from '../units/index.ts';
import { type PeopleFilter, personTest, postTest, presentOn } from './people-filter.ts';

/** Where a page begins: after this person, whose unit's place in the tree is `path` where units come first. */
export type NamePlace = { nameSort: string; id: PersonId; path?: string | undefined };

export type PeopleQuestion = {
  on: IsoDate;
  filter: PeopleFilter;
  /** Stable code of the unit whose subtree is asked for. */
  unit?: string | undefined;
  after: NamePlace | null;
  /** By unit: units as they stand in the tree, in each of them by name. */
  order: 'name' | 'unit';
  /** So many rows after that place the page begins. */
  skip: number;
  limit: number;
  total: boolean;
  /** The units whose people's identification numbers may be read; null: none. Others are shown masked, and not found by them. */
  idNumbers: UnitScope | null;
  /** States of certificates whose levels are shown. */
  states: readonly CertificateState[];
};

/** Somebody present on the date, with his main post and the best level of each language. */
export type ListedPerson = {
  id: PersonId;
  version: number;
  fullName: string;
  nameSort: string;
  idNumber: string | null;
  birth: Birth | null;
  sex: 'female' | 'male' | null;
  unit: { code: string; name: string };
  post: { code: string; name: string } | null;
  kind: string;
  rank: string | null;
  office: string | null;
  /** Position of the rank of office; null: not known. */
  officeRank: number | null;
  leader: boolean | null;
  levels: { language: string; level: number }[];
  /** Place of the unit in the tree. */
  path: string;
};

/** `unitKnown` is false if the unit asked for does not exist on the date or lies outside the scope. */
export type ListedPeople = { people: ListedPerson[]; total: number | null; unitKnown: boolean };

// A set of up to so many is gathered whole and sorted; of a larger one the page is found by walking along the index of names.
const few = 2_000;
const most = sql.raw(String(few));
const upTo = sql.raw(String(few + 1));

/** What is asked of a person and of his main post (`present` of every post), where the page begins and how long it is. */
type Parts = { person: SQL | undefined; post: SQL | undefined; present: SQL; on: IsoDate; after: NamePlace | null; limit: SQL };

const both = (...tests: (SQL | undefined)[]): SQL => {
  const asked = tests.filter((it) => it !== undefined);
  return asked.length === 0 ? sql`true` : sql.join(asked, sql` and `);
};
const afterPlace = (columns: SQL, after: NamePlace | null): SQL | undefined => after === null ? undefined : sql`(${columns}) > (${after.nameSort}, ${after.id}::uuid)`;
// Rows are taken whole where they are found: to join them again would cost more planning than it saves copying.
const ofPerson = sql.raw(`p.id, p.version, p.full_name, p.name_sort, p.id_number, p.birth_date, p.birth_precision, p.sex`);
const ofPost = sql.raw(`a.unit_id, a.post_id, a.kind, a.rank_code, a.office, a.office_rank, a.leader`);
const found = sql`${ofPerson}, ${ofPost}`;

// Person by person along the index of names, which holds all that is asked of a name, each with a look at his post. The limit of one keeps
// the planner, which can not know how many people a subtree has, from gathering them all first.
const walkTo = ({ person, post, present, after, limit }: Parts, when?: SQL): SQL => sql`
  select ${found} from (
    select p.id as person_id, ${ofPost} from people p join lateral (select ${ofPost} from assignments a where a.person_id = p.id and ${both(present, post)} limit 1) a on true
    where ${both(person, afterPlace(sql`p.name_sort, p.id`, after), when)} order by p.name_sort, p.id limit ${limit}
  ) a join people p on p.id = a.person_id`;

// By units nothing of the order is in an index of people: all whom the filter leaves are sorted, which at 65,000 costs a fraction of a second.
const byUnits = ({ person, post, present, on, after, limit }: Parts): SQL => {
  const place = after?.path === undefined ? undefined : sql`(v.path, p.name_sort, p.id) > (${after.path}, ${after.nameSort}, ${after.id}::uuid)`;
  return sql`
    select ${found} from assignments a join people p on p.id = a.person_id join unit_versions v on v.unit_id = a.unit_id and v.valid @> ${day(on)}
    where ${both(present, post, person, place)} order by v.path, p.name_sort, p.id limit ${limit}`;
};

const counted = ({ person, post, present }: Parts): SQL => {
  const among = person ? sql`people p join assignments a on a.person_id = p.id` : sql`assignments a`;
  return sql`(select count(*) from ${among} where ${both(present, post, person)})`;
};

/** How many the filter leaves on either side, counted no further than decides the way. */
const sizesOf = ({ person, post }: Parts) => {
  const named = person ? sql`(select count(*) from named)` : upTo;
  const placed = post ? sql`(select count(*) from placed)` : upTo;
  return { isFew: sql`(least(${named}, ${placed}) <= ${most})`, byName: sql`${named} <= ${most} and ${named} <= ${placed}`, byPost: sql`${placed} <= ${most} and ${placed} < ${named}` };
};

/** Everybody whom the filter leaves, if they are few on one side: `named` by the person, `placed` by his post, `small` both. */
const gathered = ({ person, post, present }: Parts, { byName, byPost }: ReturnType<typeof sizesOf>): SQL => {
  const named = person && {
    cte: sql`named as materialized (select p.id from people p where ${person} limit ${upTo})`,
    rows: sql`select ${found} from named n join people p on p.id = n.id join assignments a on a.person_id = p.id where ${both(byName, present, post)}`,
  };
  const placed = post && {
    cte: sql`placed as materialized (select a.person_id, ${ofPost} from assignments a where ${both(present, post)} limit ${upTo})`,
    rows: sql`select ${found} from placed a join people p on p.id = a.person_id where ${both(byPost, person)}`,
  };
  const sides = [named, placed].filter((it) => it !== undefined);
  return sql`${sql.join(sides.map(({ cte }) => cte), sql`, `)}, small as materialized (${sql.join(sides.map(({ rows }) => rows), sql` union all `)})`;
};

/** The page as a CTE `page` (with those it needs before it), and the number of all. */
const pageOf = (parts: Parts, order: PeopleQuestion['order']): { ctes: SQL; total: SQL } => {
  const { person, post, after, limit } = parts;
  if (order === 'unit') return { ctes: sql`page as materialized (${byUnits(parts)})`, total: counted(parts) };
  if (!person && !post) return { ctes: sql`page as materialized (${walkTo(parts)})`, total: counted(parts) };
  const sizes = sizesOf(parts);
  const ofSmall = sql`select * from small s where ${both(afterPlace(sql`s.name_sort, s.id`, after))} order by s.name_sort, s.id limit ${limit}`;
  return {
    ctes: sql`${gathered(parts, sizes)}, page as materialized ((${ofSmall}) union all (${walkTo(parts, sql`not ${sizes.isFew}`)}))`,
    total: sql`(case when ${sizes.isFew} then (select count(*) from small) else ${counted(parts)} end)`,
  };
};

type Row = Omit<ListedPerson, 'birth'> & { total: number | null; unitKnown: boolean; birthDate: IsoDate | null; birthPrecision: Birth['precision']; readable: boolean };

const details = ({ on, states }: PeopleQuestion, readable: SQL): SQL => sql`
  select g.id, g.version, g.full_name as "fullName", g.name_sort as "nameSort", g.id_number as "idNumber", ${readable} as readable, g.birth_date::text as "birthDate", g.birth_precision as "birthPrecision", g.sex,
         jsonb_build_object('code', u.code, 'name', coalesce(v.name, u.code)) as unit, coalesce(v.path, '') as path, case when po.id is not null then jsonb_build_object('code', po.code, 'name', po.name) end as post,
         g.kind, g.rank_code as rank, g.office, g.office_rank as "officeRank", g.leader,
         coalesce((select jsonb_agg(jsonb_build_object('language', l.language_code, 'level', l.level) order by l.language_code)
                   from (select x.language_code, max(x.level) as level from ${levelsOn({ on, states, governmentLevels: [] })} and x.person_id = g.id group by 1) l), '[]') as levels
  from page g join units u on u.id = g.unit_id left join unit_versions v on v.unit_id = g.unit_id and v.valid @> ${day(on)} left join posts po on po.id = g.post_id`;

const personOf = ({ birthDate, birthPrecision, readable, idNumber, total: _, unitKnown: __, ...rest }: Row): ListedPerson => ({
  ...rest,
  idNumber: idNumber === null || readable ? idNumber : maskedIdNumber(idNumber),
  birth: birthDate === null ? null : { date: birthDate, precision: birthPrecision },
});

/**
 * The people who hold their main post in the scope on a date, in Vietnamese name order or by units: one page, and (if asked) how many there are in
 * all, in one statement.
 */
export const listPeople = async (db: TenantDb, scope: UnitScope, question: PeopleQuestion): Promise<ListedPeople> => {
  const { on, unit, filter, idNumbers, order, skip } = question;
  const ids = unitIdsOf({ scope, unit }, on);
  const readableIds = idNumbers === null ? undefined : unitIdsOf({ scope: idNumbers }, on);
  const inReadable = readableIds && sql`(select ids from readable_units)::uuid[]`;
  const post = postTest(filter, [ids && sql`(select ids from asked_units)::uuid[]`, filter.idNumber === undefined ? undefined : inReadable]);
  const { ctes, total } = pageOf({ person: personTest(filter, on), post, present: presentOn(on), on, after: question.after, limit: sql`${whole(question.limit)} offset ${whole(skip)}` }, order);
  const units = [...(ids ? [sql`asked_units as materialized (select ${ids} as ids)`] : []), ...(readableIds ? [sql`readable_units as materialized (select ${readableIds} as ids)`] : [])];
  const readable = idNumbers === null ? sql`false` : inReadable ? sql`g.unit_id = any(${inReadable})` : sql`true`;
  const rows = await db.execute<Row>(sql`
    with ${sql.join([...units, ctes], sql`, `)}
    select head.*, d.* from (select ${question.total ? total : sql`null`}::int as total, ${ids ? sql`(select cardinality(ids) > 0 from asked_units)` : sql`true`} as "unitKnown") head
    left join (${details(question, readable)}) d on true order by ${order === 'unit' ? sql`d.path, ` : sql``}d."nameSort", d.id`);
  const [first] = rows;
  return { people: rows.filter((it) => it.id !== null).map(personOf), total: first?.total ?? null, unitKnown: unit === undefined || first?.unitKnown === true };
};
