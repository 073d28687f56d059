import { skills } from './certificate.ts';
import type { Certificate, CertificateType, Scores, Skill } from './certificate.ts';
import { gradePosition } from './certificate-grade.ts';
import type { EquivalenceRule, EquivalenceTable, GradeRule, ScoreRule, SkillsRule } from './equivalence-table.ts';

/** The least result that gives a level. */
export type Threshold = { score: number } | { skills: Partial<Record<Skill, number>> } | { grade: string };

/** Why a line of a table could not be read for a certificate. */
export type MissingResult =
  | { kind: 'score-missing' }
  | { kind: 'skills-missing'; missing: readonly Skill[] }
  | { kind: 'grade-missing' }
  | { kind: 'grade-not-understood'; grade: string };

/** What a table says of a certificate. */
export type TableOutcome =
  | { kind: 'level'; level: number; clause: string; threshold: Threshold }
  | { kind: 'below-lowest-threshold'; clause: string; lowest: number; threshold: Threshold }
  | MissingResult;

const known = (scores: Scores, of: readonly Skill[]): number[] => of.flatMap((it) => scores[it] ?? []);

/** The overall score: the one given, or as the test itself makes it of the skills. Null if neither is known. */
export const overallScore = (scores: Scores, from: ScoreRule['overallFrom']): number | null => {
  if (scores.overall !== null || from === undefined) return scores.overall;
  const parts = known(scores, from === 'mean-of-skills-to-half' ? skills : ['listening', 'reading']);
  const sum = parts.reduce((total, it) => total + it, 0);
  if (from === 'sum-of-listening-and-reading') return parts.length === 2 ? sum : null;
  return parts.length === skills.length ? Math.round((sum / skills.length) * 2) / 2 : null;
};

/** The highest level that is reached, or the news that even the lowest is not. */
const highest = <T extends { level: number }>(
  rule: EquivalenceRule,
  levels: readonly [T, ...T[]],
  reached: (it: T) => boolean,
  threshold: (it: T) => Threshold,
): TableOutcome => {
  const best = levels.findLast(reached);
  if (best) return { kind: 'level', level: best.level, clause: rule.clause, threshold: threshold(best) };
  const [lowest] = levels;
  return { kind: 'below-lowest-threshold', clause: rule.clause, lowest: lowest.level, threshold: threshold(lowest) };
};

const byScore = (rule: ScoreRule, scores: Scores): TableOutcome => {
  const score = overallScore(scores, rule.overallFrom);
  if (score === null) return { kind: 'score-missing' };
  return highest(rule, rule.levels, (it) => score >= it.from, (it) => ({ score: it.from }));
};

const bySkills = (rule: SkillsRule, scores: Scores): TableOutcome => {
  const named = skills.filter((skill) => rule.levels.some((it) => it.from[skill] !== undefined));
  const missing = named.filter((skill) => scores[skill] === null);
  if (missing.length > 0) return { kind: 'skills-missing', missing };
  const reaches = (from: Partial<Record<Skill, number>>) => named.every((skill) => (scores[skill] ?? 0) >= (from[skill] ?? 0));
  return highest(rule, rule.levels, (it) => reaches(it.from), (it) => ({ skills: it.from }));
};

const byGrade = (rule: GradeRule, type: CertificateType, grade: string | null): TableOutcome => {
  if (grade === null) return { kind: 'grade-missing' };
  const position = gradePosition(type, grade);
  if (position === undefined) return { kind: 'grade-not-understood', grade };
  const least = (it: { from: string }) => gradePosition(type, it.from) ?? Infinity;
  return highest(rule, rule.levels, (it) => position >= least(it), (it) => ({ grade: it.from }));
};

const byRule = (rule: EquivalenceRule, type: CertificateType, certificate: Certificate): TableOutcome => {
  if (rule.by === 'score') return byScore(rule, certificate.scores);
  if (rule.by === 'skills') return bySkills(rule, certificate.scores);
  return byGrade(rule, type, certificate.grade);
};

const decides = (outcome: TableOutcome): boolean => outcome.kind === 'level' || outcome.kind === 'below-lowest-threshold';

/** What a table says of a certificate; undefined if the table does not speak of its type. */
export const outcomeByTable = (table: EquivalenceTable, type: CertificateType, certificate: Certificate): TableOutcome | undefined => {
  const outcomes = table.rules.filter((it) => it.type === type.code).map((it) => byRule(it, type, certificate));
  return outcomes.find(decides) ?? outcomes[0];
};
