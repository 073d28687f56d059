import type { IsoDate, PersonId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import type { By } from '../levels/index.ts';
import type { TenantSql } from '../tenancy/index.ts';
import { keepUnstatedOfCertificates } from './unstated.ts';

/**
 * Makes the typed rows of the certificates sheet (`in_certificates`) with holder, language and issuer resolved and, where the tenant has
 * it already, the certificate. A blank state is the state recorded: agencies that never heard of a verification or annulment send their
 * rows again and again. People of the file must have been stored before.
 */
export const typeCertificates = async (tx: TenantSql, batch: string): Promise<void> => {
  await tx.execute(sql`
    create temp table in_certificates on commit drop as
    select s.row_no, s.id_number, p.id as person_id, s.type_code collate "C" as type_code, ct.code is not null as type_known, ct.language_code as type_language, ct.score_limits,
           s.language_code as stated_language, coalesce(s.language_code, ct.language_code) collate "C" as language_code, l.code is not null as language_known,
           s.number collate "C" as number, i.id as issuer_id, case when i.id is null then s.issuer end as issuer_name, s.exam_date::date as exam_date, s.expires_on::date as expires_on,
           s.score::numeric(6,2) as score, s.listening::numeric(6,2) as listening, s.reading::numeric(6,2) as reading, s.speaking::numeric(6,2) as speaking, s.writing::numeric(6,2) as writing,
           s.grade collate "C" as grade, coalesce(s.state, c.state, 'declared') collate "C" as state, s.state as stated_state, c.state as known_state, s.decision_level::smallint as decision_level, s.decision_document, s.decision_date::date as decision_date,
           c.id as known_id, s.unstated::text[] as unstated
    from stage_certificates s left join people p on p.id_number = s.id_number left join platform.certificate_types ct on ct.code = s.type_code
    left join platform.languages l on l.code = coalesce(s.language_code, ct.language_code)
    left join issuers i on i.id = (select x.id from issuers x where x.code = s.issuer or lower(x.name) = lower(s.issuer) order by x.code <> s.issuer, x.code limit 1)
    left join certificates c on c.person_id = p.id and c.type_code = s.type_code and c.language_code = coalesce(s.language_code, ct.language_code)
      and c.exam_date = s.exam_date::date and c.number is not distinct from s.number
    where s.batch_id = ${batch}::uuid and s.problems is null`);
  await keepUnstatedOfCertificates(tx);
  await tx.execute(sql`analyze in_certificates`);
};

const refuse = (column: string, kind: string, value: string, where: SQL) => sql`
  insert into refused_rows select 'certificates', r.row_no, ${column}, ${kind}, ${sql.raw(value)}::text, null from in_certificates r ${where}`;

const checkScores = async (tx: TenantSql): Promise<void> => {
  await tx.execute(sql`
    insert into refused_rows
    select 'certificates', r.row_no, s.key, 'score-out-of-range', s.value::text, jsonb_build_object('least', s.limits -> 0, 'most', s.limits -> 1)
    from in_certificates r cross join lateral (values
      ('score', r.score, r.score_limits -> 'overall'), ('listening', r.listening, r.score_limits -> 'skill'), ('reading', r.reading, r.score_limits -> 'skill'),
      ('speaking', r.speaking, r.score_limits -> 'skill'), ('writing', r.writing, r.score_limits -> 'skill')) as s (key, value, limits)
    where s.value not between (s.limits ->> 0)::numeric and (s.limits ->> 1)::numeric`);
};

/** Refuses the rows of the certificates sheet that contradict the tenant, the reference data or themselves. With `lenient`, holders whose own row is refused pass. `latest` is the last day on which an exam or a decision may have been. */
export const checkCertificates = async (tx: TenantSql, { batch, lenient, framework, latest }: { batch: string; lenient: boolean; framework: string; latest: IsoDate }): Promise<void> => {
  const inFile = lenient ? sql`and not exists (select 1 from stage_people s where s.batch_id = ${batch}::uuid and s.id_number = r.id_number)` : sql``;
  await tx.execute(refuse('id_number', 'unknown-holder', 'r.id_number', sql`where r.person_id is null ${inFile}`));
  await tx.execute(refuse('type_code', 'unknown-certificate-type', 'r.type_code', sql`where not r.type_known`));
  await tx.execute(refuse('language_code', 'unknown-language', 'r.language_code', sql`where r.language_code is not null and not r.language_known`));
  await tx.execute(refuse('language_code', 'language-missing', 'null', sql`where r.type_known and r.language_code is null`));
  await tx.execute(refuse('language_code', 'language-differs', 'r.stated_language', sql`where r.type_language is not null and r.stated_language <> r.type_language`));
  await tx.execute(refuse('expires_on', 'ends-before-start', 'r.expires_on', sql`where r.expires_on < r.exam_date`));
  await tx.execute(refuse('exam_date', 'day-in-the-future', 'r.exam_date', sql`where r.exam_date > ${latest}::date`));
  await tx.execute(refuse('decision_date', 'day-in-the-future', 'r.decision_date', sql`where r.decision_date > ${latest}::date`));
  await tx.execute(refuse('decision_date', 'decided-before-exam', 'r.decision_date', sql`where r.decision_date < r.exam_date`));
  await checkScores(tx);
  await tx.execute(
    refuse('decision_level', 'decision-incomplete', 'r.decision_level', sql`
      where num_nulls(r.decision_level, r.decision_document, r.decision_date) not in (0, 3)`),
  );
  await tx.execute(
    refuse('decision_level', 'unknown-level', 'r.decision_level', sql`
      where r.decision_level is not null and not exists (select 1 from platform.framework_levels l where l.framework_code = ${framework} and l.level = r.decision_level)`),
  );
  await tx.execute(sql`
    insert into refused_rows
    select 'certificates', row_no, 'number', 'duplicate-row', number, jsonb_build_object('otherRow', first_row)
    from (select row_no, number, first_value(row_no) over (partition by id_number, type_code, language_code, exam_date, number order by row_no) as first_row from in_certificates) d
    where row_no <> first_row`);
};

/** Leaves out the refused rows of the certificates sheet. */
export const leaveOutRefusedCertificates = async (tx: TenantSql): Promise<void> => {
  await tx.execute(sql`delete from in_certificates c using refused_rows r where r.sheet = 'certificates' and r.row_no = c.row_no`);
  await tx.execute(sql`delete from in_certificates where person_id is null`);
};

const fields = ['issuer_id', 'issuer_name', 'expires_on', 'score', 'listening', 'reading', 'speaking', 'writing', 'grade', 'state'] as const;
/** Whether what stands on a certificate (`c`) differs from its row (`r`), apart from its state. */
export const factsDiffer = sql.raw(`(${fields.filter((it) => it !== 'state').map((it) => `c.${it}`).join(', ')}) is distinct from (${fields.filter((it) => it !== 'state').map((it) => `r.${it}`).join(', ')})`);
const values = (alias: string): SQL => sql.raw(fields.map((it) => `${alias}.${it}`).join(', '));
const json = (alias: string): SQL => sql.raw(`jsonb_strip_nulls(jsonb_build_object('type_code', ${alias}.type_code, 'language_code', ${alias}.language_code, 'number', ${alias}.number, 'exam_date', ${alias}.exam_date, ${fields.map((it) => `'${it}', ${alias}.${it}`).join(', ')}))`);
const decision = (alias: string, level: string, document: string, date: string): SQL =>
  sql.raw(`case when ${alias}.${level} is not null then jsonb_build_object('decision_level', ${alias}.${level}, 'decision_document', ${alias}.${document}, 'decision_date', ${alias}.${date}) else '{}' end`);

/** Notes in `changed_certificates` which rows are new or differ from what is kept, with the audit's before and after. */
export const findChangedCertificates = async (tx: TenantSql): Promise<{ added: number; changed: number; unchanged: number }> => {
  await tx.execute(sql`
    create temp table changed_certificates on commit drop as
    select r.row_no, r.person_id, coalesce(r.known_id, uuidv7()) as certificate_id, r.known_id is null as is_new,
           r.known_id is null or (${values('c')}) is distinct from (${values('r')}) as certificate_differs,
           r.decision_level is not null and (d.level, d.document, d.decided_on) is distinct from (r.decision_level, r.decision_document, r.decision_date) as decision_differs,
           case when r.known_id is not null then ${json('c')} || ${decision('d', 'level', 'document', 'decided_on')} end as before,
           ${json('r')} || case when r.decision_level is null then ${decision('d', 'level', 'document', 'decided_on')} else ${decision('r', 'decision_level', 'decision_document', 'decision_date')} end as after
    from in_certificates r left join certificates c on c.id = r.known_id left join level_decisions d on d.certificate_id = r.known_id`);
  const [all] = await tx.execute<{ rows: number }>(sql`select count(*)::int as rows from changed_certificates`);
  await tx.execute(sql`delete from changed_certificates where not certificate_differs and not decision_differs`);
  const [left] = await tx.execute<{ added: number; changed: number }>(sql`
    select count(*) filter (where is_new)::int as added, count(*) filter (where not is_new)::int as changed from changed_certificates`);
  const { added = 0, changed = 0 } = left ?? {};
  return { added, changed, unchanged: (all?.rows ?? 0) - added - changed };
};

export type ChangedCertificate = { id: string; row: number; isNew: boolean; name: string; fields: { column: string; old: string | null; new: string | null }[] };

/** The first changed certificates in the order of the file, with the fields that changed. */
export const listChangedCertificates = async (tx: TenantSql, most: number): Promise<ChangedCertificate[]> => [
  ...(await tx.execute<ChangedCertificate>(sql`
    select c.certificate_id as id, c.row_no as row, c.is_new as "isNew", p.full_name as name,
           case when c.is_new then '[]' else (
             select coalesce(jsonb_agg(jsonb_build_object('column', k.key, 'old', c.before ->> k.key, 'new', c.after ->> k.key) order by k.key), '[]')
             from (select jsonb_object_keys(c.before || c.after) as key) k
             where c.before ->> k.key is distinct from c.after ->> k.key) end as fields
    from changed_certificates c join people p on p.id = c.person_id order by c.is_new, c.row_no limit ${most}`)),
];

/** Writes the changed certificates and decisions as entered by the importer; answers with the people whose levels have to be written anew. */
export const storeCertificates = async (tx: TenantSql, framework: string, { id, label, at }: By): Promise<PersonId[]> => {
  const parts = Object.entries({ by: sql`${id}::uuid`, label: sql`${label}::text`, at: sql`${at.toISOString()}::timestamptz` });
  const deed = sql.join(parts.map(([, value]) => value), sql`, `);
  const kept = (prefix: string, of: (value: SQL, column: SQL) => SQL): SQL =>
    sql.join(parts.map(([name, value]) => sql`${sql.raw(`${prefix}_${name}`)} = ${of(value, sql.raw(`c.${prefix}_${name}`))}`), sql`, `);
  // Who changes the facts has entered them; who changes the state alone has not.
  const entered = kept('entered', (value, column) => sql`case when ${factsDiffer} then ${value} else ${column} end`);
  const verified = kept('verified', (value, column) => sql`case when r.state in (c.state, 'void') then ${column} when r.state = 'verified' then ${value} end`);
  await tx.execute(sql`
    insert into certificates (id, person_id, type_code, language_code, number, exam_date, ${sql.raw(fields.join(', '))}, entered_by, entered_label, entered_at, verified_by, verified_label, verified_at)
    select n.certificate_id, r.person_id, r.type_code, r.language_code, r.number, r.exam_date, ${values('r')}, ${deed},
           ${sql.join(parts.map(([, value]) => sql`case when r.state = 'verified' then ${value} end`), sql`, `)}
    from changed_certificates n join in_certificates r on r.row_no = n.row_no where n.is_new`);
  await tx.execute(sql`
    update certificates c set ${sql.raw(fields.map((it) => `${it} = r.${it}`).join(', '))}, ${entered}, ${verified}, state_reason = case when r.state = c.state then c.state_reason end, version = c.version + 1
    from changed_certificates n join in_certificates r on r.row_no = n.row_no where c.id = n.certificate_id and not n.is_new`);
  await tx.execute(sql`
    insert into level_decisions (certificate_id, framework_code, level, decided_on, document, recorded_by, recorded_label, recorded_at)
    select n.certificate_id, ${framework}, r.decision_level, r.decision_date, r.decision_document, ${deed}
    from changed_certificates n join in_certificates r on r.row_no = n.row_no where n.decision_differs
    on conflict (certificate_id) do update set framework_code = excluded.framework_code, level = excluded.level, decided_on = excluded.decided_on, valid_to = excluded.valid_to, document = excluded.document,
      recorded_by = excluded.recorded_by, recorded_label = excluded.recorded_label, recorded_at = excluded.recorded_at`);
  const people = await tx.execute<{ id: PersonId }>(sql`select distinct person_id as id from changed_certificates order by 1`);
  return people.map(({ id }) => id);
};

/** The free texts about languages that no claim holds yet, each once. */
export const newLanguageTexts = async (tx: TenantSql): Promise<string[]> => {
  await tx.execute(sql`
    create temp table new_claims on commit drop as
    select distinct p.person_id, r.language_text as text from in_people r join in_persons p on p.id_number = r.id_number
    where r.language_text is not null and not exists (select 1 from language_claims c where c.person_id = p.person_id and c.text_as_given = r.language_text)`);
  return (await tx.execute<{ text: string }>(sql`select distinct text from new_claims`)).map(({ text }) => text);
};

/** Keeps the new texts with what is proposed for each: never a fact until somebody accepts it. */
export const storeClaims = async (tx: TenantSql, proposals: ReadonlyMap<string, unknown>, on: IsoDate): Promise<void> => {
  const rows = [...proposals].map(([text, proposal]) => ({ text, proposal }));
  await tx.execute(sql`
    insert into language_claims (person_id, text_as_given, proposal, recorded_on)
    select n.person_id, n.text, p.proposal, ${on}::date from new_claims n
    join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (text text, proposal jsonb) on p.text = n.text`);
};
