import type { CertificateState, Skill } from '@saubac/domain/levels';
import { type Birth, maskedIdNumber, type PeriodEnd } from '@saubac/domain/people';
import type { CertificateId, IsoDate, PersonId, UnitScope, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { personInside } from '../access/index.ts';
import { covers } from '../rules/index.ts';
import type { TenantSql } from '../tenancy/index.ts';

/** Days of a post or a list as they are kept: `to` is the first day it no longer holds. */
type Kept = { from: IsoDate; to: PeriodEnd };

/** A post of a person's file. The unit's name is that of the last version the post saw. */
export type FiledPost = Kept & {
  id: string; main: boolean; unit: { code: string; name: string }; post: { code: string; name: string } | null;
  kind: string; rank: string | null; office: string | null; officeRank: number | null; leader: boolean | null;
};

/** A certificate of a person's file with the levels it gives by the tables adopted on the date (`table` null: by decision), valid until before `to`. */
export type FiledCertificate = {
  id: CertificateId; version: number; type: string; language: string; number: string | null; issuer: string | null; examDate: IsoDate; expiresOn: IsoDate | null;
  scores: Readonly<Record<'overall' | Skill, number | null>>; grade: string | null; state: CertificateState;
  decision: { level: number; decidedOn: IsoDate; document: string } | null;
  levels: (Kept & { table: string | null; level: number })[];
};

/** All that is kept of a person. */
export type PersonFile = {
  id: PersonId; version: number; fullName: string; birth: Birth | null; sex: 'female' | 'male' | null; ethnicity: string | null;
  /** Masked where it may not be read. */
  idNumber: string | null;
  user: UserId | null;
  posts: FiledPost[];
  planned: (Kept & { officeRank: number })[];
  trainingList: Kept[];
  certificates: FiledCertificate[];
  /** What he or a roster said of his languages that nobody has looked into yet. */
  claims: { id: string; text: string; recordedOn: IsoDate }[];
};

const aggregate = (object: string, order: string): SQL => sql.raw(`coalesce(jsonb_agg(jsonb_build_object(${object}) order by ${order}), '[]')`);

const posts = sql`(
  select ${aggregate(
    `'id', a.id, 'main', a.main, 'unit', jsonb_build_object('code', u.code, 'name', coalesce(v.name, u.code)), 'post', case when po.id is not null then jsonb_build_object('code', po.code, 'name', po.name) end,
     'kind', a.kind, 'rank', a.rank_code, 'office', a.office, 'officeRank', a.office_rank, 'leader', a.leader, 'from', a.valid_from, 'to', a.valid_to`,
    'a.valid_from, a.main desc, a.id',
  )}
  from assignments a join units u on u.id = a.unit_id left join posts po on po.id = a.post_id
  left join lateral (select x.name from unit_versions x where x.unit_id = a.unit_id and x.valid && daterange(a.valid_from, a.valid_to) order by x.valid desc limit 1) v on true
  where a.person_id = p.id)`;

const planned = sql`(select ${aggregate(`'officeRank', l.office_rank, 'from', l.valid_from, 'to', l.valid_to`, 'l.valid_from')} from planned_posts l where l.person_id = p.id)`;
const trainingList = sql`(select ${aggregate(`'from', l.valid_from, 'to', l.valid_to`, 'l.valid_from')} from language_training_list l where l.person_id = p.id)`;
const claims = sql`(select ${aggregate(`'id', c.id, 'text', c.text_as_given, 'recordedOn', c.recorded_on`, 'c.recorded_on, c.id')} from language_claims c where c.person_id = p.id and c.state = 'open')`;

const levels = (on: IsoDate): SQL => sql`(
  select ${aggregate(`'table', x.equivalence_code, 'level', x.level, 'from', x.valid_from, 'to', x.valid_to`, 'x.equivalence_code nulls first')} from certificate_levels x
  where x.certificate_id = c.id and (x.equivalence_code is null or x.equivalence_code in (select y.table_code from equivalence_adoptions y where ${covers('y', on)})))`;

const certificates = (on: IsoDate): SQL => sql`(
  select coalesce(jsonb_agg(jsonb_build_object(
    'id', c.id, 'version', c.version, 'type', c.type_code, 'language', c.language_code, 'number', c.number, 'issuer', coalesce(i.name, c.issuer_name), 'examDate', c.exam_date, 'expiresOn', c.expires_on,
    'scores', jsonb_build_object('overall', c.score, 'listening', c.listening, 'reading', c.reading, 'speaking', c.speaking, 'writing', c.writing), 'grade', c.grade, 'state', c.state,
    'decision', case when d.id is not null then jsonb_build_object('level', d.level, 'decidedOn', d.decided_on, 'document', d.document) end, 'levels', ${levels(on)}) order by c.exam_date, c.id), '[]')
  from certificates c left join issuers i on i.id = c.issuer_id left join level_decisions d on d.certificate_id = c.id where c.person_id = p.id)`;

type Row = Omit<PersonFile, 'birth'> & { readable: boolean; birthDate: IsoDate | null; birthPrecision: Birth['precision'] };

const fileOf = ({ readable, birthDate, birthPrecision, idNumber, ...rest }: Row): PersonFile => ({
  ...rest,
  idNumber: idNumber === null || readable ? idNumber : maskedIdNumber(idNumber),
  birth: birthDate === null ? null : { date: birthDate, precision: birthPrecision },
});

const load = async (db: TenantSql, where: SQL, readable: SQL, on: IsoDate): Promise<PersonFile | undefined> => {
  const [row] = await db.execute<Row>(sql`
    select p.id, p.version, p.full_name as "fullName", p.birth_date::text as "birthDate", p.birth_precision as "birthPrecision", p.sex, p.ethnicity, p.id_number as "idNumber", p.user_id as "user",
           ${readable} as readable, ${posts} as posts, ${planned} as planned, ${trainingList} as "trainingList", ${certificates(on)} as certificates, ${claims} as claims
    from people p where ${where}`);
  return row && fileOf(row);
};

const readableIn = (idNumbers: UnitScope | null, on: IsoDate): SQL => (idNumbers === null ? sql`false` : personInside(sql`p.id`, idNumbers, on));

/** The file of a person whom the scope holds on the date, in one statement. `idNumbers`: whose identification numbers may be read (null: nobody's). */
export const personFile = (db: TenantSql, scope: UnitScope, person: PersonId, on: IsoDate, idNumbers: UnitScope | null): Promise<PersonFile | undefined> =>
  load(db, sql`p.id = ${person}::uuid and ${personInside(sql`p.id`, scope, on)}`, readableIn(idNumbers, on), on);

/** The file of the person whose account this is, wherever he is assigned: his own. */
export const fileOfUser = (db: TenantSql, user: UserId, on: IsoDate): Promise<PersonFile | undefined> => load(db, sql`p.user_id = ${user}::uuid`, sql`true`, on);
