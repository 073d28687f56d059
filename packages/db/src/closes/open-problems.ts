import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { covers, day } from '../rules/index.ts';
import type { TenantSql } from '../tenancy/index.ts';

/**
 * What is not settled on a date and may change its figures afterwards: certificates that nobody has verified, imports under way, language as free text
 * that nobody has looked at, people whose unit does not exist on the date and who are therefore counted nowhere, people without a birth date.
 */
export type OpenProblems = { unverifiedCertificates: number; openImports: number; openLanguageClaims: number; peopleWithoutUnit: number; birthDatesMissing: number };

/** Counts what is not settled on a date. */
export const openProblems = async (db: TenantSql, on: IsoDate): Promise<OpenProblems> => {
  const [row] = await db.execute<OpenProblems>(sql`
    select (select count(*)::int from certificates c where c.state = 'declared' and c.exam_date <= ${day(on)}) as "unverifiedCertificates",
           (select count(*)::int from imports i where i.ended_at is null) as "openImports",
           (select count(*)::int from language_claims l where l.state = 'open') as "openLanguageClaims",
           (select count(*)::int from assignments a where a.main and ${covers('a', on)} and not exists (select 1 from unit_versions v where v.unit_id = a.unit_id and v.valid @> ${day(on)})) as "peopleWithoutUnit",
           (select count(*)::int from assignments a join people p on p.id = a.person_id where a.main and ${covers('a', on)} and p.birth_date is null) as "birthDatesMissing"`);
  if (!row) throw new Error('A SELECT without FROM has one row');
  return row;
};
