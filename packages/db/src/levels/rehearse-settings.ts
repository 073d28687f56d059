import type { TenantSettings } from '@saubac/domain/levels';
import { type SQL, sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';
import { rewriteCertificateLevels } from './certificate-levels.ts';
import { saveSettings } from './settings.ts';

/** The tables of the rules, and of the levels written by them, with the constraints that the code which writes them relies on. */
const rules: Readonly<Record<string, string>> = {
  equivalence_adoptions: 'unique (table_code, valid_from)',
  certificate_validity: 'unique (certificate_type, valid_from)',
  issuers: 'unique (code)',
  issuer_licences: 'unique (issuer_id, certificate_type, valid_from)',
  specialised_language_proofs: 'unique (certificate_type, valid_from)',
  settings: 'primary key (key)',
  level_head: 'unique (only_row)',
};
const levels = { certificate_levels: 'unique nulls not distinct (certificate_id, equivalence_code)' };

/** The schema of the tenant, where the tables stand that the temporary ones hide. */
const schemaOf = async (tx: TenantSql): Promise<string> => {
  const [row] = await tx.execute<{ schema: string }>(sql`select quote_ident(current_schema()) as schema`);
  if (!row) throw new Error('No schema to work in');
  return row.schema;
};

/** Hides tables of the tenant behind temporary copies of the same name: from here to the end of the transaction every unqualified name means the copy. */
const hide = async (tx: TenantSql, schema: string, tables: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, constraint] of Object.entries(tables)) {
    await tx.execute(sql.raw(`create temp table ${name} (like ${schema}.${name} including defaults including constraints) on commit drop`));
    await tx.execute(sql.raw(`insert into pg_temp.${name} select * from ${schema}.${name}`));
    await tx.execute(sql.raw(`alter table pg_temp.${name} add constraint ${name}_key ${constraint}`));
    await tx.execute(sql.raw(`analyze pg_temp.${name}`));
  }
};

/**
 * Makes other settings hold for the rest of a transaction that is undone afterwards, by the very code that would make them hold for good,
 * on copies: nothing that anybody else reads or writes is touched or locked. `types`: certificates whose levels follow from other rules.
 * Answers with the schema in which the true tables stand. Statements must not be prepared by name, since a name would keep meaning the true table.
 */
export const rehearseSettings = async (tx: TenantSql, after: TenantSettings, types: readonly string[]): Promise<string> => {
  const schema = await schemaOf(tx);
  await hide(tx, schema, types.length > 0 ? { ...rules, ...levels } : rules);
  await saveSettings(tx, after);
  if (types.length > 0) await rewriteCertificateLevels(tx, { types });
  return schema;
};

/** The levels of one side with the days on which they count: written by a table adopted on those days, or needing none. */
const counting = (of: string, states: readonly string[]): SQL => sql`
  select l.person_id, l.language_code, l.certificate_id, l.level, greatest(l.valid_from, a.valid_from) as valid_from, least(l.valid_to, a.valid_to) as valid_to
  from ${sql.raw(of)}certificate_levels l join ${sql.raw(of)}equivalence_adoptions a on a.table_code = l.equivalence_code and a.valid_from < l.valid_to and l.valid_from < a.valid_to
  where l.state in (select jsonb_array_elements_text(${JSON.stringify(states)}::jsonb))
  union
  select l.person_id, l.language_code, l.certificate_id, l.level, l.valid_from, l.valid_to from ${sql.raw(of)}certificate_levels l
  where l.equivalence_code is null and l.state in (select jsonb_array_elements_text(${JSON.stringify(states)}::jsonb))`;

/** The best level of a side on each of the days, and the certificate that gives it; of equal ones the one that decides for `levelOn`. */
const bestOf = (side: 'earlier' | 'later'): SQL => sql`
  select distinct on (d.person_id, d.language_code, d.day) d.person_id, d.language_code, d.day, s.level, s.certificate_id
  from days d left join ${sql.raw(side)} s on s.person_id = d.person_id and s.language_code = d.language_code and s.valid_from <= d.day and d.day < s.valid_to
  order by d.person_id, d.language_code, d.day, s.level desc nulls last, s.valid_to desc, s.valid_from, s.certificate_id`;

/** Who has another level in a language under rehearsed settings, from which day on, into the temporary table `level_changes`. Levels change only on days on which a row begins or ends. */
export const findLevelChanges = async (tx: TenantSql, schema: string, states: readonly string[]): Promise<void> => {
  await tx.execute(sql`
    create temp table level_changes on commit drop as
    with earlier as materialized (${counting(`${schema}.`, states)}), later as materialized (${counting('', states)}),
    touched as (select distinct person_id, language_code from ((table earlier except table later) union all (table later except table earlier)) x),
    days as materialized (
      select t.person_id, t.language_code, y.day from touched t join (
        select person_id, language_code, valid_from as day from earlier union select person_id, language_code, valid_to from earlier
        union select person_id, language_code, valid_from from later union select person_id, language_code, valid_to from later
      ) y using (person_id, language_code) where y.day < 'infinity'
    ), best_earlier as (${bestOf('earlier')}), best_later as (${bestOf('later')})
    select distinct on (e.person_id, e.language_code) e.person_id, e.language_code, e.day as since, e.level as level_before, l.level as level_after,
           e.certificate_id as certificate_before, l.certificate_id as certificate_after
    from best_earlier e join best_later l using (person_id, language_code, day)
    where e.level is distinct from l.level
    order by e.person_id, e.language_code, e.day`);
  await tx.execute(sql`analyze level_changes`);
};
