import type { LocalText } from '../values/index.ts';

/**
 * What a fact can hold.
 * - `flag`: yes or no. `number`: a whole number. `code`: one of a set of codes (open where `codes` is absent).
 * - `scale`: codes in rising order, compared by position. `level`: an ordinal of the level framework. `unit`: the unit a person works in.
 */
export type FactType = 'flag' | 'number' | 'code' | 'scale' | 'level' | 'unit';

/** A name and meaning of a fact, known before any database is: enough to check a rule, evaluate it and read it aloud. */
export type FactDefinition = {
  /** `age`, or `<plugin>.<fact>` for a plugin's. */
  id: string;
  type: FactType;
  label: LocalText;
  /** The codes of a `code` or `scale` fact, a scale in rising order. */
  codes?: readonly { code: string; label: LocalText }[];
  /** Words for codes of an open set, which may hold others too. */
  names?: readonly { code: string; label: LocalText }[];
  /** The least and the greatest value of a `number` or `level` fact; no rule may ask for more or less. */
  range?: { least: number; most: number };
  /** What takes the place of a missing value. Without one a missing value is unknown and is counted as such. */
  fallback?: boolean | string | number | undefined;
  /** A missing value is an answer ("no level", "no office"), not ignorance: the condition is false and nothing is counted as unknown. */
  absentMeansNone?: boolean;
  /** The fact is always known of somebody who is present, so it never makes a figure uncertain. */
  alwaysKnown?: boolean;
  /** How a flag reads when it holds and when it does not: "là giáo viên ngoại ngữ" / "không là …". */
  phrase?: { holds: LocalText; fails: LocalText };
  /** Parameters a condition must or may give. */
  takes?: readonly ('on' | 'languages')[];
};

/** The value of a fact for one person: a code, a number, a flag, a list of unit ids from the unit to the root; null is unknown. */
export type FactValue = boolean | number | string | readonly string[] | null;

/** The word of a code of a fact: of its closed set, or of the names known in an open one. */
export const wordOfCode = (definition: FactDefinition, code: unknown): LocalText | undefined =>
  [...(definition.codes ?? []), ...(definition.names ?? [])].find((it) => it.code === code)?.label;
