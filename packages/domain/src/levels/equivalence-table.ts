import { z } from 'zod';
import type { IsoDate, LocalText } from '../values/index.ts';
import { skills } from './certificate.ts';

const level = z.int().min(0).max(20).describe('Ordinal of the level in the framework');
const type = z.string().min(1).describe('Code of the certificate type');
const clause = z.string().min(1).describe('Where in the legal basis this line stands');
const skillScores = z.partialRecord(z.enum(skills), z.number());

const rises = (thresholds: readonly { level: number }[]): boolean =>
  thresholds.every((it, index) => it.level > (thresholds[index - 1]?.level ?? -1));
/** At least one level, in rising order, each once. */
const levelsOf = <T extends z.ZodType<{ level: number }>>(threshold: T) =>
  z.tuple([threshold], threshold).refine((it) => rises(it as readonly { level: number }[]), { message: 'Levels must stand in rising order, each once' });

/**
 * A level by the overall score. `overallFrom` says how the test itself computes the overall score, for certificates that give only the
 * skills; without it such a certificate has no overall score.
 */
const byScore = z.strictObject({
  type,
  by: z.literal('score'),
  clause,
  overallFrom: z.enum(['mean-of-skills-to-half', 'sum-of-listening-and-reading']).optional(),
  levels: levelsOf(z.strictObject({ level, from: z.number(), to: z.number().optional() })),
});

/** A level by skills: every skill that a threshold names must be reached. */
const bySkills = z.strictObject({
  type,
  by: z.literal('skills'),
  clause,
  levels: levelsOf(z.strictObject({ level, from: skillScores, to: skillScores.optional() })),
});

/** A level by the grade printed on it, in the order of the type's grades. */
const byGrade = z.strictObject({
  type,
  by: z.literal('grade'),
  clause,
  levels: levelsOf(z.strictObject({ level, from: z.string().min(1), to: z.string().optional() })),
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
