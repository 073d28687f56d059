// Vietnamese as data: names of bodies that hold tests, cells of a workbook.
import { weightedAt, type Random } from '../values/random.ts';

type Choice = { type: string; weight: number };
const choices = (mix: Readonly<Record<string, number>>): readonly Choice[] => Object.entries(mix).map(([type, weight]) => ({ type, weight }));

const english: Readonly<Record<number, readonly Choice[]>> = {
  2: choices({ framework: 48, 'vstep-2': 32, toeic: 14, cambridge: 2, 'vstep-3-5': 4 }),
  3: choices({ 'vstep-3-5': 42, framework: 31, toeic: 11, ielts: 5, cambridge: 3, aptis: 4, 'toefl-itp': 4 }),
  4: choices({ 'vstep-3-5': 39, framework: 26, ielts: 17, toeic: 6, cambridge: 3, 'toefl-ibt': 2, aptis: 6, pte: 1 }),
  5: choices({ ielts: 34, 'vstep-3-5': 32, framework: 25, 'toefl-ibt': 9 }),
};

const others: Readonly<Record<string, readonly Choice[]>> = {
  fr: choices({ delf: 45, tcf: 35, framework: 20 }),
  zh: choices({ hsk: 85, framework: 15 }),
  ja: choices({ jlpt: 100 }),
  ru: choices({ trki: 55, framework: 45 }),
  ko: choices({ topik: 100 }),
  de: choices({ goethe: 100 }),
  lo: choices({ 'course-completion': 100 }),
  km: choices({ 'course-completion': 100 }),
};

/** Types that exist in many languages, so that a certificate has to name its own. */
export const ofManyLanguages: ReadonlySet<string> = new Set(['framework', 'old-abc', 'language-degree', 'specialised-language', 'course-completion']);

/** Types whose results are usually good for two years. */
export const goodForTwoYears: ReadonlySet<string> = new Set(['ielts', 'toefl-ibt', 'toefl-itp', 'toeic', 'pte']);

/** Types that no shipped table converts: their level can only be confirmed. */
export const inNoTable: ReadonlySet<string> = new Set(['aptis', 'pte', 'topik', 'course-completion']);

/** Which test somebody sits for a level in a language. */
export const testFor = (random: Random, language: string, level: number): string =>
  weightedAt(language === 'en' ? english[Math.min(5, Math.max(2, level))]! : (others[language] ?? choices({ framework: 1 })), random.next()).type;

const organisers: Readonly<Record<string, readonly string[]>> = {
  ielts: ['British Council', 'IDP Education'],
  toeic: ['IIG Việt Nam'],
  'toefl-ibt': ['IIG Việt Nam', 'ETS'],
  'toefl-itp': ['IIG Việt Nam'],
  cambridge: ['Cambridge Assessment English'],
  aptis: ['British Council'],
  pte: ['Pearson'],
  tcf: ['France Éducation international'],
  delf: ['France Éducation international'],
  goethe: ['Goethe-Institut'],
  jlpt: ['Japan Foundation'],
};

/** Who holds a foreign test, by name; nothing for tests whose issuers a tenant lists. */
export const organiserOf = (random: Random, type: string): string => {
  const names = organisers[type];
  return names ? random.pick(names) : '';
};
