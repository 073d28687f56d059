import type { TenantSettings } from './tenant-settings.ts';
import { typesCoveredBy } from './equivalence-table.ts';
import type { EquivalenceTable } from './equivalence-table.ts';
import { overlap } from './period.ts';
import type { OpenEnd, Period } from './period.ts';
import type { IsoDate } from '../values/index.ts';

/** What keeps settings from being applied. `path` names the place in the file. */
export type SettingsFailure =
  | { kind: 'unknown-table'; path: string; table: string }
  | { kind: 'unknown-type'; path: string; type: string }
  | { kind: 'ends-before-it-begins'; path: string }
  | { kind: 'issuer-twice'; path: string; code: string }
  | { kind: 'periods-overlap'; path: string; other: string; of: string }
  | { kind: 'tables-cover-the-same-type'; path: string; other: string; tables: readonly [string, string]; types: readonly string[]; from: IsoDate };

/** What settings may refer to. */
export type KnownReference = { tables: readonly EquivalenceTable[]; types: ReadonlySet<string> };

type Dated = { path: string; of: string; period: Period & { from: IsoDate } };
type Written = { validFrom: IsoDate; validTo: OpenEnd };

const dated = (path: string, of: string, it: Written): Dated => ({ path, of, period: { from: it.validFrom, to: it.validTo } });

const pairsOf = <T>(items: readonly T[]): [T, T][] => items.flatMap((one, index) => items.slice(index + 1).map((other): [T, T] => [one, other]));

/** Everything dated in the settings; entries with the same `of` must not share a day. */
const allDated = (settings: TenantSettings): Dated[] => [
  ...settings.adoptions.map((it, index) => dated(`adoptions[${index}]`, `table ${it.table}`, it)),
  ...settings.validity.map((it, index) => dated(`validity[${index}]`, `validity ${it.type}`, it)),
  ...settings.issuers.flatMap((issuer, at) =>
    issuer.licences.map((it, index) => dated(`issuers[${at}].licences[${index}]`, `licence ${issuer.code} ${it.type}`, it)),
  ),
  ...settings.specialisedProofs.map((it, index) => dated(`specialisedProofs[${index}]`, `proof ${it.type}`, it)),
];

const typesNamed = (settings: TenantSettings): { path: string; type: string }[] => [
  ...settings.validity.map(({ type }, index) => ({ path: `validity[${index}].type`, type })),
  ...settings.issuers.flatMap((issuer, at) => issuer.licences.map(({ type }, index) => ({ path: `issuers[${at}].licences[${index}].type`, type }))),
  ...settings.specialisedProofs.map(({ type }, index) => ({ path: `specialisedProofs[${index}].type`, type })),
];

/** Periods of one thing that share a day; compared within each thing alone, since a tenant may list many issuers. */
const overlaps = (entries: readonly Dated[]): SettingsFailure[] =>
  [...Map.groupBy(entries, (it) => it.of).values()].flatMap((same) =>
    pairsOf(same).flatMap(([one, other]) =>
      overlap(one.period, other.period) ? [{ kind: 'periods-overlap' as const, path: other.path, other: one.path, of: one.of }] : [],
    ),
  );

/**
 * Adoptions that would give one certificate two levels on the same day: two tables that speak of the same type may follow each other,
 * not stand side by side.
 */
const rivalTables = (settings: TenantSettings, tables: readonly EquivalenceTable[]): SettingsFailure[] => {
  const covered = new Map(tables.map((it) => [it.code, typesCoveredBy(it)]));
  const adopted = settings.adoptions.map((it, index) => ({ table: it.table, ...dated(`adoptions[${index}]`, it.table, it) }));
  return pairsOf(adopted).flatMap(([one, other]) => {
    const types = [...(covered.get(one.table) ?? [])].filter((it) => covered.get(other.table)?.has(it));
    if (one.table === other.table || types.length === 0 || !overlap(one.period, other.period)) return [];
    const from = one.period.from > other.period.from ? one.period.from : other.period.from;
    return [{ kind: 'tables-cover-the-same-type' as const, path: other.path, other: one.path, tables: [one.table, other.table] as const, types, from }];
  });
};

/** Everything wrong with settings; empty when they can be applied. */
export const checkSettings = (settings: TenantSettings, known: KnownReference): SettingsFailure[] => {
  const tables = new Set(known.tables.map((it) => it.code));
  const entries = allDated(settings);
  const codes = settings.issuers.map((it) => it.code);
  return [
    ...settings.adoptions.flatMap(({ table }, index) => (tables.has(table) ? [] : [{ kind: 'unknown-table' as const, path: `adoptions[${index}].table`, table }])),
    ...typesNamed(settings).flatMap(({ path, type }) => (known.types.has(type) ? [] : [{ kind: 'unknown-type' as const, path, type }])),
    ...entries.flatMap(({ path, period }) => (period.from < period.to ? [] : [{ kind: 'ends-before-it-begins' as const, path }])),
    ...codes.flatMap((code, index) => (codes.indexOf(code) < index ? [{ kind: 'issuer-twice' as const, path: `issuers[${index}].code`, code }] : [])),
    ...overlaps(entries),
    ...rivalTables(settings, known.tables),
  ];
};
