import type { IsoDate } from '@saubac/domain/values';
import { certificatesOf, type CertificateRow } from './certificates/certificates.ts';
import { languageTextOf } from './certificates/language-text.ts';
import { careerOf } from './people/career.ts';
import { historyFrom, inventPerson, type Place, type Setting } from './people/person.ts';
import { rowsOfPerson, type PersonRow } from './people/person-rows.ts';
import { postRows, type PostRow } from './people/posts.ts';
import type { SampleProfile, StaffType } from './profile.ts';
import { placesOf, reformShareOf, staffingOf, type UnitStaffing } from './staffing-plan.ts';
import { bodyUnits } from './units/bodies.ts';
import { territoryUnits } from './units/territory.ts';
import { rowsOfUnit, type UnitRow } from './units/unit-rows.ts';
import type { Unit } from './units/unit.ts';
import { dayOf } from './values/day.ts';
import { randomFrom } from './values/random.ts';

/** The rows of the four sheets of the roster template. Each can be walked again and again and gives the same rows; none is kept in memory. */
export type SampleRoster = {
  units: Iterable<UnitRow>;
  posts: Iterable<PostRow>;
  people: Iterable<PersonRow>;
  certificates: Iterable<CertificateRow>;
};

export type SampleRequest = {
  profile: SampleProfile;
  /** How many people are present on the effective date; those who left before come in addition. */
  people: number;
  /** The same seed, the same rows. */
  seed: number;
  /** The day of the file: the last one it knows of. From 1 January 2020 on. */
  effective: IsoDate;
};

type Draw = 'person' | 'certificates' | 'career' | 'text';
const draws: Readonly<Record<Draw, number>> = { person: 1, certificates: 2, career: 3, text: 4 };

const bySort = (staffing: readonly UnitStaffing[]): ReadonlyMap<StaffType, readonly Unit[]> =>
  Map.groupBy(staffing.filter(({ heads }) => heads > 0).map(({ unit }) => unit), ({ staff }) => staff);

/** Everything that rows of people and certificates need; made anew for each walk, so that walks do not disturb each other. */
const walk = (setting: Setting, staffing: readonly UnitStaffing[]) => {
  const random = randomFrom(setting.seed);
  const draw = (what: Draw, serial: number) => random.reseed(setting.seed, serial, draws[what]);
  const siblings = bySort(staffing);
  const reformShare = reformShareOf(setting);
  const personAt = (at: Place) => inventPerson(draw('person', at.serial), setting, at, reformShare(at.unit.group));
  const certificatesAt = (at: Place, person = personAt(at)) => certificatesOf(draw('certificates', at.serial), setting, person, at.unit);
  const rowsAt = (at: Place): PersonRow[] => {
    const person = personAt(at);
    const certificates = certificatesAt(at, person);
    const career = careerOf(draw('career', at.serial), setting, person, at.unit, siblings.get(at.unit.staff) ?? [at.unit]);
    const text = draw('text', at.serial);
    const unknown = { leader: text.chance(0.003), officeRank: text.chance(0.002) };
    return rowsOfPerson(person, career, unknown, languageTextOf(text, certificates));
  };
  return { rowsAt, certificatesAt };
};

/**
 * A believable roster of people who do not exist: units before and after the reform, posts, careers since 2020, certificates. Rows are
 * made while they are read. Throws a RangeError if the number of people is not a whole number from 1 up or the day lies before 2020.
 */
export const sampleRoster = ({ profile, people, seed, effective }: SampleRequest): SampleRoster => {
  const setting: Setting = { profile, seed, effective: dayOf(effective), reform: dayOf(profile.reform) };
  if (!Number.isInteger(people) || people < 1) throw new RangeError(`Not a number of people: ${people}`);
  if (setting.effective < historyFrom) throw new RangeError(`The sample tells of 2020 and later, not of ${effective}`);
  const units = [...bodyUnits(profile), ...territoryUnits(profile, seed)].filter(({ since }) => since <= setting.effective);
  const staffing = staffingOf(setting, units, people);
  return {
    units: { *[Symbol.iterator]() { for (const it of units) yield* rowsOfUnit(it, setting.effective); } },
    posts: { [Symbol.iterator]: postRows },
    people: {
      *[Symbol.iterator]() {
        const { rowsAt } = walk(setting, staffing);
        for (const place of placesOf(staffing)) yield* rowsAt(place);
      },
    },
    certificates: {
      *[Symbol.iterator]() {
        const { certificatesAt } = walk(setting, staffing);
        for (const place of placesOf(staffing)) for (const { row } of certificatesAt(place)) yield row;
      },
    },
  };
};
