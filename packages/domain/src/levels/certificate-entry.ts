import type { IsoDate } from '../values/index.ts';
import { frameworkTypeCode, skills } from './certificate.ts';
import type { Certificate, CertificateType, Scores, Skill } from './certificate.ts';
import { gradePosition } from './certificate-grade.ts';
import { levelOfGrade } from './framework.ts';
import type { Framework } from './framework.ts';

/** What somebody writes down from a certificate in his hand. `issuer` is one of the tenant's list, `issuerName` the name as printed. */
export type CertificateEntry = Pick<Certificate, 'type' | 'number' | 'issuer' | 'issuerName' | 'examDate' | 'expiresOn' | 'scores' | 'grade'> & {
  /** Null: that of the type. */
  language: string | null;
};

type ScoreField = 'score' | Skill;

/** What is wrong with an entry, and in which field. The kinds are those of the roster's certificates sheet. */
export type EntryProblem =
  | { kind: 'unknown-certificate-type'; field: 'type'; value: string }
  | { kind: 'unknown-language'; field: 'language'; value: string }
  | { kind: 'language-missing'; field: 'language' }
  | { kind: 'language-differs'; field: 'language'; value: string; expected: string }
  | { kind: 'day-in-the-future'; field: 'examDate'; value: IsoDate; latest: IsoDate }
  | { kind: 'ends-before-start'; field: 'expiresOn'; value: IsoDate }
  | { kind: 'score-out-of-range'; field: ScoreField; value: number; least: number; most: number }
  | { kind: 'score-too-fine'; field: ScoreField; value: number }
  | { kind: 'grade-not-understood'; field: 'grade'; value: string; grades: readonly string[] };

/** What an entry is checked against. */
export type KnownForEntry = { framework: Framework; types: ReadonlyMap<string, CertificateType>; languages: ReadonlySet<string>; today: IsoDate };

// What the column can hold, for tests whose limits nobody wrote down.
const anyScore = [0, 9_999] as const;

const scoresOf = (scores: Scores): [ScoreField, number][] => {
  const all: [ScoreField, number | null][] = [['score', scores.overall], ...skills.map((it): [ScoreField, number | null] => [it, scores[it]])];
  return all.flatMap(([field, value]) => (value === null ? [] : [[field, value] as [ScoreField, number]]));
};

const ofScores = (scores: Scores, { scoreLimits }: CertificateType): EntryProblem[] =>
  scoresOf(scores).flatMap(([field, value]): EntryProblem[] => {
    const [least, most] = (field === 'score' ? scoreLimits.overall : scoreLimits.skill) ?? anyScore;
    if (value < least || value > most) return [{ kind: 'score-out-of-range', field, value, least, most }];
    return Math.abs(value * 100 - Math.round(value * 100)) > 1e-6 ? [{ kind: 'score-too-fine', field, value }] : [];
  });

const ofLanguage = (stated: string | null, type: CertificateType, languages: ReadonlySet<string>): EntryProblem[] => {
  if (stated === null) return type.language === null ? [{ kind: 'language-missing', field: 'language' }] : [];
  if (!languages.has(stated)) return [{ kind: 'unknown-language', field: 'language', value: stated }];
  return type.language !== null && type.language !== stated ? [{ kind: 'language-differs', field: 'language', value: stated, expected: type.language }] : [];
};

const ofGrade = ({ grade, examDate }: CertificateEntry, type: CertificateType, framework: Framework): EntryProblem[] => {
  if (grade === null || type.grades.length === 0) return [];
  const understood = type.code === frameworkTypeCode ? levelOfGrade(framework, grade, examDate) : gradePosition(type, grade);
  return understood === undefined ? [{ kind: 'grade-not-understood', field: 'grade', value: grade, grades: type.grades }] : [];
};

/** Everything wrong with an entry; empty when it can be kept. Whether its issuer is licensed is no matter here: that decides whether it counts. */
export const entryProblems = (entry: CertificateEntry, { framework, types, languages, today }: KnownForEntry): EntryProblem[] => {
  const { type: code, language, examDate, expiresOn, scores } = entry;
  const type = types.get(code);
  const ofDates: EntryProblem[] = [
    ...(examDate > today ? [{ kind: 'day-in-the-future' as const, field: 'examDate' as const, value: examDate, latest: today }] : []),
    ...(expiresOn !== null && expiresOn < examDate ? [{ kind: 'ends-before-start' as const, field: 'expiresOn' as const, value: expiresOn }] : []),
  ];
  if (!type) return [{ kind: 'unknown-certificate-type', field: 'type', value: code }, ...ofDates];
  return [...ofLanguage(language, type, languages), ...ofDates, ...ofScores(scores, type), ...ofGrade(entry, type, framework)];
};
