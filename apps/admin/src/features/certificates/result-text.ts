import type { AdminWords } from '@saubac/i18n/admin';

type Result = { scores: { overall: number | null; listening: number | null; reading: number | null; speaking: number | null; writing: number | null }; grade: string | null };

/** What was reached, in few words: the overall score, else the grade, else that there are scores of skills. Undefined where nothing is known. */
export const resultText = ({ scores, grade }: Result, words: Pick<AdminWords, 'number' | 'named'>): string | undefined => {
  if (scores.overall !== null) return words.number(scores.overall);
  if (grade !== null) return words.named('grades', grade);
  const ofSkills = [scores.listening, scores.reading, scores.speaking, scores.writing].flatMap((it) => (it === null ? [] : [words.number(it)]));
  return ofSkills.length === 0 ? undefined : ofSkills.join(' / ');
};
