import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

const assignmentJson = sql.raw(`jsonb_build_object('unit', a.unit_id, 'post', a.post_id, 'kind', a.kind, 'rank', a.rank_code, 'office', a.office, 'office_rank', a.office_rank, 'leader', a.leader, 'main', a.main, 'from', a.valid_from, 'to', a.valid_to)`);

/** Writes a detail row for every person whom the import adds, after his posts are stored. */
export const auditAdded = async (tx: TenantSql, entry: string): Promise<void> => {
  await tx.execute(sql`
    insert into audit_details (entry_id, subject_id, act, after)
    select ${entry}::uuid, p.person_id, 'person.added', jsonb_strip_nulls(jsonb_build_object('full_name', p.full_name, 'birth_date', p.birth_date, 'birth_precision', p.birth_precision,
      'sex', p.sex, 'ethnicity', p.ethnicity, 'posts', posts.list))
    from in_persons p join (
      select a.person_id, jsonb_agg(${assignmentJson}) as list from assignments a join in_persons n on n.person_id = a.person_id and n.known_id is null group by a.person_id
    ) posts on posts.person_id = p.person_id where p.known_id is null`);
};

/** Writes a detail row for every person whose own fields the import overwrites. */
export const auditOverwritten = async (tx: TenantSql, entry: string): Promise<void> => {
  await tx.execute(sql`insert into audit_details (entry_id, subject_id, act, before, after) select ${entry}::uuid, person_id, 'person.changed', before, after from changed_persons`);
};

/** Keeps the careers of the people in a table as they stand now, to be told from what they become. */
export const keepCareersBefore = async (tx: TenantSql, people: readonly ('differing' | 'departing')[]): Promise<void> => {
  await tx.execute(sql`create temp table careers_before (person_id uuid, posts jsonb, planned jsonb, training jsonb) on commit drop`);
  for (const table of people) await tx.execute(sql`insert into careers_before ${careers(sql.identifier(table))}`);
};

const careers = (table: ReturnType<typeof sql.identifier>) => sql`
  select d.person_id, posts.list, planned.list, training.list from ${table} d
  left join (select a.person_id, jsonb_agg(${assignmentJson} order by a.valid_from, a.main desc, a.unit_id) as list from assignments a join ${table} t on t.person_id = a.person_id group by 1) posts using (person_id)
  left join (select l.person_id, jsonb_agg(jsonb_build_object('office_rank', l.office_rank, 'from', l.valid_from, 'to', l.valid_to) order by l.valid_from) as list from planned_posts l join ${table} t on t.person_id = l.person_id group by 1) planned using (person_id)
  left join (select l.person_id, jsonb_agg(jsonb_build_object('from', l.valid_from, 'to', l.valid_to) order by l.valid_from) as list from language_training_list l join ${table} t on t.person_id = l.person_id group by 1) training using (person_id)`;

/** Writes a detail row for every career that is no longer what was kept of it. */
export const auditCareers = async (tx: TenantSql, entry: string): Promise<void> => {
  const side = (alias: string) => sql.raw(`jsonb_strip_nulls(jsonb_build_object('posts', ${alias}.posts, 'planned', ${alias}.planned, 'training', ${alias}.training))`);
  await tx.execute(sql`
    insert into audit_details (entry_id, subject_id, act, before, after)
    select ${entry}::uuid, b.person_id, 'career.changed', ${side('b')}, ${side('n')}
    from careers_before b join (${careers(sql.identifier('careers_before'))}) n (person_id, posts, planned, training) using (person_id)
    where (b.posts, b.planned, b.training) is distinct from (n.posts, n.planned, n.training)`);
};

/** Writes a detail row for every certificate that is new or changed. */
export const auditCertificates = async (tx: TenantSql, entry: string): Promise<void> => {
  await tx.execute(sql`
    insert into audit_details (entry_id, subject_id, act, before, after)
    select ${entry}::uuid, certificate_id, case when is_new then 'certificate.added' else 'certificate.changed' end, before, after from changed_certificates`);
};
