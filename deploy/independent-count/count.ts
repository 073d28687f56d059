// The figures of both demo provinces, counted from the workbook by the words of their plans. Imports nothing of the product.
// Vietnamese as data: headings and cells of the roster workbook, as a person would read them
import { divisionOrAbove, type Present, under } from './people.ts';

type Figure = { denominator: number; numerator: number; focus: { denominator: number; numerator: number } | null };
type Row = { target: string; cohort: (it: Present) => boolean; level: number; focus?: (it: Present) => boolean };

const official = (it: Present): boolean => it.kind === 'Cán bộ' || it.kind === 'Công chức';
const upper = (it: Present): boolean => official(it) && (it.tier === 'Cấp tỉnh' || it.tier === 'Cấp huyện');
const commune = (it: Present): boolean => official(it) && it.tier === 'Cấp xã';
const employee = (it: Present): boolean => it.kind === 'Viên chức';

const commonRows = (year: '2025' | '2030'): Row[] => [
  { target: `public-employees-${year}`, cohort: employee, level: 4 },
  { target: `public-employee-leaders-${year}`, cohort: (it) => employee(it) && it.leader, level: 4 },
  { target: `officials-commune-${year}`, cohort: commune, level: 3 },
  { target: `commune-leaders-under-40-${year}`, cohort: (it) => commune(it) && it.leader && it.needsLanguage && under(it, 40, `${year}-12-31`), level: 3 },
];

type Province = { subject: (it: Present) => boolean; excluded: (it: Present) => boolean; rows: Row[] };

const provinces: Record<string, Province> = {
  'ha-tinh': {
    // I.1: cadres of State bodies; civil servants of State, Party and socio-political bodies of province and district; commune civil servants
    // (and, as III.2 counts them, commune cadres); public employees of public service units.
    subject: (it) =>
      (it.kind === 'Cán bộ' && it.bodyKind === 'Cơ quan nhà nước') ||
      (it.kind === 'Công chức' && upper(it) && it.bodyKind !== 'Đơn vị sự nghiệp công lập') ||
      commune(it) ||
      (employee(it) && it.bodyKind === 'Đơn vị sự nghiệp công lập'),
    // I.2: at Sở Ngoại vụ and with a language degree; language teachers.
    excluded: (it) => it.languageTeacher || (it.kind !== 'Người lao động' && it.field === 'external-affairs' && it.languageDegree),
    rows: [
      {
        target: 'officials-province-district-2025',
        cohort: upper,
        level: 4,
        focus: (it) => (divisionOrAbove(it.officeRank) || divisionOrAbove(it.plannedRank)) && under(it, 40, '2025-12-31'),
      },
      { target: 'officials-province-district-2030', cohort: upper, level: 4, focus: (it) => divisionOrAbove(it.officeRank) && under(it, 40, '2030-12-31') },
      ...commonRows('2025'),
      ...commonRows('2030'),
    ],
  },
  'can-tho': {
    // I.3.a: State bodies of city and districts; commune cadres and civil servants; civil servants in the leadership of public service units; public employees.
    subject: (it) =>
      (upper(it) && it.bodyKind === 'Cơ quan nhà nước') ||
      commune(it) ||
      (it.kind === 'Công chức' && it.bodyKind === 'Đơn vị sự nghiệp công lập' && it.leader) ||
      (employee(it) && it.bodyKind === 'Đơn vị sự nghiệp công lập'),
    // I.3.b: language teachers; civil servants and public employees of the external-affairs system.
    excluded: (it) => it.languageTeacher || ((it.kind === 'Công chức' || it.kind === 'Viên chức') && it.field === 'external-affairs'),
    rows: [
      { target: 'officials-province-district-2025', cohort: (it) => upper(it) && divisionOrAbove(it.officeRank) && under(it, 40, '2025-12-31'), level: 4 },
      { target: 'officials-province-district-2030', cohort: upper, level: 4, focus: (it) => divisionOrAbove(it.officeRank) && under(it, 40, '2030-12-31') },
      ...commonRows('2025'),
      ...commonRows('2030'),
    ],
  },
};

/** Every share target of a province among people present on a date. */
export const countProvince = (slug: string, present: readonly Present[]): Record<string, Figure> => {
  const province = provinces[slug];
  if (!province) throw new Error(`No count written for ${slug}`);
  const subjects = present.filter((it) => province.subject(it) && !province.excluded(it));
  return Object.fromEntries(
    province.rows.map(({ target, cohort, level, focus }) => {
      const members = subjects.filter(cohort);
      const figure = (people: readonly Present[]) => ({ denominator: people.length, numerator: people.filter((it) => it.level >= level).length });
      return [target, { ...figure(members), focus: focus ? figure(members.filter(focus)) : null }];
    }),
  );
};
