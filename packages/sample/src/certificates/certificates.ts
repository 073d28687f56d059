// Vietnamese as data: cells of a workbook, as an officer types them.
import type { Person, Setting } from '../people/person.ts';
import type { IssuerOutline } from '../profile.ts';
import type { Unit } from '../units/unit.ts';
import { dayAt, dayOf, monthsLater, typed, yearOf, type Day } from '../values/day.ts';
import { weightedAt, type Random } from '../values/random.ts';
import { attainmentOf, chanceOfExam, firstExamYear, type Attainment } from './attainment.ts';
import { goodForTwoYears, inNoTable, ofManyLanguages, organiserOf, testFor } from './exam-choice.ts';
import { resultOf } from './scores.ts';

/** A row of the sheet of certificates; a blank cell is an empty text. */
export type CertificateRow = {
  id_number: string; type_code: string; language_code: string; number: string; issuer: string; exam_date: string; expires_on: string; score: string;
  listening: string; reading: string; speaking: string; writing: string; grade: string; state: string; decision_level: string;
  decision_document: string; decision_date: string;
};

/** A certificate with what its row no longer shows: the day, the language, the level behind it. */
export type Certificate = { row: CertificateRow; day: Day; language: string; level: number };

const languageOf = (random: Random, setting: Setting): string => {
  let rest = random.next() * 1_000;
  return setting.profile.otherLanguages.find(({ weight }) => (rest -= weight) < 0)?.code ?? 'en';
};

const licensedOn = (issuer: IssuerOutline, type: string, day: Day): boolean =>
  issuer.types.includes(type) && (issuer.since === undefined || dayOf(issuer.since) <= day) && (issuer.until === undefined || day <= dayOf(issuer.until));

const issuerOf = (random: Random, setting: Setting, type: string, day: Day): string => {
  const { issuers } = setting.profile;
  if (!issuers.some(({ types }) => types.includes(type))) return organiserOf(random, type);
  // A few come from bodies that nobody licensed.
  if (random.chance(0.025)) return 'Trung tâm Ngoại ngữ - Tin học';
  const licensed = issuers.filter((it) => licensedOn(it, type, day));
  return licensed.length > 0 ? random.pick(licensed).code : '';
};

const stateOf = (random: Random, day: Day, effective: Day): string => {
  const point = random.next();
  if (point < 0.02) return 'Hủy';
  if (point < 0.045) return 'Không công nhận';
  return point < (effective - day < 90 ? 0.6 : 0.15) ? 'Đã khai' : 'Đã xác minh';
};

const decisionOf = (random: Random, type: string, level: number, state: string, day: Day, effective: Day): Pick<CertificateRow, 'decision_level' | 'decision_document' | 'decision_date'> => {
  const likely = state !== 'Đã xác minh' ? 0 : inNoTable.has(type) ? 0.35 : 0.015;
  const decided = day + 40 + random.below(400);
  if (!random.chance(likely) || decided > effective) return { decision_level: '', decision_document: '', decision_date: '' };
  return { decision_level: String(Math.max(1, level)), decision_document: `${random.between(100, 2999)}/SGDĐT-GDTX`, decision_date: typed(decided) };
};

const certificate = (random: Random, setting: Setting, person: Person, type: string, language: string, level: number, day: Day): Certificate => {
  const state = stateOf(random, day, setting.effective);
  const printsEnd = goodForTwoYears.has(type) && random.chance(0.7);
  const row: CertificateRow = {
    id_number: person.idNumber, type_code: type, language_code: ofManyLanguages.has(type) ? language : '',
    number: `${yearOf(day)}-${random.between(100_000, 999_999)}`, issuer: issuerOf(random, setting, type, day),
    exam_date: typed(day), expires_on: printsEnd ? typed(monthsLater(day, 24) - 1) : '', ...resultOf(random, type, level), state,
    ...decisionOf(random, type, level, state, day, setting.effective),
  };
  return { row, day, language, level };
};

const levelOf = (random: Random, { levels }: Attainment): number => weightedAt(levels.map((weight, i) => ({ weight, level: 2 + i })), random.next()).level;

/** Tests of the programme's years: at most three, the level of a person rising at times. */
const exams = (random: Random, setting: Setting, person: Person, attainment: Attainment, last: Day): Certificate[] => {
  const found: Certificate[] = [];
  let level = 0;
  let language = 'en';
  const lastYear = yearOf(last);
  for (let year = firstExamYear; year <= lastYear && found.length < 3; year += 1) {
    const age = year - yearOf(person.birth);
    if (age < 21 || !random.chance(chanceOfExam(attainment, year, age) * (found.length > 0 ? 1.6 : 1))) continue;
    const day = dayAt(year, 1, 10) + random.below(345);
    if (day > last) break;
    if (level === 0) {
      level = levelOf(random, attainment);
      language = languageOf(random, setting);
    } else if (level < 5 && random.chance(0.35)) level += 1;
    found.push(certificate(random, setting, person, testFor(random, language, level), language, level, day));
  }
  return found;
};

const oldCertificate = (random: Random, setting: Setting, person: Person, last: Day): Certificate[] => {
  const born = yearOf(person.birth);
  if (born > 1990 || !random.chance(0.06)) return [];
  const day = dayAt(random.between(Math.max(1994, born + 20), Math.max(2014, born + 21)), 1, 15) + random.below(330);
  const grade = random.chance(0.62) ? 2 : random.chance(0.6) ? 1 : 3;
  return day > last ? [] : [certificate(random, setting, person, 'old-abc', random.chance(0.96) ? 'en' : 'fr', grade, day)];
};

const degree = (random: Random, setting: Setting, person: Person, attainment: Attainment, last: Day): Certificate[] => {
  if (!random.chance(attainment.degree)) return [];
  const day = monthsLater(person.birth, 12 * random.between(22, 24)) + random.below(300);
  if (day > last) return [];
  const language = attainment.degree > 0.9 ? 'en' : languageOf(random, setting);
  const made = certificate(random, setting, person, 'language-degree', language, 0, day);
  const grade = random.chance(0.86) ? 'bachelor' : random.chance(0.75) ? 'master' : 'college';
  return [{ ...made, row: { ...made.row, grade, decision_level: '', decision_document: '', decision_date: '' } }];
};

const specialised = (random: Random, setting: Setting, person: Person, unit: Unit, last: Day): Certificate[] => {
  if (unit.group === 'publicEmployees' || !random.chance(0.004)) return [];
  const day = dayAt(random.between(2021, 2025), 3, 1) + random.below(270);
  return day > last ? [] : [certificate(random, setting, person, 'specialised-language', 'en', 3, day)];
};

/** The certificates, degrees and completions of a person, oldest kind first; none from after the effective date or after leaving. */
export const certificatesOf = (random: Random, setting: Setting, person: Person, unit: Unit): Certificate[] => {
  const last = Math.min(setting.effective, (person.leave ?? setting.effective + 1) - 1);
  const attainment = attainmentOf(person, unit);
  return [
    ...oldCertificate(random, setting, person, last),
    ...degree(random, setting, person, attainment, last),
    ...exams(random, setting, person, attainment, last),
    ...specialised(random, setting, person, unit, last),
  ];
};
