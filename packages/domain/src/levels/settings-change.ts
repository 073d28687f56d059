import type { IsoDate } from '../values/index.ts';
import { overlap } from './period.ts';
import type { OpenEnd } from './period.ts';
import type { TenantSettings } from './tenant-settings.ts';

type Days = { validFrom: IsoDate; validTo: OpenEnd; basis?: string | undefined };

/** One dated row of a tenant's settings: a table adopted, a validity, a licence of an issuer (by his code), a proof of a specialised language. */
export type SettingsRow =
  | ({ of: 'adoption'; table: string } & Days)
  | ({ of: 'validity'; type: string; months: number | null } & Days)
  | ({ of: 'licence'; issuer: string; type: string } & Days)
  | ({ of: 'proof'; type: string } & Days);

export type SettingsRowKind = SettingsRow['of'];

/** A change of settings, one row at a time. `endsTables`: tables whose adoption ends on the day on which the new one begins. */
export type SettingsChange =
  | { act: 'add'; row: SettingsRow; endsTables?: readonly string[] | undefined }
  | { act: 'end'; row: SettingsRow; validTo: OpenEnd }
  | { act: 'remove'; row: SettingsRow }
  | { act: 'add-issuer'; code: string; name: string }
  | { act: 'rename-issuer'; code: string; name: string };

type Lists = Pick<TenantSettings, 'adoptions' | 'validity' | 'specialisedProofs'>;
type Edit = <Row extends Days>(rows: readonly Row[], isIt: (row: Row) => boolean, added: Row) => Row[];

/** Makes an edit in the list of settings where the row stands. */
const edited = (settings: TenantSettings, row: SettingsRow, edit: Edit): TenantSettings => {
  const starts = (it: Days): boolean => it.validFrom === row.validFrom;
  const put = <Key extends keyof Lists>(key: Key, rows: Lists[Key]): TenantSettings => ({ ...settings, [key]: rows });
  switch (row.of) {
    case 'adoption': {
      const { of: _, ...own } = row;
      return put('adoptions', edit(settings.adoptions, (it) => it.table === row.table && starts(it), own));
    }
    case 'validity': {
      const { of: _, ...own } = row;
      return put('validity', edit(settings.validity, (it) => it.type === row.type && starts(it), own));
    }
    case 'proof': {
      const { of: _, ...own } = row;
      return put('specialisedProofs', edit(settings.specialisedProofs, (it) => it.type === row.type && starts(it), own));
    }
    case 'licence': {
      const { of: _, issuer, ...own } = row;
      const issuers = settings.issuers.map((it) => (it.code === issuer ? { ...it, licences: edit(it.licences, (one) => one.type === row.type && starts(one), own) } : it));
      return { ...settings, issuers };
    }
  }
};

const ending = (settings: TenantSettings, tables: readonly string[], on: IsoDate): TenantSettings => ({
  ...settings,
  adoptions: settings.adoptions.map((it) => (tables.includes(it.table) && it.validFrom < on && on < it.validTo ? { ...it, validTo: on } : it)),
});

/** The settings after a change. They still have to be checked. */
export const changedSettings = (settings: TenantSettings, change: SettingsChange): TenantSettings => {
  switch (change.act) {
    case 'add': {
      const { row, endsTables = [] } = change;
      return edited(ending(settings, endsTables, row.validFrom), row, (rows, _, added) => [...rows, added]);
    }
    case 'end':
      return edited(settings, change.row, (rows, isIt) => rows.map((it) => (isIt(it) ? { ...it, validTo: change.validTo } : it)));
    case 'remove':
      return edited(settings, change.row, (rows, isIt) => rows.filter((it) => !isIt(it)));
    case 'add-issuer':
      return { ...settings, issuers: [...settings.issuers, { code: change.code, name: change.name, licences: [] }] };
    case 'rename-issuer':
      return { ...settings, issuers: settings.issuers.map((it) => (it.code === change.code ? { ...it, name: change.name } : it)) };
  }
};

/** The types of certificates whose levels a change may alter as they are written; adoptions are asked for when levels are read. */
export const typesTouched = (change: SettingsChange): string[] => {
  if (change.act === 'add-issuer' || change.act === 'rename-issuer') return [];
  const { row } = change;
  return row.of === 'validity' || row.of === 'licence' ? [row.type] : [];
};

const beginning = '-infinity';
type Held = { what: string; from: IsoDate; to: OpenEnd };

const held = (what: string, { validFrom, validTo }: Days): Held => ({ what, from: validFrom, to: validTo });

const everythingHeld = ({ adoptions, validity, issuers, specialisedProofs }: TenantSettings): Held[] => [
  ...adoptions.map((it) => held(`adoption ${it.table}`, it)),
  ...validity.map((it) => held(`validity ${it.type} ${it.months}`, it)),
  ...issuers.flatMap(({ code, licences }) => licences.map((it) => held(`licence ${code} ${it.type}`, it))),
  ...specialisedProofs.map((it) => held(`proof ${it.type}`, it)),
];

/** Each thing with the days before `today` on which it held, pieces that meet as one. */
const pastOf = (settings: TenantSettings, today: IsoDate): string => {
  const clipped = everythingHeld(settings)
    .filter((it) => overlap(it, { from: beginning, to: today }))
    .map((it) => ({ ...it, to: it.to < today ? it.to : today }))
    .toSorted((one, other) => (one.what === other.what ? (one.from < other.from ? -1 : 1) : one.what < other.what ? -1 : 1));
  const joined: Held[] = [];
  for (const it of clipped) {
    const last = joined.at(-1);
    if (last?.what === it.what && last.to === it.from) joined[joined.length - 1] = { ...last, to: it.to };
    else joined.push(it);
  }
  return JSON.stringify(joined);
};

/** Whether other rules hold on a day before today than did: that is a correction of history, not a change. Names and bases do not matter. */
export const changesPast = (before: TenantSettings, after: TenantSettings, today: IsoDate): boolean => pastOf(before, today) !== pastOf(after, today);
