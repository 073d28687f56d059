// Vietnamese as data: words of the choice columns of the roster template.
import type { SampleProfile } from '../profile.ts';
import { dayAt, partsOfDay, typed, yearOf, type Day } from '../values/day.ts';
import type { Random } from '../values/random.ts';
import type { Unit } from '../units/unit.ts';
import { inventName, type Sex } from './names.ts';
import { retirementDay, retirementMonths } from './retirement.ts';
import { positionOf, rungAt, womenShare, type Position, type Rung } from './staffing.ts';

/** The first day that the history of the sample tells of. */
export const historyFrom: Day = dayAt(2020, 1, 1);

/** Somebody's place in the sample: a unit standing on the effective date, and the how-manieth there. */
export type Place = { unit: Unit; place: number; heads: number; serial: number; contract: boolean; left: boolean };

/** An invented person as of the effective date, or of the day of leaving. */
export type Person = {
  idNumber: string;
  fullName: string;
  birth: Day;
  birthText: string;
  sex: Sex;
  ethnicity: string;
  entry: Day;
  /** First day on which the person is no longer there. */
  leave: Day | undefined;
  rung: Rung;
  position: Position;
  specialty: number;
  /** How far up the ranks of the post. */
  rankStep: number;
};

export type Setting = { profile: SampleProfile; seed: number; effective: Day; reform: Day };

const ages: Readonly<Record<Rung, { mean: number; spread: number; least: number }>> = {
  0: { mean: 38.5, spread: 8.5, least: 23 },
  1: { mean: 40.5, spread: 5.5, least: 29 },
  2: { mean: 44.5, spread: 6, least: 31 },
  3: { mean: 46, spread: 6, least: 32 },
  4: { mean: 49, spread: 5.5, least: 34 },
};

const years = 365.25;

const birthOfPresent = (random: Random, rung: Rung, sex: Sex, effective: Day): Day => {
  const { mean, spread, least } = ages[rung];
  for (let tries = 0; tries < 8; tries += 1) {
    const age = mean + spread * random.bell();
    const birth = Math.floor(effective - age * years);
    if (age >= least && retirementDay(birth, sex) > effective + 1) return birth;
  }
  return Math.floor(effective - (mean - 3 * random.next()) * years);
};

type Leaving = { birth: Day; leave: Day };

const spreadDay = (random: Random, from: Day, to: Day): Day => from + random.below(Math.max(1, to - from));

/** Retired at the age of the day: the birth is sought so that the law's day is that day. */
const retired = (random: Random, sex: Sex, effective: Day): Leaving | undefined => {
  const { year, month } = partsOfDay(spreadDay(random, historyFrom + 31, effective));
  const leave = dayAt(year, month, 1);
  const reached = year * 12 + month - 2;
  const born = reached - retirementMonths(sex, Math.floor(reached / 12));
  const birth = dayAt(Math.floor(born / 12), (born % 12) + 1, random.between(1, 28));
  // The age rises in steps: in some months nobody retires.
  return retirementDay(birth, sex) === leave ? { birth, leave } : undefined;
};

const leftEarly = (random: Random, sex: Sex, rung: Rung, effective: Day, reform: Day): Leaving => {
  const oldest = sex === 'Nam' ? 60.5 : 56;
  const age = random.chance(0.8) ? oldest - 0.5 - 9 * random.next() : 30 + 18 * random.next();
  const leave = Math.min(effective, random.chance(0.6) ? reform + 31 * random.below(3) : reform - 120 + random.below(240));
  return { birth: Math.floor(leave - Math.max(age, ages[rung].least) * years), leave };
};

const resigned = (random: Random, rung: Rung, effective: Day): Leaving => {
  const leave = spreadDay(random, historyFrom + 31, effective);
  return { birth: Math.floor(leave - Math.max(ages[rung].least, 26 + 18 * random.next()) * years), leave };
};

const leavingOf = (random: Random, setting: Setting, rung: Rung, sex: Sex, reformShare: number): Leaving => {
  const { effective, reform } = setting;
  if (effective > reform - 60 && random.chance(reformShare)) return leftEarly(random, sex, rung, effective, reform);
  const plain = random.chance(0.64) ? retired(random, sex, effective) : undefined;
  return plain ?? resigned(random, rung, effective);
};

/** Nobody leaves within the first half year, so that every row of the history has some length. */
const entryOf = (random: Random, birth: Day, sex: Sex, latest: Day): Day => {
  const youngest = birth + Math.floor((sex === 'Nam' ? 22 : 21.7) * years);
  const wished = youngest + Math.floor((random.next() * random.next() * 11) * years);
  return wished <= latest ? wished : Math.max(birth + 20 * 365, Math.min(latest, spreadDay(random, youngest, latest)));
};

const birthTextOf = (random: Random, birth: Day): string => {
  const point = random.next();
  if (point < 0.003) return '';
  return point < 0.04 ? String(yearOf(birth)) : typed(birth);
};

/** Twelve digits that no real person has: the first three name no province. The others follow the real pattern (sex and century, year of birth). */
const idNumberOf = (profile: SampleProfile, seed: number, serial: number, birth: Day, sex: Sex): string => {
  const year = yearOf(birth);
  const prefix = Number(profile.idPrefix) - Math.floor(serial / 1_000_000);
  // 700,001 is coprime to a million: every serial number gets its own six digits, in no visible order.
  const six = ((serial % 1_000_000) * 700_001 + (seed % 1_000_000)) % 1_000_000;
  return `${prefix}${(year >= 2000 ? 2 : 0) + (sex === 'Nam' ? 0 : 1)}${String(year % 100).padStart(2, '0')}${String(six).padStart(6, '0')}`;
};

const ethnicityOf = (random: Random, profile: SampleProfile): { name: string; families?: readonly string[] } => {
  let rest = random.next() * profile.ethnicities.reduce((sum, { weight }) => sum + weight, 0);
  return profile.ethnicities.find(({ weight }) => (rest -= weight) < 0) ?? profile.ethnicities[0] ?? { name: 'Kinh' };
};

const rankStepOf = (random: Random, rung: Rung, age: number): number =>
  (random.chance(Math.max(0, Math.min(0.75, (age - 33) / 30 + rung * 0.12))) ? 1 : 0) + (rung >= 3 && random.chance(0.12) ? 1 : 0);

/** Invents the person of a place: the same seed and place, the same person. */
export const inventPerson = (random: Random, setting: Setting, at: Place, reformShare: number): Person => {
  const { profile, seed, effective } = setting;
  const rung = at.contract ? 0 : rungAt(at.unit.staff, at.place, at.heads);
  const sex: Sex = random.chance(at.contract ? 0.35 : womenShare(at.unit.staff, rung)) ? 'Nữ' : 'Nam';
  const { birth, leave } = at.left ? leavingOf(random, setting, rung, sex, reformShare) : { birth: birthOfPresent(random, rung, sex, effective), leave: undefined };
  const ethnicity = ethnicityOf(random, profile);
  const specialty = random.next();
  return {
    idNumber: idNumberOf(profile, seed, at.serial, birth, sex),
    fullName: inventName(random, sex, yearOf(birth), ethnicity.families),
    birth, birthText: birthTextOf(random, birth), sex, ethnicity: ethnicity.name,
    entry: entryOf(random, birth, sex, leave === undefined ? effective - 5 : leave - 180),
    leave, rung, specialty,
    position: positionOf(at.unit.staff, rung, specialty, at.contract),
    rankStep: rankStepOf(random, rung, ((leave ?? effective) - birth) / years),
  };
};
