import { uuidV7 } from '@saubac/db/audit';
import { pgArray, type TenantDb } from '@saubac/db/tenancy';
import type { Certificate } from '@saubac/domain/levels';
import type { CertificateId, PersonId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

/** Stores so many people without posts; only who they are matters to their certificates. */
export const storePeople = async (db: TenantDb, count: number): Promise<PersonId[]> => {
  const ids = Array.from({ length: count }, () => uuidV7() as PersonId);
  await db.execute(sql`insert into people (id, full_name, name_sort, name_search) select id, 'Test', 'test', 'test' from unnest(${pgArray(ids)}::uuid[]) as t (id)`);
  return ids;
};

/** Gives certificates made up in memory the ids and issuers of a database, so that both sides can be compared. */
export const asStored = (certificates: readonly Certificate[], people: readonly PersonId[], issuers: ReadonlyMap<string, string>): Certificate[] =>
  certificates.map((it, index) => ({
    ...it,
    id: uuidV7() as CertificateId,
    person: people[index % people.length] ?? it.person,
    issuer: it.issuer === null ? null : (issuers.get(it.issuer) ?? null),
  }));

/** The ids of the tenant's issuers by their codes. */
export const issuerIds = async (db: TenantDb): Promise<ReadonlyMap<string, string>> =>
  new Map((await db.execute<{ code: string; id: string }>(sql`select code, id from issuers`)).map((it) => [it.code, it.id]));

const rowOf = ({ id, person, type, language, issuer, issuerName, examDate, expiresOn, scores, grade, state }: Certificate) => {
  const { overall, ...skills } = scores;
  return {
    id, person_id: person, type_code: type, language_code: language, number: id, issuer_id: issuer, issuer_name: issuerName,
    exam_date: examDate, expires_on: expiresOn, score: overall, ...skills, grade, state, version: 1,
  };
};

const decisionsOf = (certificates: readonly Certificate[]) =>
  certificates.flatMap(({ id, decision }) =>
    decision
      ? [{ id: uuidV7(), certificate_id: id, framework_code: decision.framework, level: decision.level, decided_on: decision.decidedOn, valid_to: decision.validTo, document: decision.document }]
      : [],
  );

/** Stores certificates with their decisions, as an import would, without their levels. */
export const storeCertificates = async (db: TenantDb, certificates: readonly Certificate[]): Promise<void> => {
  await db.execute(sql`insert into certificates select * from jsonb_populate_recordset(null::certificates, ${JSON.stringify(certificates.map(rowOf))}::jsonb)`);
  await db.execute(sql`insert into level_decisions select * from jsonb_populate_recordset(null::level_decisions, ${JSON.stringify(decisionsOf(certificates))}::jsonb)`);
};
