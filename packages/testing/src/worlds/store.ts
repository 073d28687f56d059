import { officeRankPositions } from '@saubac/domain/people';
import { pgArray, type TenantSql } from '@saubac/db/tenancy';
import { sql } from 'drizzle-orm';

import { open, type World } from './world.ts';

const end = (to: string): string => (to === open ? 'infinity' : to);
const position = (rank: string | null): number | null => (rank === null ? null : (officeRankPositions as Record<string, number>)[rank] ?? null);

type Cell = string | number | boolean | null;

const insert = async (tx: TenantSql, table: string, columns: Record<string, string>, rows: readonly Cell[][]): Promise<void> => {
  if (rows.length === 0) return;
  const names = Object.keys(columns);
  const arrays = names.map((_, index) => sql`${pgArray(rows.map((row) => row[index] ?? null))}::text[]`);
  const casts = names.map((name) => sql.raw(`x."${name}"::${columns[name]}`));
  await tx.execute(sql`insert into ${sql.raw(table)} (${sql.raw(names.join(', '))}) select ${sql.join(casts, sql`, `)} from unnest(${sql.join(arrays, sql`, `)}) as x(${sql.raw(names.map((it) => `"${it}"`).join(', '))})`);
};

/** Puts a world into a tenant's empty tables, certificates with the levels written out. Paths are those of each stretch of time in which no unit above changed. */
export const storeWorld = async (tx: TenantSql, world: World): Promise<void> => {
  const unitId = (code: string): string => `10000000-0000-7000-8000-00000000000${code.slice(1)}`;
  const postId = (code: string): string => `20000000-0000-7000-8000-00000000000${code.slice(1)}`;
  await insert(tx, 'units', { id: 'uuid', code: 'text' }, world.units.map((it) => [unitId(it.code), it.code]));
  await insert(
    tx,
    'unit_versions',
    { unit_id: 'uuid', valid: 'daterange', parent_id: 'uuid', name: 'text', path: 'text', tier: 'text', body_kind: 'text', field: 'text', needs_language: 'boolean' },
    stretches(world).map(({ code, from, to, version, path }) => [unitId(code), `[${from},${end(to)})`, version.parent === null ? null : unitId(version.parent), code, path, version.tier, version.bodyKind, version.field, version.needsLanguage]),
  );
  await insert(tx, 'posts', { id: 'uuid', code: 'text', name: 'text', needs_language: 'boolean', language_teacher: 'boolean' }, world.posts.map((it) => [postId(it.code), it.code, it.code, it.needsLanguage, it.languageTeacher]));
  await insert(tx, 'people', { id: 'uuid', full_name: 'text', name_sort: 'text', name_search: 'text', birth_date: 'date' }, world.people.map((it) => [it.id, it.id, it.id, it.id, it.birth]));
  await insert(
    tx,
    'assignments',
    { person_id: 'uuid', unit_id: 'uuid', post_id: 'uuid', kind: 'text', rank_code: 'text', office_rank: 'smallint', leader: 'boolean', main: 'boolean', valid_from: 'date', valid_to: 'date' },
    world.people.flatMap((it) => it.main.map((row) => [it.id, unitId(row.unit), row.post === null ? null : postId(row.post), row.kind, row.rank, position(row.officeRank), row.leader, true, row.from, end(row.to)])),
  );
  await insert(tx, 'planned_posts', { person_id: 'uuid', office_rank: 'smallint', valid_from: 'date', valid_to: 'date' }, world.people.flatMap((it) => it.planned.map((row) => [it.id, position(row.officeRank), row.from, end(row.to)])));
  await insert(tx, 'language_training_list', { person_id: 'uuid', valid_from: 'date', valid_to: 'date' }, world.people.flatMap((it) => it.list.map((row) => [it.id, row.from, end(row.to)])));
  await storeCertificates(tx, world);
  await insert(tx, 'equivalence_adoptions', { table_code: 'text', valid_from: 'date', valid_to: 'date' }, world.adopted.map((it) => [it.table, it.from, end(it.to)]));
  await insert(tx, 'specialised_language_proofs', { certificate_type: 'text', valid_from: 'date', valid_to: 'date' }, world.proofs.map((it) => [it.type, it.from, end(it.to)]));
};

const storeCertificates = async (tx: TenantSql, world: World): Promise<void> => {
  const rows = world.people.flatMap((it) => it.certificates.map((certificate) => ({ ...certificate, person: it.id }))).map((it, index) => ({ ...it, id: `30000000-0000-7000-8000-${String(index).padStart(12, '0')}` }));
  await insert(
    tx,
    'certificates',
    { id: 'uuid', person_id: 'uuid', type_code: 'text', language_code: 'text', number: 'text', exam_date: 'date', state: 'text' },
    rows.map((it) => [it.id, it.person, it.type, it.language, it.id, it.from, it.state]),
  );
  await insert(
    tx,
    'certificate_levels',
    { certificate_id: 'uuid', person_id: 'uuid', language_code: 'text', equivalence_code: 'text', level: 'smallint', valid_from: 'date', valid_to: 'date', state: 'text' },
    rows.filter((it) => it.level !== null).map((it) => [it.id, it.person, it.language, it.table, it.level, it.from, end(it.to), it.state]),
  );
};

/** Every unit in each stretch of days in which neither it nor a unit above it changed, with its path. */
const stretches = (world: World) => {
  const bounds = [...new Set(world.units.flatMap((it) => it.versions.flatMap((row) => [row.from, row.to])))].toSorted();
  const versionOn = (code: string, date: string) => world.units.find((it) => it.code === code)?.versions.find((it) => it.from <= date && date < it.to);
  const path = (code: string, date: string): string => {
    const parent = versionOn(code, date)?.parent;
    return `${parent ? path(parent, date) : ''}${code}/`;
  };
  return world.units.flatMap(({ code }) =>
    bounds.slice(0, -1).flatMap((from, index) => {
      const version = versionOn(code, from);
      return version ? [{ code, from, to: bounds[index + 1] ?? open, version, path: path(code, from) }] : [];
    }),
  );
};
