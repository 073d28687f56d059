// Vietnamese as data: words of the choice columns of the roster template.
import type { Person } from '../people/person.ts';
import { needsLanguage, teachesLanguage } from '../people/posts.ts';
import type { Unit } from '../units/unit.ts';

/** How often people of a group sit a test in a usual year, and how well: weights of levels 2 to 5. */
export type Attainment = { perYear: number; levels: readonly [number, number, number, number]; degree: number };

const linguists: Attainment = { perYear: 0.24, levels: [0, 1, 58, 41], degree: 0.96 };
const abroad: Attainment = { perYear: 0.09, levels: [2, 18, 58, 22], degree: 0.5 };
const contract: Attainment = { perYear: 0.002, levels: [70, 27, 3, 0], degree: 0 };
const provincial: Attainment = { perYear: 0.0135, levels: [30, 44, 23, 3], degree: 0.006 };
const commune: Attainment = { perYear: 0.011, levels: [47, 41, 11, 1], degree: 0.002 };
const teachers: Attainment = { perYear: 0.023, levels: [26, 40, 30, 4], degree: 0.003 };
const lecturers: Attainment = { perYear: 0.045, levels: [10, 35, 45, 10], degree: 0.01 };
const otherEmployees: Attainment = { perYear: 0.0095, levels: [36, 42, 20, 2], degree: 0.002 };
const kindergarten: Attainment = { perYear: 0.0055, levels: [52, 38, 10, 0], degree: 0 };

/** The group whose habits somebody shares. A low share, as in reality: most people hold no certificate that counts. */
export const attainmentOf = (person: Person, unit: Unit): Attainment => {
  if (person.position.kind === 'Người lao động') return contract;
  if (teachesLanguage(person.position.post)) return linguists;
  if (needsLanguage(person.position.post) || unit.field === 'external-affairs') return abroad;
  if (unit.group === 'provincial') return provincial;
  if (unit.group === 'commune') return commune;
  if (unit.staff === 'kindergarten') return kindergarten;
  if (unit.staff === 'college') return lecturers;
  return unit.field === 'education' ? teachers : otherEmployees;
};

// The programme began in late 2019: more people sat a test each year since.
const growth: Readonly<Record<number, number>> = { 2017: 0.7, 2018: 0.85, 2019: 1, 2020: 1, 2021: 1.25, 2022: 1.6, 2023: 1.9, 2024: 2.2, 2025: 2.5 };

/** The first year whose certificates the sample tells of, old ones of before aside. */
export const firstExamYear = 2017;

/** How likely somebody of an age sits a test in a year. */
export const chanceOfExam = (attainment: Attainment, year: number, age: number): number =>
  attainment.perYear * (growth[year] ?? 2.6) * Math.max(0.2, Math.min(1.9, (52 - age) / 14));
