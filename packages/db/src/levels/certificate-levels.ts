import { type Certificate, type CertificateLevelRow, type LevelContext, levelRowsOf } from '@saubac/domain/levels';
import type { PersonId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { pgArray, type TenantSql } from '../tenancy/index.ts';
import { certificatePages, type WhichCertificates } from './certificates.ts';
import { levelRules } from './level-rules.ts';

/** How many certificates were read, how many rows of levels were written new or changed, and removed, and of how many people. */
export type RewrittenLevels = { certificates: number; written: number; removed: number; people: number };

const column = (rows: readonly CertificateLevelRow[], of: (row: CertificateLevelRow) => string | number | null) => sql`${pgArray(rows.map(of))}`;

/** Makes the levels of some certificates exactly these; rows that are right already are not touched, not even locked, as a conflict would. */
const writePage = async (tx: TenantSql, certificates: readonly Certificate[], rows: readonly CertificateLevelRow[]) => {
  const [counts] = await tx.execute<{ written: number; removed: number; people: PersonId[] }>(sql`
    with fresh as materialized (
      select * from unnest(
        ${column(rows, (it) => it.certificate)}::uuid[], ${column(rows, (it) => it.person)}::uuid[], ${column(rows, (it) => it.language)}::text[],
        ${column(rows, (it) => it.equivalence)}::text[], ${column(rows, (it) => it.level)}::smallint[], ${column(rows, (it) => it.validFrom)}::date[],
        ${column(rows, (it) => it.validTo)}::date[], ${column(rows, (it) => it.state)}::text[]
      ) as f (certificate_id, person_id, language_code, equivalence_code, level, valid_from, valid_to, state)
    ), gone as (
      delete from certificate_levels l
      where l.certificate_id = any(${pgArray(certificates.map((it) => it.id))}::uuid[])
        and not exists (select 1 from fresh f where f.certificate_id = l.certificate_id and f.equivalence_code is not distinct from l.equivalence_code)
      returning person_id
    ), put as (
      insert into certificate_levels as l (certificate_id, person_id, language_code, equivalence_code, level, valid_from, valid_to, state)
      select certificate_id, person_id, language_code, equivalence_code, level, valid_from, valid_to, state from fresh f
      where not exists (
        select 1 from certificate_levels l where l.certificate_id = f.certificate_id and l.equivalence_code is not distinct from f.equivalence_code
          and (l.person_id, l.language_code, l.level, l.valid_from, l.valid_to, l.state) = (f.person_id, f.language_code, f.level, f.valid_from, f.valid_to, f.state))
      on conflict on constraint certificate_levels_key do update set person_id = excluded.person_id, language_code = excluded.language_code,
        level = excluded.level, valid_from = excluded.valid_from, valid_to = excluded.valid_to, state = excluded.state
      returning person_id
    )
    select (select count(*) from put)::int as written, (select count(*) from gone)::int as removed,
           (select coalesce(jsonb_agg(distinct person_id), '[]') from (select person_id from put union all select person_id from gone) x) as people`);
  return counts ?? { written: 0, removed: 0, people: [] };
};

const rowsOf = (certificates: readonly Certificate[], context: LevelContext): CertificateLevelRow[] => certificates.flatMap((it) => levelRowsOf(it, context));

/**
 * Brings `certificate_levels` to what the pure function says of the certificates of some people, of some types, or of all, by every table
 * that ships. To be called in the transaction that changed a certificate, a decision, a validity or a licence. It records nothing itself.
 */
export const rewriteCertificateLevels = async (tx: TenantSql, which: WhichCertificates): Promise<RewrittenLevels> => {
  const total = { certificates: 0, written: 0, removed: 0 };
  const changed = new Set<PersonId>();
  const { context } = await levelRules(tx);
  for await (const certificates of certificatePages(tx, which)) {
    const { written, removed, people } = await writePage(tx, certificates, rowsOf(certificates, context));
    total.certificates += certificates.length;
    total.written += written;
    total.removed += removed;
    for (const it of people) changed.add(it);
  }
  return { ...total, people: changed.size };
};
