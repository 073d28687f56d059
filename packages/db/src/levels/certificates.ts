import type { Certificate, LevelDecision, Skill } from '@saubac/domain/levels';
import type { CertificateId, IsoDate, PersonId, UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { personInside } from '../access/index.ts';
import { findPerson } from '../people/index.ts';
import { pgArray, type TenantDb, type TenantSql } from '../tenancy/index.ts';

/** A row of `certificateColumns`. */
export type CertificateRow = Omit<Certificate, 'scores' | 'decision'> & Record<'score' | Skill, string | null> & { decision: LevelDecision | null };

/** What makes a `Certificate` of a row, given `certificateJoins`. */
export const certificateColumns = sql.raw(`
  c.id, c.person_id as person, c.type_code as type, c.language_code as language, c.number, c.issuer_id as issuer,
  coalesce(i.name, c.issuer_name) as "issuerName", c.exam_date::text as "examDate", c.expires_on::text as "expiresOn",
  c.score, c.listening, c.reading, c.speaking, c.writing, c.grade, c.state,
  case when d.id is not null then jsonb_build_object('framework', d.framework_code, 'level', d.level, 'decidedOn', d.decided_on::text,
       'validTo', d.valid_to::text, 'document', d.document) end as decision`);

/** Issuer (`i`) and decision (`d`) of a certificate `c`. */
export const certificateJoins = sql.raw('left join issuers i on i.id = c.issuer_id left join level_decisions d on d.certificate_id = c.id');

const select = sql`select ${certificateColumns} from certificates c ${certificateJoins}`;

const numberOrNull = (text: string | null): number | null => (text === null ? null : Number(text));

/** The certificate of a row, and whatever else the row holds. */
export const certificateOf = <Row extends CertificateRow>({ score, listening, reading, speaking, writing, ...rest }: Row) => ({
  ...rest,
  scores: {
    overall: numberOrNull(score),
    listening: numberOrNull(listening),
    reading: numberOrNull(reading),
    speaking: numberOrNull(speaking),
    writing: numberOrNull(writing),
  },
});

const load = async (db: TenantSql, rest: SQL): Promise<Certificate[]> => (await db.execute<CertificateRow>(sql`${select} ${rest}`)).map(certificateOf);

/** Every certificate of a person whom the scope lets see on the date, oldest exam first; empty outside the scope. */
export const certificatesOf = async (db: TenantDb, scope: UnitScope, person: PersonId, on: IsoDate): Promise<Certificate[]> =>
  (await findPerson(db, scope, person, on)) ? load(db, sql`where c.person_id = ${person}::uuid order by c.exam_date, c.id`) : [];

const pageSize = 5_000;

/** A certificate by its id, if the scope lets its holder be seen on the date. */
export const certificateById = async (db: TenantDb, scope: UnitScope, id: CertificateId, on: IsoDate): Promise<Certificate | undefined> =>
  (await load(db, sql`where c.id = ${id}::uuid and ${personInside(sql`c.person_id`, scope, on)}`))[0];

/** Of whom certificates are read: of some people, of all who have one of some types, or of all. */
export type WhichCertificates = { people: readonly PersonId[] } | { types: readonly string[] } | 'all';

/** Certificates in pages, so that a large tenant does not stand in memory at once. */
export async function* certificatePages(db: TenantSql, which: WhichCertificates): AsyncGenerator<Certificate[]> {
  if (which !== 'all' && 'people' in which) {
    const { people } = which;
    for (let start = 0; start < people.length; start += pageSize) {
      const page = await load(db, sql`where c.person_id = any(${pgArray(people.slice(start, start + pageSize))}::uuid[])`);
      if (page.length > 0) yield page;
    }
    return;
  }
  const ofTypes = which === 'all' ? sql`` : sql` and c.type_code = any(${pgArray(which.types)}::text[])`;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await load(db, sql`where c.id > ${after}::uuid${ofTypes} order by c.id limit ${pageSize}`);
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.id;
  }
}
