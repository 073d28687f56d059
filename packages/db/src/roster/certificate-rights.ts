import type { UserId } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';
import { factsDiffer } from './certificates.ts';

/**
 * Refuses what only somebody who verifies certificates may state: a state other than the recorded one, a confirmed level that is not
 * recorded, a change of a certificate that has been verified, rejected or annulled. Repeating what is recorded is no statement. After
 * `typeCertificates`.
 */
export const refuseVerifying = async (tx: TenantSql): Promise<void> => {
  await tx.execute(sql`
    insert into refused_rows select 'certificates', r.row_no, 'state', 'state-not-yours', r.stated_state, null from in_certificates r
    where r.stated_state <> coalesce(r.known_state, 'declared')`);
  await tx.execute(sql`
    insert into refused_rows select 'certificates', r.row_no, 'decision_level', 'decision-not-yours', r.decision_level::text, null
    from in_certificates r left join level_decisions d on d.certificate_id = r.known_id
    where r.decision_level is not null and (d.level, d.document, d.decided_on) is distinct from (r.decision_level, r.decision_document, r.decision_date)`);
};

/** Refuses changes of certificates whose state is settled. After `findChangedCertificates`; answers with how many rows were refused and left out. */
export const refuseChangingSettled = async (tx: TenantSql): Promise<number> => {
  const refused = await tx.execute<{ rows: number }>(sql`
    with gone as (
      delete from changed_certificates n using in_certificates r where r.row_no = n.row_no and not n.is_new and n.certificate_differs and r.known_state <> 'declared' returning n.row_no
    ), told as (insert into refused_rows select 'certificates', row_no, 'number', 'certificate-settled', null, null from gone returning 1)
    select count(*)::int as rows from told`);
  return refused[0]?.rows ?? 0;
};

/**
 * Refuses rows after which one person alone would stand behind a verified certificate: one that is new, that the importer entered or
 * corrected last, or whose facts the row changes. After `typeCertificates`.
 */
export const refuseVerifyingAlone = async (tx: TenantSql, importer: UserId): Promise<void> => {
  await tx.execute(sql`
    insert into refused_rows select 'certificates', r.row_no, 'state', 'verified-by-one', r.stated_state, null from in_certificates r left join certificates c on c.id = r.known_id
    where r.state = 'verified' and (c.id is null or (c.state <> 'verified' and c.entered_by = ${importer}::uuid) or ${factsDiffer})`);
};
