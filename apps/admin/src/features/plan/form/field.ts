import type { Rule } from '@saubac/domain/rules';

/** Lists of the plan whose elements a field names by their ids. */
export type NamedList = 'documents' | 'bodies' | 'calendar';

type Shape =
  /** Plain text. */
  | { as: 'line'; long?: true }
  /** A text in Vietnamese and, where somebody wrote it, English. */
  | { as: 'text'; long?: true }
  | { as: 'texts' }
  | { as: 'day' }
  | { as: 'choice'; options: readonly string[] }
  | { as: 'choices'; options: readonly string[] }
  | { as: 'flag' }
  /** Basis points, shown in percent. */
  | { as: 'share' }
  | { as: 'whole'; least: number; most: number }
  /** `blank`: the rule that a new element begins with. `inCohort`: asked among the people of the cohort beside it. */
  | { as: 'rule'; blank: Rule; among?: 'subjects' | 'cohort' }
  | { as: 'one-of-plan'; list: NamedList }
  | { as: 'some-of-plan'; list: NamedList }
  | { as: 'units'; orAll?: true }
  | { as: 'languages' }
  | { as: 'id' }
  | { as: 'group'; fields: readonly Field[] }
  | { as: 'list'; fields: readonly Field[]; headline: 'title' | 'name' | 'document' | 'clause' | 'level' }
  /** Values that turn what stands beside them: a target by people or by documents, a condition of payment, what a priority prefers. */
  | { as: 'measure' }
  | { as: 'requires' }
  | { as: 'prefers' };

/**
 * A field of a plan. `key` is its key in the file and names its label (`labelKey` where the same key means another thing). `optional`: it can
 * be left out. `nullable`: it is `null` where it is not known. `ofPeople`: only of a target that counts people. `deep`: shown among the details.
 */
export type Field = Shape & { key: string; label?: string; optional?: true; nullable?: true; ofPeople?: true; deep?: true };

export type ListField = Extract<Field, { as: 'list' }>;
export type GroupField = Extract<Field, { as: 'group' }>;
export type RuleField = Extract<Field, { as: 'rule' }>;
