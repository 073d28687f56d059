import type { Certificate, LevelDecision, Skill } from '@saubac/domain/levels';
import type { IsoDate, PersonId, UnitScope } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

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

/** Certificates in pages, so that a large tenant does not stand in memory at once: of some people, or of all. */
export async function* certificatePages(db: TenantSql, people: readonly PersonId[] | 'all'): AsyncGenerator<Certificate[]> {
  if (people !== 'all') {
    for (let start = 0; start < people.length; start += pageSize) {
      const page = await load(db, sql`where c.person_id = any(${pgArray(people.slice(start, start + pageSize))}::uuid[])`);
      if (page.length > 0) yield page;
    }
    return;
  }
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await load(db, sql`where c.id > ${after}::uuid order by c.id limit ${pageSize}`);
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.id;
  }
}
