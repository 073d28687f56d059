import { namedExams } from './exam-names.ts';
import type { NamedExam } from './exam-names.ts';
import type { Reading } from './proposal.ts';

const numberIn = (text: string): number | undefined => {
  const found = /(?<![\d.,])\d{1,3}(?:[.,]\d{1,2})?(?!\d|[.,]\d)/.exec(text)?.[0];
  return found === undefined ? undefined : Number(found.replace(',', '.'));
};

const fits = (score: number, { least, most, step }: NonNullable<NamedExam['score']>): boolean => score >= least && score <= most && Number.isInteger(score / step);

const readScore = (exam: NamedExam, text: string): Reading => {
  const base = { languageCode: exam.language, typeCode: exam.type };
  const { score: range } = exam;
  // The result stands behind the name, seldom before it; other numbers are not its.
  const named = exam.name.exec(text)!;
  const score = numberIn(text.slice(named.index + named[0].length)) ?? numberIn(text.slice(0, named.index));
  if (!range || score === undefined) return { ...base, confidence: 'low', reason: { kind: 'named-test-without-result' } };
  if (!fits(score, range)) return { ...base, confidence: 'low', reason: { kind: 'result-impossible', least: range.least, most: range.most } };
  if (exam.silentOn) return { ...base, score, confidence: 'medium', reason: { kind: 'skills-not-stated', missing: exam.silentOn } };
  return { ...base, score, confidence: 'high', reason: { kind: 'named-test-with-result' } };
};

/** "TOEFL 500" is the paper test and "TOEFL 80" the one by computer; the text does not say so. */
const readToefl = (text: string): Reading | undefined => {
  if (!/\btoefl\b/.test(text)) return undefined;
  const score = numberIn(text);
  const doubt: Reading = { languageCode: 'en', confidence: 'low', reason: { kind: 'test-has-two-forms', types: ['toefl-ibt', 'toefl-itp'] } };
  if (score === undefined) return doubt;
  if (score <= 120) return { ...doubt, typeCode: 'toefl-ibt', score, confidence: 'medium' };
  return score >= 310 && score <= 677 ? { ...doubt, typeCode: 'toefl-itp', score, confidence: 'medium' } : doubt;
};

/** "N3" alone is a grade of the JLPT by its form, though the test is not named. */
const namesTest = (exam: NamedExam, text: string): boolean => exam.type !== 'jlpt' || /\bjlpt\b|nhat/.test(text);

/** What a plain text says of a named test; undefined if it names none. */
export const readExam = (text: string): Reading | undefined => {
  const exam = namedExams.find((it) => it.name.test(text));
  if (!exam) return readToefl(text);
  const found = exam.grade?.pattern.exec(text)?.[1];
  if (!exam.grade || found === undefined) return readScore(exam, text);
  const named = namesTest(exam, text);
  return {
    languageCode: exam.language,
    typeCode: exam.type,
    grade: exam.grade.of(found),
    confidence: named ? 'high' : 'medium',
    reason: { kind: named ? 'named-test-with-result' : 'grade-without-test-name' },
  };
};
