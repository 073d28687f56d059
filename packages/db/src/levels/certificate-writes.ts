import { type Certificate, type CertificateState, type LevelContext, type LevelDecision, levelRowsOf } from '@saubac/domain/levels';
import type { CertificateId, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { pgArray } from '../tenancy/index.ts';

/** Who writes, and when. */
export type By = { id: UserId | null; label: string; at: Date };

const enteredBy = ({ id, label, at }: By): SQL => sql`${id}::uuid, ${label}::text, ${at.toISOString()}::timestamptz`;

/** The insert of a certificate. One that the person has already breaks `certificates_key`. */
export const insertCertificate = ({ id, person, type, language, number, issuer, issuerName, examDate, expiresOn, scores, grade }: Certificate, by: By): SQL => sql`
  insert into certificates (id, person_id, type_code, language_code, number, issuer_id, issuer_name, exam_date, expires_on, score, listening, reading, speaking, writing, grade, state, entered_by, entered_label, entered_at)
  values (${id}::uuid, ${person}::uuid, ${type}::text, ${language}::text, ${number}::text, ${issuer}::uuid, ${issuer === null ? issuerName : null}::text, ${examDate}::date, ${expiresOn}::date,
    ${scores.overall}::numeric, ${scores.listening}::numeric, ${scores.reading}::numeric, ${scores.speaking}::numeric, ${scores.writing}::numeric, ${grade}::text, 'declared', ${enteredBy(by)})`;

/** The update that corrects a certificate: somebody has to verify it anew. */
export const correctedCertificate = ({ id, type, language, number, issuer, issuerName, examDate, expiresOn, scores, grade, state }: Certificate, by: By): SQL => sql`
  update certificates set type_code = ${type}::text, language_code = ${language}::text, number = ${number}::text, issuer_id = ${issuer}::uuid, issuer_name = ${issuer === null ? issuerName : null}::text,
    exam_date = ${examDate}::date, expires_on = ${expiresOn}::date, score = ${scores.overall}::numeric, listening = ${scores.listening}::numeric, reading = ${scores.reading}::numeric,
    speaking = ${scores.speaking}::numeric, writing = ${scores.writing}::numeric, grade = ${grade}::text, state = ${state}::text, version = version + 1,
    (entered_by, entered_label, entered_at) = row (${enteredBy(by)}), verified_by = null, verified_label = null, verified_at = null, state_reason = null
  where id = ${id}::uuid`;

/** The update that puts a certificate in a state. Who verified it stays known when it is voided. */
export const certificateInState = (id: CertificateId, state: CertificateState, why: string | null, by: By): SQL => {
  const verified = state === 'verified' ? sql`, (verified_by, verified_label, verified_at) = row (${enteredBy(by)})` : state === 'declared' ? sql`, verified_by = null, verified_label = null, verified_at = null` : sql``;
  return sql`update certificates set state = ${state}::text, state_reason = ${why}::text, version = version + 1${verified} where id = ${id}::uuid`;
};

/** The insert of the decision on a certificate, in place of an earlier one. */
export const putDecision = (certificate: CertificateId, { framework, level, decidedOn, validTo, document }: LevelDecision, by: By): SQL => sql`
  insert into level_decisions as d (certificate_id, framework_code, level, decided_on, valid_to, document, recorded_by, recorded_label, recorded_at)
  values (${certificate}::uuid, ${framework}::text, ${level}::smallint, ${decidedOn}::date, ${validTo}::date, ${document}::text, ${enteredBy(by)})
  on conflict (certificate_id) do update set framework_code = excluded.framework_code, level = excluded.level, decided_on = excluded.decided_on, valid_to = excluded.valid_to,
    document = excluded.document, recorded_by = excluded.recorded_by, recorded_label = excluded.recorded_label, recorded_at = excluded.recorded_at`;

/** The delete of the decision on a certificate: tables speak of it again. */
export const dropDecision = (certificate: CertificateId): SQL => sql`delete from level_decisions where certificate_id = ${certificate}::uuid`;

/** The update that says that something about a certificate has changed which stands in another table. */
export const raisedCertificate = (id: CertificateId): SQL => sql`update certificates set version = version + 1 where id = ${id}::uuid`;

/** The statements that bring the levels of one certificate to what the rules say of it as it is given. */
export const levelsOf = (certificate: Certificate, context: LevelContext): SQL[] => {
  const rows = levelRowsOf(certificate, context);
  const remain = pgArray(rows.map((it) => it.equivalence ?? ''));
  const gone = sql`delete from certificate_levels where certificate_id = ${certificate.id}::uuid and coalesce(equivalence_code, '') <> all(${remain}::text[])`;
  if (rows.length === 0) return [gone];
  const values = rows.map(
    (it) => sql`(${it.certificate}::uuid, ${it.person}::uuid, ${it.language}::text, ${it.equivalence}::text, ${it.level}::smallint, ${it.validFrom}::date, ${it.validTo}::date, ${it.state}::text)`,
  );
  return [
    gone,
    sql`insert into certificate_levels as l (certificate_id, person_id, language_code, equivalence_code, level, valid_from, valid_to, state) values ${sql.join(values, sql`, `)}
      on conflict on constraint certificate_levels_key do update set person_id = excluded.person_id, language_code = excluded.language_code, level = excluded.level,
        valid_from = excluded.valid_from, valid_to = excluded.valid_to, state = excluded.state`,
  ];
};

/** Whether a fault means that the person has this certificate already: of the same type, language, exam date and number. */
export const isSameCertificate = (error: unknown): boolean => {
  const { constraint_name: constraint, cause } = (error ?? {}) as { constraint_name?: string; cause?: unknown };
  return constraint === 'certificates_key' || (cause !== undefined && isSameCertificate(cause));
};
