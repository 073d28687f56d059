import { type SQL, sql } from 'drizzle-orm';

import type { TenantSql } from '../tenancy/index.ts';
import { unitState } from './write-change.ts';

/** What stands in the way of taking a change back: something that was written later and builds on it. */
export type Dependent = { kind: 'person' | 'unit' | 'unit-below' | 'assignment' | 'grant' | 'plan' | 'succession'; id: string; unit: string | null };

const effects = (change: string, kind: string): SQL => sql`(select * from unit_change_effects x where x.change_id = ${change}::uuid and x.kind = ${kind}) e`;
const created = (change: string): SQL => sql`(select x.subject_id as id from unit_change_effects x where x.change_id = ${change}::uuid and x.kind = 'unit' and x.before is null) n`;

/** Everything that was written since a change was committed and builds on what it wrote, at most so many of each kind. */
export const dependentsOf = async (tx: TenantSql, change: string, most = 1_000): Promise<Dependent[]> => {
  const rows = await tx.execute<Dependent>(sql`
    (select 'person' as kind, coalesce(t.person_id::text, e.after->>'person_id') as id, u.code as unit from ${effects(change, 'assignment')} left join assignments t on t.id = e.subject_id
       left join units u on u.id = coalesce(t.unit_id, (e.after->>'unit_id')::uuid) where to_jsonb(t) is distinct from e.after limit ${most})
    union all (select 'person', t.person_id::text, null from ${effects(change, 'planned')} join planned_posts t on t.id = e.subject_id where to_jsonb(t) is distinct from e.after limit ${most})
    union all (select 'person', t.person_id::text, null from ${effects(change, 'training')} join language_training_list t on t.id = e.subject_id where to_jsonb(t) is distinct from e.after limit ${most})
    union all (select 'unit', u.id::text, u.code from ${effects(change, 'unit')} join units u on u.id = e.subject_id where ${unitState(sql`u.id`)} is distinct from e.after limit ${most})
    union all (select distinct 'unit-below', c.id::text, c.code from ${created(change)} join unit_versions v on v.parent_id = n.id join units c on c.id = v.unit_id
       where not exists (select 1 from ${effects(change, 'unit')} where e.subject_id = v.unit_id) limit ${most})
    union all (select distinct 'unit-below', c.id::text, c.code from ${created(change)} join unit_lines l on l.to_unit_id = n.id join units c on c.id = l.unit_id
       where not exists (select 1 from ${effects(change, 'unit')} where e.subject_id = l.unit_id) limit ${most})
    union all (select 'assignment', a.person_id::text, u.code from ${created(change)} join assignments a on a.unit_id = n.id join units u on u.id = n.id
       where not exists (select 1 from ${effects(change, 'assignment')} where e.subject_id = a.id) limit ${most})
    union all (select 'grant', g.id::text, u.code from ${created(change)} join grants g on g.unit_id = n.id join units u on u.id = n.id limit ${most})
    union all (select 'plan', s.plan_version_id::text, u.code from ${created(change)} join plan_scopes s on s.unit_id = n.id join units u on u.id = n.id limit ${most})
    union all (select 'succession', u.id::text, u.code from ${created(change)} join unit_successions s on n.id in (s.from_unit_id, s.to_unit_id) join units u on u.id = n.id
       where not exists (select 1 from ${effects(change, 'succession')} where e.subject_id = s.id) limit ${most})`);
  return [...rows];
};

const restoreRows = async (tx: TenantSql, change: string, kind: 'assignment' | 'planned' | 'training', table: SQL, columns: string): Promise<void> => {
  await tx.execute(sql`delete from ${table} t using ${effects(change, kind)} where t.id = e.subject_id`);
  const list = sql.raw(columns);
  await tx.execute(sql`insert into ${table} (${list}) select ${sql.raw(columns.split(', ').map((it) => `r.${it}`).join(', '))} from ${effects(change, kind)}, jsonb_populate_record(null::${table}, e.before) r where e.before is not null`);
};

const restoreUnits = async (tx: TenantSql, change: string): Promise<number> => {
  await tx.execute(sql`delete from unit_versions v using ${effects(change, 'unit')} where v.unit_id = e.subject_id`);
  await tx.execute(sql`delete from unit_lines l using ${effects(change, 'unit')} where l.unit_id = e.subject_id`);
  for (const [table, key] of [[sql`unit_versions`, 'versions'], [sql`unit_lines`, 'lines']] as const) {
    await tx.execute(sql`insert into ${table} select r.* from ${effects(change, 'unit')}, jsonb_populate_recordset(null::${table}, e.before->${key}) r where e.before is not null`);
  }
  await tx.execute(sql`delete from units u using ${created(change)} where u.id = n.id`);
  const kept = await tx.execute(sql`update units u set version = version + 1 from ${effects(change, 'unit')} where u.id = e.subject_id returning 1`);
  return kept.length;
};

/** Puts back every row that a change wrote, as it was; for where nothing depends on it. Answers with how many people it was about. */
export const restoreBefore = async (tx: TenantSql, change: string): Promise<{ people: number }> => {
  const people = await tx.execute(sql`
    update people p set version = version + 1
    where p.id in (select (coalesce(x.before, x.after)->>'person_id')::uuid from unit_change_effects x where x.change_id = ${change}::uuid and x.kind = 'assignment') returning 1`);
  await tx.execute(sql`delete from unit_successions s using ${effects(change, 'succession')} where s.id = e.subject_id`);
  await restoreRows(tx, change, 'assignment', sql`assignments`, 'id, person_id, unit_id, post_id, kind, rank_code, office, office_rank, leader, main, valid_from, valid_to');
  await restoreRows(tx, change, 'planned', sql`planned_posts`, 'id, person_id, office_rank, valid_from, valid_to');
  await restoreRows(tx, change, 'training', sql`language_training_list`, 'id, person_id, valid_from, valid_to');
  await restoreUnits(tx, change);
  return { people: people.length };
};

/** The units that a change wrote: what they were before it (null: not there) and after it. */
export const withdrawnUnits = async (tx: TenantSql, change: string): Promise<{ id: string; before: unknown; after: unknown }[]> => [
  ...(await tx.execute<{ id: string; before: unknown; after: unknown }>(sql`select e.subject_id as id, e.before, e.after from ${effects(change, 'unit')} order by e.subject_id`)),
];

/** Everybody whose posts a change wrote. */
export const peopleOfChange = async (tx: TenantSql, change: string): Promise<string[]> =>
  (await tx.execute<{ id: string }>(sql`select distinct coalesce(x.before, x.after)->>'person_id' as id from unit_change_effects x where x.change_id = ${change}::uuid and x.kind = 'assignment'`)).map(({ id }) => id);
