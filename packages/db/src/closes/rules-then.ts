import type { RulesThen } from '@saubac/domain/closes';
import type { IsoDate } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { covers, day } from '../rules/index.ts';
import type { TenantSql } from '../tenancy/index.ts';

const listed = (rows: SQL): SQL => sql`coalesce((select jsonb_agg(to_jsonb(y)) from (${rows}) y), '[]')`;

const digested = (rows: SQL): SQL =>
  sql`(select jsonb_build_object('count', count(*), 'digest', encode(sha256(convert_to(coalesce(string_agg(y::text, E'\n' order by y::text), ''), 'UTF8')), 'hex')) from (${rows}) y)`;

/** The rules about levels as they stood on a date, as the data now tell. */
export const rulesOn = async (db: TenantSql, on: IsoDate): Promise<Omit<RulesThen, 'plugins'>> => {
  const [row] = await db.execute<Omit<RulesThen, 'plugins'>>(sql`
    select ${listed(sql`
             select x.table_code as code, x.valid_from as "from", x.basis, encode(sha256(convert_to(t.rules::text, 'UTF8')), 'hex') as digest
             from equivalence_adoptions x join platform.equivalence_tables t on t.code = x.table_code where ${covers('x', on)} order by x.table_code`)} as tables,
           ${listed(sql`select x.certificate_type as type, x.months, x.valid_from as "from", x.basis from certificate_validity x where ${covers('x', on)} order by x.certificate_type`)} as validity,
           ${listed(sql`select x.certificate_type as type, x.valid_from as "from", x.basis from specialised_language_proofs x where ${covers('x', on)} order by x.certificate_type`)} as proofs,
           ${digested(sql`select x.certificate_id, x.framework_code, x.level, x.decided_on, x.valid_to from level_decisions x where x.decided_on <= ${day(on)}`)} as decisions,
           ${digested(sql`select x.issuer_id, x.certificate_type, x.valid_from, x.valid_to from issuer_licences x`)} as licences`);
  if (!row) throw new Error('A SELECT without FROM has one row');
  return row;
};
