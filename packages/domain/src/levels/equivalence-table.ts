import { z } from 'zod';
import type { IsoDate, LocalText } from '../values/index.ts';
import { skills } from './certificate.ts';

const level = z.int().min(0).max(20).describe('Ordinal of the level in the framework');
const type = z.string().min(1).describe('Code of the certificate type');
const clause = z.string().min(1).describe('Where in the legal basis this line stands');
const skillScores = z.partialRecord(z.enum(skills), z.number());

const rises = (thresholds: readonly { level: number }[]): boolean =>
  thresholds.every((it, index) => index === 0 || it.level > thresholds[index - 1]!.level);
const inOrder = { message: 'Levels must stand in rising order, each once' };

/**
 * A level by the overall score. `overallFrom` says how the test itself computes the overall score, for certificates that give only the
 * skills; without it such a certificate has no overall score.
 */
const byScore = z.strictObject({
  type,
  by: z.literal('score'),
  clause,
  overallFrom: z.enum(['mean-of-skills-to-half', 'sum-of-listening-and-reading']).optional(),
  levels: z.array(z.strictObject({ level, from: z.number(), to: z.number().optional() })).min(1).refine(rises, inOrder),
});

/** A level by skills: every skill that a threshold names must be reached. */
const bySkills = z.strictObject({
  type,
  by: z.literal('skills'),
  clause,
  levels: z.array(z.strictObject({ level, from: skillScores, to: skillScores.optional() })).min(1).refine(rises, inOrder),
});

/** A level by the grade printed on it, in the order of the type's grades. */
const byGrade = z.strictObject({
  type,
  by: z.literal('grade'),
  clause,
  levels: z.array(z.strictObject({ level, from: z.string().min(1), to: z.string().optional() })).min(1).refine(rises, inOrder),
});

/**
 * One line of an equivalence table. `from` is the least that gives the level; `to` is the end of the printed range and is only shown: a
 * result above the highest range keeps the highest level. Several lines for one type are alternatives: the first whose values the
 * certificate has decides.
 */
export const equivalenceRule = z.discriminatedUnion('by', [byScore, bySkills, byGrade]);
export const equivalenceRules = z.array(equivalenceRule).min(1);
export type EquivalenceRule = z.infer<typeof equivalenceRule>;
export type ScoreRule = z.infer<typeof byScore>;
export type SkillsRule = z.infer<typeof bySkills>;
export type GradeRule = z.infer<typeof byGrade>;

/** A named table that gives levels of a framework to certificates. A tenant chooses by date which tables count. */
export type EquivalenceTable = {
  code: string;
  name: LocalText;
  legalBasis: string;
  framework: string;
  validFrom: IsoDate;
  rules: readonly EquivalenceRule[];
};

/** The types of certificate that a table speaks of. */
export const typesCoveredBy = (table: EquivalenceTable): ReadonlySet<string> => new Set(table.rules.map((it) => it.type));
