import { sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';

// One line of text a post: objects of ten keys for every person of a province would cost more than storing the posts themselves.
const postLine = sql.raw(`concat_ws('; ', 'unit ' || u.code, 'post ' || po.code, a.kind, 'rank ' || a.rank_code, 'office ' || a.office, 'office rank ' || a.office_rank,
  case a.leader when true then 'leader' when false then 'no leader' end, case when a.main then 'main' else 'concurrent' end, 'from ' || a.valid_from, 'until ' || nullif(a.valid_to, 'infinity'))`);
const listLine = (value: string) => sql.raw(`concat_ws('; ', ${value}, 'from ' || l.valid_from, 'until ' || nullif(l.valid_to, 'infinity'))`);

/** Writes a detail row for every person whom the import adds, after his posts are stored. */
export const auditAdded = async (tx: TenantSql, entry: string): Promise<void> => {
  await tx.execute(sql`
    insert into audit_details (entry_id, subject_id, act, after)
    select ${entry}::uuid, p.person_id, 'person.added', jsonb_build_object('full_name', p.full_name, 'birth_date', p.birth_date, 'birth_precision', p.birth_precision,
      'sex', p.sex, 'ethnicity', p.ethnicity, 'posts', posts.lines) || jsonb_strip_nulls(jsonb_build_object('planned', planned.lines, 'training', training.lines))
    from in_persons p left join (
      select l.person_id, array_agg(${listLine(`'office rank ' || l.office_rank`)} order by l.valid_from) as lines from planned_posts l group by 1) planned on planned.person_id = p.person_id
    left join (
      select l.person_id, array_agg(${listLine('null')} order by l.valid_from) as lines from language_training_list l group by 1) training on training.person_id = p.person_id
    join (
      select a.person_id, array_agg(${postLine} order by a.valid_from, a.main desc) as lines
      from assignments a join units u on u.id = a.unit_id left join posts po on po.id = a.post_id group by a.person_id
    ) posts on posts.person_id = p.person_id where p.known_id is null`);
};

/** Writes a detail row for every person whose own fields the import overwrites. */
export const auditOverwritten = async (tx: TenantSql, entry: string): Promise<void> => {
  await tx.execute(sql`insert into audit_details (entry_id, subject_id, act, before, after) select ${entry}::uuid, person_id, 'person.changed', before, after from changed_persons`);
};

const careers = (table: ReturnType<typeof sql.identifier>) => sql`
  select d.person_id, posts.lines, planned.lines, training.lines from ${table} d
  left join (
    select a.person_id, array_agg(${postLine} order by a.valid_from, a.main desc, u.code, po.code) as lines
    from assignments a join ${table} t on t.person_id = a.person_id join units u on u.id = a.unit_id left join posts po on po.id = a.post_id group by 1) posts using (person_id)
  left join (
    select l.person_id, array_agg(${listLine(`'office rank ' || l.office_rank`)} order by l.valid_from) as lines
    from planned_posts l join ${table} t on t.person_id = l.person_id group by 1) planned using (person_id)
  left join (
    select l.person_id, array_agg(${listLine('null')} order by l.valid_from) as lines from language_training_list l join ${table} t on t.person_id = l.person_id group by 1) training using (person_id)`;

/** Keeps the careers of the people in some tables as they stand now, to be told from what they become. */
export const keepCareersBefore = async (tx: TenantSql, people: readonly ('differing' | 'departing')[]): Promise<void> => {
  await tx.execute(sql`create temp table careers_before (person_id uuid, posts text[], planned text[], training text[]) on commit drop`);
  for (const table of people) await tx.execute(sql`insert into careers_before ${careers(sql.identifier(table))}`);
};

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
