import { historyFrom, type Place, type Setting } from './people/person.ts';
import { standsOn, type HeadGroup, type Unit } from './units/unit.ts';
import { shareOut } from './values/share-out.ts';

/** How many people of a sample a unit has: employed there, on contract, and gone by the effective date. */
export type UnitStaffing = { unit: Unit; heads: number; contracts: number; leavers: number };

const groups: readonly HeadGroup[] = ['provincial', 'commune', 'publicEmployees'];

// Far fewer left the provincial bodies and the public-service units for the sake of the reform.
const reformWeight: Readonly<Record<HeadGroup, number>> = { provincial: 0.25, commune: 1, publicEmployees: 0.03 };

const leavingRates = (setting: Setting, group: HeadGroup): { usual: number; reform: number } => {
  const { perYear, atReform } = setting.profile.leavers;
  const usual = (perYear / 1_000) * ((setting.effective - historyFrom) / 365.25);
  return { usual, reform: setting.effective > setting.reform - 60 ? (atReform / 1_000) * reformWeight[group] : 0 };
};

/** The share of leavers of a group who left because of the reform. */
export const reformShareOf = (setting: Setting): ((group: HeadGroup) => number) => {
  const shares = Object.fromEntries(groups.map((group) => {
    const { usual, reform } = leavingRates(setting, group);
    return [group, reform === 0 ? 0 : reform / (usual + reform)];
  })) as Record<HeadGroup, number>;
  return (group) => shares[group];
};

/** Whether somebody can have worked there (or in what it took over) before: who left must have been somewhere. */
const hasPast = (unit: Unit): boolean => unit.since <= historyFrom || unit.inflows.length > 0;

const staffingOfGroup = (setting: Setting, units: readonly Unit[], heads: number, contracts: number, group: HeadGroup): UnitStaffing[] => {
  const weights = units.map(({ weight }) => weight);
  const byUnit = shareOut(heads, weights);
  const contractsByUnit = shareOut(contracts, weights);
  const { usual, reform } = leavingRates(setting, group);
  const pasts = units.map((unit, i) => (hasPast(unit) ? byUnit[i]! : 0));
  const leavers = shareOut(Math.round((usual + reform) * pasts.reduce((sum, it) => sum + it, 0)), pasts);
  return units.map((unit, i) => ({ unit, heads: byUnit[i]!, contracts: contractsByUnit[i]!, leavers: leavers[i]! }));
};

/** Gives every unit that stands on the effective date its people: together exactly as many as asked for. */
export const staffingOf = (setting: Setting, units: readonly Unit[], people: number): UnitStaffing[] => {
  const standing = units.filter((it) => standsOn(it, setting.effective) && it.weight > 0);
  const members = groups.map((group) => standing.filter((it) => it.group === group));
  const { headcounts } = setting.profile;
  const wanted = groups.map((group, i) => (members[i]!.length > 0 ? headcounts[group] : 0));
  const [contractStaff = 0, ...heads] = shareOut(people, [headcounts.contractStaff, ...wanted]);
  const contracts = shareOut(contractStaff, wanted);
  return groups.flatMap((group, i) => staffingOfGroup(setting, members[i]!, heads[i]!, contracts[i]!, group));
};

/** One place after the other, unit by unit: employed, on contract, gone. */
export const placesOf = function* (staffing: readonly UnitStaffing[]): Generator<Place> {
  let serial = 0;
  for (const { unit, heads, contracts, leavers } of staffing) {
    const place = (at: number, contract: boolean, left: boolean): Place => ({ unit, place: at, heads, serial: serial++, contract, left });
    for (let i = 0; i < heads; i += 1) yield place(i, false, false);
    for (let i = 0; i < contracts; i += 1) yield place(i, true, false);
    // Leaders are older than the others: more of those who left stood at the first places.
    for (let i = 0; i < leavers; i += 1) yield place(Math.floor(heads * ((i + 0.5) / leavers) ** 1.6), false, true);
  }
};
