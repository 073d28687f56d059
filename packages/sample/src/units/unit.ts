// Vietnamese as data: words of the choice columns of the roster template.
import type { BodyKind, Flag, StaffType } from '../profile.ts';
import type { Day } from '../values/day.ts';

/** The groups in which a province counts its people. */
export type HeadGroup = 'provincial' | 'commune' | 'publicEmployees';
export type Tier = 'Cấp tỉnh' | 'Cấp huyện' | 'Cấp xã';

/** What is dated about a unit: its name, level and managing unit from a day on. */
export type UnitVersion = { from: Day; name: string; tier: Tier; parent: string; reportsTo: string };

/** On one day a unit took over people of others; `own` weighs those it had itself. */
export type Inflow = { on: Day; own: number; from: { unit: Unit; weight: number }[] };

/** A unit with its dates. `until` is the first day on which it is no more. */
export type Unit = {
  readonly code: string;
  readonly staff: StaffType;
  readonly bodyKind: BodyKind;
  readonly field: string;
  readonly officialCode: string;
  readonly needsLanguage: Flag;
  readonly group: HeadGroup;
  readonly weight: number;
  readonly since: Day;
  readonly until: Day | undefined;
  readonly versions: readonly UnitVersion[];
  /** Latest day first. */
  readonly inflows: Inflow[];
  readonly successors: string[];
  readonly successionKind: string;
};

const groups: Readonly<Record<StaffType, HeadGroup>> = {
  leadership: 'provincial', department: 'provincial', 'party-office': 'provincial', 'mass-organisation': 'provincial',
  district: 'commune', 'district-party': 'commune', 'district-front': 'commune',
  'old-commune': 'commune', commune: 'commune', 'commune-party': 'commune', 'commune-front': 'commune',
  kindergarten: 'publicEmployees', primary: 'publicEmployees', 'lower-secondary': 'publicEmployees', 'upper-secondary': 'publicEmployees',
  college: 'publicEmployees', hospital: 'publicEmployees', 'health-station': 'publicEmployees', service: 'publicEmployees',
};

const kinds: Partial<Readonly<Record<StaffType, BodyKind>>> = {
  'party-office': 'party', 'district-party': 'party', 'commune-party': 'party',
  'mass-organisation': 'socio-political', 'district-front': 'socio-political', 'commune-front': 'socio-political',
};

export const groupOf = (staff: StaffType): HeadGroup => groups[staff];

export const bodyKindOf = (staff: StaffType): BodyKind => kinds[staff] ?? (groups[staff] === 'publicEmployees' ? 'public-service' : 'state');

/** Makes a unit; what is left out follows from how it is staffed. */
export const unit = (it: {
  code: string; staff: StaffType; weight: number; versions: readonly UnitVersion[];
  until?: Day | undefined; bodyKind?: BodyKind | undefined; field?: string | undefined; officialCode?: string | undefined;
  needsLanguage?: Flag | undefined; successionKind?: string;
}): Unit => ({
  code: it.code, staff: it.staff, weight: it.weight, versions: it.versions,
  since: it.versions[0]!.from, until: it.until,
  bodyKind: it.bodyKind ?? bodyKindOf(it.staff), field: it.field ?? '', officialCode: it.officialCode ?? '', needsLanguage: it.needsLanguage ?? '',
  group: groupOf(it.staff), inflows: [], successors: [], successionKind: it.successionKind ?? '',
});

/** Whether a unit stands on a day. */
export const standsOn = (it: Unit, on: Day): boolean => it.since <= on && (it.until === undefined || on < it.until);

/** Notes that on a day a unit took over people of another; a unit that begins on that day had none of its own. */
export const takeOver = (to: Unit, from: Unit, on: Day, weight: number): void => {
  const known = to.inflows.find((it) => it.on === on);
  if (known) known.from.push({ unit: from, weight });
  else {
    to.inflows.push({ on, own: to.since >= on ? 0 : to.weight, from: [{ unit: from, weight }] });
    to.inflows.sort((a, b) => b.on - a.on);
  }
};
