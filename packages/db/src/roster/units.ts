import { coalesced, type PathPeriod, type Period, type PeriodEnd, sameUnit, type UnitHistory, type UnitValue } from '@saubac/domain/people';
import type { IsoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';

import { uuidV7 } from '../audit/index.ts';
import { pgArray, type TenantSql } from '../tenancy/index.ts';

/** A version as it stands in the database: a unit's value and path for some days. */
export type StoredVersion = Period<UnitValue> & { path: string };
export type StoredUnits = {
  ids: Map<string, string>;
  stored: Map<string, StoredVersion[]>;
  /** The same without paths: versions that differ by their path alone are one. */
  history: UnitHistory;
};

type VersionRow = {
  id: string; code: string; from: IsoDate; to: PeriodEnd; name: string; parent: string | null; officialCode: string | null; path: string; tier: string; bodyKind: string;
  field: string | null; needsLanguage: boolean | null;
};
type LineRow = { code: string; line: 'reports-to' | 'budgets-through'; target: string; from: IsoDate; to: PeriodEnd };

const loadVersions = (db: TenantSql) =>
  db.execute<VersionRow>(sql`
    select v.id, u.code, lower(v.valid)::text as from, coalesce(upper(v.valid), 'infinity')::text as to, v.name, p.code as parent, v.official_code as "officialCode",
           v.path, v.tier, v.body_kind as "bodyKind", v.field, v.needs_language as "needsLanguage"
    from unit_versions v join units u on u.id = v.unit_id left join units p on p.id = v.parent_id order by u.code, v.valid`);

const loadLines = (db: TenantSql) =>
  db.execute<LineRow>(sql`
    select u.code, l.line, t.code as target, l.valid_from::text as from, l.valid_to::text as to
    from unit_lines l join units u on u.id = l.unit_id join units t on t.id = l.to_unit_id where l.line in ('reports-to', 'budgets-through')`);

// Lines have days of their own; a unit's version is cut where one begins or ends, so that one value tells all.
const cut = (row: VersionRow, lines: readonly LineRow[]): StoredVersion[] => {
  const { id, from, to, path, code: _, ...own } = row;
  const days = [...new Set([from, ...lines.flatMap((it) => [it.from, it.to])])].filter((day): day is IsoDate => from <= day && day < to).sort();
  return days.map((day, i) => {
    const on = (line: LineRow['line']): string | null => lines.find((it) => it.line === line && it.from <= day && day < it.to)?.target ?? null;
    return { id, from: day, to: days[i + 1] ?? to, path, value: { ...own, reportsTo: on('reports-to'), budgetsThrough: on('budgets-through') } };
  });
};

/** Every unit of the tenant with all its versions. */
export const loadUnits = async (db: TenantSql): Promise<StoredUnits> => {
  const [units, versions, lines] = [await db.execute<{ id: string; code: string }>(sql`select id, code from units`), await loadVersions(db), await loadLines(db)];
  const linesOf = Map.groupBy(lines, ({ code }) => code);
  const stored = new Map<string, StoredVersion[]>();
  for (const row of versions) stored.set(row.code, [...(stored.get(row.code) ?? []), ...cut(row, linesOf.get(row.code) ?? [])]);
  return {
    ids: new Map(units.map(({ id, code }) => [code, id])),
    stored,
    history: new Map([...stored].map(([code, periods]) => [code, coalesced(periods.map(({ from, to, value }) => ({ from, to, value })), sameUnit)])),
  };
};

/** What a unit's versions are to be: its values cut where its path changes. */
export const versionsToStore = (values: readonly Period<UnitValue>[], paths: readonly PathPeriod[]): StoredVersion[] =>
  values.flatMap((version) =>
    paths.flatMap((path): StoredVersion[] => {
      const from = version.from > path.from ? version.from : path.from;
      const to = version.to < path.to ? version.to : path.to;
      return from < to ? [{ from, to, value: version.value, path: path.value }] : [];
    }),
  );

const rowKey = ({ from, to, path, value }: StoredVersion): string => JSON.stringify([from, to, path, ...Object.values(value)]);
const storedAlike = (a: readonly StoredVersion[], b: readonly StoredVersion[]): boolean => {
  const keys = (rows: readonly StoredVersion[]) => coalesced(rows.map((it) => ({ ...it, value: it })), (x, y) => x.path === y.path && sameUnit(x.value, y.value)).map(({ from, to, value }) => rowKey({ ...value, from, to })).join();
  return keys(a) === keys(b);
};

export type UnitsToStore = Map<string, StoredVersion[]>;

/** The units whose stored versions are not what they are to be, with what they are to be. */
export const changedUnits = ({ stored }: StoredUnits, history: UnitHistory, paths: ReadonlyMap<string, readonly PathPeriod[]>): UnitsToStore => {
  const changed: UnitsToStore = new Map();
  for (const [code, values] of history) {
    const path = paths.get(code);
    if (!path) continue;
    const wanted = versionsToStore(values, path);
    if (!storedAlike(stored.get(code) ?? [], wanted)) changed.set(code, wanted);
  }
  return changed;
};

const insertUnits = async (tx: TenantSql, units: StoredUnits, codes: readonly string[]): Promise<void> => {
  const fresh = codes.filter((code) => !units.ids.has(code)).map((code) => ({ code, id: uuidV7() }));
  for (const { code, id } of fresh) units.ids.set(code, id);
  await tx.execute(sql`insert into units (id, code) select * from unnest(${pgArray(fresh.map(({ id }) => id))}::uuid[], ${pgArray(fresh.map(({ code }) => code))}::text[])`);
};

type Line = { unit: string; line: string; target: string; from: IsoDate; to: PeriodEnd };

const linesToStore = (code: string, versions: readonly StoredVersion[]): Line[] => {
  const line = (name: string, of: (value: UnitValue) => string | null): Line[] =>
    coalesced(versions.map(({ from, to, value }) => ({ from, to, value: of(value) })), Object.is).flatMap(({ from, to, value }) => (value === null ? [] : [{ unit: code, line: name, target: value, from, to }]));
  return [...line('manages', ({ parent }) => parent), ...line('reports-to', ({ reportsTo }) => reportsTo), ...line('budgets-through', ({ budgetsThrough }) => budgetsThrough)];
};

const storeVersions = async (tx: TenantSql, ids: ReadonlyMap<string, string>, rows: readonly { code: string; version: StoredVersion }[]): Promise<void> => {
  const column = (of: (it: { code: string; version: StoredVersion }) => string | boolean | null) => sql`${pgArray(rows.map(of))}`;
  const value = (key: keyof UnitValue) => column(({ version }) => version.value[key]);
  await tx.execute(sql`
    insert into unit_versions (unit_id, valid, parent_id, name, official_code, path, tier, body_kind, field, needs_language)
    select t.unit_id, daterange(t.valid_from, t.valid_to), t.parent_id, t.name, t.official_code, t.path, t.tier, t.body_kind, t.field, t.needs_language
    from unnest(${column(({ code }) => ids.get(code)!)}::uuid[], ${column(({ version }) => version.from)}::date[],
      ${column(({ version }) => (version.to === 'infinity' ? null : version.to))}::date[],
      ${column(({ version }) => (version.value.parent === null ? null : ids.get(version.value.parent)!))}::uuid[], ${value('name')}::text[], ${value('officialCode')}::text[],
      ${column(({ version }) => version.path)}::text[], ${value('tier')}::text[], ${value('bodyKind')}::text[], ${value('field')}::text[], ${value('needsLanguage')}::boolean[])
      as t (unit_id, valid_from, valid_to, parent_id, name, official_code, path, tier, body_kind, field, needs_language)`);
};

const storeLines = async (tx: TenantSql, ids: ReadonlyMap<string, string>, lines: readonly Line[]): Promise<void> => {
  const column = (of: (it: Line) => string) => sql`${pgArray(lines.map(of))}`;
  await tx.execute(sql`
    insert into unit_lines (unit_id, line, to_unit_id, valid_from, valid_to)
    select * from unnest(${column(({ unit }) => ids.get(unit)!)}::uuid[], ${column(({ line }) => line)}::text[], ${column(({ target }) => ids.get(target)!)}::uuid[],
      ${column(({ from }) => from)}::date[], ${column(({ to }) => to)}::date[])`);
};

const pathOrValueAlike = (a: StoredVersion, b: StoredVersion): boolean =>
  a.path === b.path && sameUnit({ ...a.value, reportsTo: null, budgetsThrough: null }, { ...b.value, reportsTo: null, budgetsThrough: null });

/** Makes the versions and lines of some units exactly these; new units get their id, which is added to the known ones. */
export const storeUnits = async (tx: TenantSql, units: StoredUnits, changed: UnitsToStore): Promise<void> => {
  if (changed.size === 0) return;
  const codes = [...changed.keys()];
  await insertUnits(tx, units, codes);
  const ids = sql`${pgArray(codes.map((code) => units.ids.get(code)!))}::uuid[]`;
  await tx.execute(sql`update units set version = version + 1 where id = any(${ids}) and exists (select 1 from unit_versions v where v.unit_id = units.id)`);
  await tx.execute(sql`delete from unit_versions where unit_id = any(${ids})`);
  await tx.execute(sql`delete from unit_lines where unit_id = any(${ids}) and line in ('manages', 'reports-to', 'budgets-through')`);
  // Lines stand in their own table, so versions are not cut where only a line changes.
  const rows = [...changed].flatMap(([code, versions]) =>
    coalesced(versions.map((it) => ({ from: it.from, to: it.to, value: it })), pathOrValueAlike).map(({ from, to, value }) => ({ code, version: { ...value, from, to } })),
  );
  await storeVersions(tx, units.ids, rows);
  await storeLines(tx, units.ids, [...changed].flatMap(([code, versions]) => linesToStore(code, versions)));
};

export type Succession = { from: string; to: string | null; on: IsoDate; kind: string };

/** Adds the successions that are not yet known; answers with those it added. */
export const storeSuccessions = async (tx: TenantSql, ids: ReadonlyMap<string, string>, successions: readonly Succession[]): Promise<number> => {
  if (successions.length === 0) return 0;
  const column = (of: (it: Succession) => string | null) => sql`${pgArray(successions.map(of))}`;
  const added = await tx.execute(sql`
    insert into unit_successions (from_unit_id, to_unit_id, on_date, kind)
    select * from unnest(${column((it) => ids.get(it.from)!)}::uuid[], ${column((it) => (it.to === null ? null : ids.get(it.to)!))}::uuid[], ${column((it) => it.on)}::date[], ${column((it) => it.kind)}::text[])
      as t (from_unit_id, to_unit_id, on_date, kind)
    on conflict on constraint unit_successions_key do update set kind = excluded.kind where unit_successions.kind <> excluded.kind returning id`);
  return added.length;
};
