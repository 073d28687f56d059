import type { MergedFields } from '@saubac/domain/twins';
import type { CertificateId, IsoDate, PersonId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { levelsOn } from '../rules/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** A row as it stood in its table. */
export type KeptRow = Readonly<Record<string, unknown>>;

/** A certificate that both records had: the one that went out, with its decision and the files that now hang on the other. */
export type DroppedCertificate = { row: KeptRow; decision: KeptRow | null; files: string[]; instead: CertificateId };

/** What moved from one record to the other, and what went because the other had it. */
export type Moved = {
  /** Certificates by id, with the version they had. */
  certificates: Record<string, number>;
  dropped: DroppedCertificate[];
  claims: string[];
  droppedClaims: KeptRow[];
  /** Rows of tables of plugins, by table. */
  others: { table: string; ids: string[] }[];
};

/** Both records, taken in hand: nobody else changes them until the transaction ends. */
export const lockBoth = async (tx: TenantSql, one: PersonId, other: PersonId): Promise<Map<PersonId, KeptRow>> => {
  const rows = await tx.execute<{ id: PersonId; row: KeptRow }>(sql`select p.id, to_jsonb(p) as row from people p where p.id in (${one}::uuid, ${other}::uuid) order by p.id for update of p`);
  return new Map(rows.map((it) => [it.id, it.row]));
};

/** What somebody is, of a row of `people`. */
export const fieldsOfRow = (row: KeptRow): MergedFields => {
  const date = row['birth_date'] as IsoDate | null;
  return {
    fullName: row['full_name'] as string,
    birth: date === null ? null : { date, precision: row['birth_precision'] as 'day' },
    sex: row['sex'] as MergedFields['sex'],
    ethnicity: row['ethnicity'] as string | null,
    idNumber: row['id_number'] as string | null,
    user: row['user_id'] as MergedFields['user'],
  };
};

type Pair = { staying: CertificateId; going: CertificateId; keepsGoing: boolean };

// A verified one tells more than a declared one; of equals the one with a decision; of equals the staying record's.
const worth = (alias: string): SQL => sql.raw(`(case ${alias}.state when 'verified' then 2 when 'declared' then 1 else 0 end, exists (select 1 from level_decisions k where k.certificate_id = ${alias}.id))`);

const sameCertificates = async (tx: TenantSql, staying: PersonId, going: PersonId): Promise<Pair[]> => [
  ...(await tx.execute<Pair>(sql`
    select s.id as staying, g.id as going, ${worth('g')} > ${worth('s')} as "keepsGoing" from certificates s join certificates g on g.person_id = ${going}::uuid
      and (g.type_code, g.language_code, g.exam_date) = (s.type_code, s.language_code, s.exam_date) and g.number is not distinct from s.number
    where s.person_id = ${staying}::uuid`)),
];

const dropCertificate = async (tx: TenantSql, gone: CertificateId, instead: CertificateId): Promise<DroppedCertificate> => {
  const [kept] = await tx.execute<{ row: KeptRow; decision: KeptRow | null }>(sql`select to_jsonb(c) as row, (select to_jsonb(d) from level_decisions d where d.certificate_id = c.id) as decision from certificates c where c.id = ${gone}::uuid`);
  const files = await tx.execute<{ id: string }>(sql`update files set certificate_id = ${instead}::uuid where certificate_id = ${gone}::uuid returning id`);
  await tx.execute(sql`delete from certificate_levels where certificate_id = ${gone}::uuid`);
  await tx.execute(sql`delete from level_decisions where certificate_id = ${gone}::uuid`);
  await tx.execute(sql`delete from certificates where id = ${gone}::uuid`);
  return { row: kept!.row, decision: kept!.decision, files: files.map((it) => it.id), instead };
};

const moveCertificates = async (tx: TenantSql, staying: PersonId, going: PersonId): Promise<Pick<Moved, 'certificates' | 'dropped'>> => {
  const dropped: DroppedCertificate[] = [];
  for (const it of await sameCertificates(tx, staying, going)) dropped.push(await dropCertificate(tx, it.keepsGoing ? it.staying : it.going, it.keepsGoing ? it.going : it.staying));
  const moved = await tx.execute<{ id: string; version: number }>(sql`update certificates set person_id = ${staying}::uuid where person_id = ${going}::uuid returning id, version`);
  await tx.execute(sql`update certificate_levels set person_id = ${staying}::uuid where person_id = ${going}::uuid`);
  return { certificates: Object.fromEntries(moved.map((it) => [it.id, it.version])), dropped };
};

const moveClaims = async (tx: TenantSql, staying: PersonId, going: PersonId): Promise<Pick<Moved, 'claims' | 'droppedClaims'>> => {
  const dropped = await tx.execute<{ row: KeptRow }>(sql`
    delete from language_claims g where g.person_id = ${going}::uuid and exists (select 1 from language_claims s where s.person_id = ${staying}::uuid and s.text_as_given = g.text_as_given) returning to_jsonb(g) as row`);
  const moved = await tx.execute<{ id: string }>(sql`update language_claims set person_id = ${staying}::uuid where person_id = ${going}::uuid returning id`);
  return { claims: moved.map((it) => it.id), droppedClaims: dropped.map((it) => it.row) };
};

const ownTables = ['assignments', 'planned_posts', 'language_training_list', 'certificates', 'certificate_levels', 'language_claims', 'merged_people', 'second_id_numbers'];

/** Tables beside the core's own whose rows belong to people: those of plugins. Each has a key `id`, and a column that names the person. */
const otherTables = async (tx: TenantSql): Promise<{ table: string; column: string }[]> => [
  ...(await tx.execute<{ table: string; column: string }>(sql`
    select quote_ident(c.relname) as table, quote_ident(a.attname) as column from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'people'::regclass and cardinality(k.conkey) = 1 and c.relname <> all(${pgArray(ownTables)}::text[]) order by 1, 2`)),
];

const moveOthers = async (tx: TenantSql, staying: PersonId, going: PersonId): Promise<Moved['others']> => {
  const moved: Moved['others'] = [];
  for (const { table, column } of await otherTables(tx)) {
    const rows = await tx.execute<{ id: string }>(sql`update ${sql.raw(table)} set ${sql.raw(column)} = ${staying}::uuid where ${sql.raw(column)} = ${going}::uuid returning id::text as id`);
    if (rows.length > 0) moved.push({ table: `${table}.${column}`, ids: rows.map((it) => it.id) });
  }
  return moved;
};

/** Moves all that hangs on a record to the one that stays, but for its career. */
export const moveRows = async (tx: TenantSql, staying: PersonId, going: PersonId): Promise<Moved> => ({
  ...(await moveCertificates(tx, staying, going)),
  ...(await moveClaims(tx, staying, going)),
  others: await moveOthers(tx, staying, going),
});

/** Moves back what `moveRows` moved. Both records must stand. */
export const moveRowsBack = async (tx: TenantSql, staying: PersonId, going: PersonId, moved: Moved): Promise<void> => {
  await tx.execute(sql`update certificates set person_id = ${going}::uuid where person_id = ${staying}::uuid and id = any(${pgArray(Object.keys(moved.certificates))}::uuid[])`);
  for (const { row, decision, files } of moved.dropped) {
    await tx.execute(sql`insert into certificates select * from jsonb_populate_record(null::certificates, ${JSON.stringify(row)}::jsonb)`);
    if (decision) await tx.execute(sql`insert into level_decisions select * from jsonb_populate_record(null::level_decisions, ${JSON.stringify(decision)}::jsonb)`);
    await tx.execute(sql`update files set certificate_id = ${String(row['id'])}::uuid where id = any(${pgArray(files)}::uuid[])`);
  }
  await tx.execute(sql`update language_claims set person_id = ${going}::uuid where id = any(${pgArray(moved.claims)}::uuid[])`);
  await tx.execute(sql`insert into language_claims select * from jsonb_populate_recordset(null::language_claims, ${JSON.stringify(moved.droppedClaims)}::jsonb)`);
  for (const { table, ids } of moved.others) {
    const [name = '', column = ''] = table.split('.');
    await tx.execute(sql`update ${sql.raw(name)} set ${sql.raw(column)} = ${going}::uuid where id::text = any(${pgArray(ids)}::text[])`);
  }
};

/** Certificates, claims and rows of plugins that are no longer as they were when they moved. */
export const changedSince = async (tx: TenantSql, staying: PersonId, moved: Moved): Promise<{ certificates: string[]; claims: string[]; others: string[] }> => {
  const found = await tx.execute<{ id: string; version: number }>(sql`select id, version from certificates where person_id = ${staying}::uuid`);
  const now = new Map(found.map((it) => [it.id, it.version]));
  const certificates = Object.entries(moved.certificates).filter(([id, version]) => now.get(id) !== version).map(([id]) => id);
  const gone = moved.dropped.filter((it) => !now.has(it.instead)).map((it) => it.instead);
  const claims = await tx.execute<{ id: string }>(sql`select x.id from unnest(${pgArray(moved.claims)}::uuid[]) x (id) where not exists (select 1 from language_claims c where c.id = x.id and c.person_id = ${staying}::uuid)`);
  const others: string[] = [];
  for (const { table, ids } of moved.others) {
    const [name = '', column = ''] = table.split('.');
    const [count] = await tx.execute<{ there: number }>(sql`select count(*)::int as there from ${sql.raw(name)} where ${sql.raw(column)} = ${staying}::uuid and id::text = any(${pgArray(ids)}::text[])`);
    if (count?.there !== ids.length) others.push(name);
  }
  return { certificates: [...certificates, ...gone], claims: claims.map((it) => it.id), others };
};

/** The certificates and claims of some people as they stand, for a digest. */
export const certificateVersions = async (tx: TenantSql, people: readonly PersonId[]): Promise<unknown> => {
  const [row] = await tx.execute<{ all: unknown }>(sql`
    select jsonb_build_object(
      'certificates', (select coalesce(jsonb_agg(jsonb_build_array(c.id, c.version, c.state) order by c.id), '[]') from certificates c where c.person_id = any(${pgArray(people)}::uuid[])),
      'claims', (select coalesce(jsonb_agg(jsonb_build_array(l.id, l.state) order by l.id), '[]') from language_claims l where l.person_id = any(${pgArray(people)}::uuid[]))) as all`);
  return row?.all;
};

/** The best level of each language that some people have on a date, by verified certificates. */
export const levelsOfPeople = async (tx: TenantSql, people: readonly PersonId[], on: IsoDate): Promise<{ person: PersonId; language: string; level: number }[]> => [
  ...(await tx.execute<{ person: PersonId; language: string; level: number }>(sql`
    select x.person_id as person, x.language_code as language, max(x.level)::int as level from ${levelsOn({ on, states: ['verified'], governmentLevels: [] })} and x.person_id = any(${pgArray(people)}::uuid[]) group by 1, 2 order by 1, 2`)),
];
