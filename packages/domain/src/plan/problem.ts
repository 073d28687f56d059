/** What each kind of problem says besides its place: enough to word what is wrong and what to do. */
export type PlanProblemParams = {
  /** Form: the file is not what the schema asks for. */
  'not-an-object': { found: string };
  missing: { key: string };
  'wrong-type': { expected: string; found: string };
  'unknown-key': { key: string; suggestions: string[] };
  'not-one-of': { found: string; allowed: string[]; suggestions: string[] };
  'out-of-range': { found: string; least?: number; most?: number };
  empty: { key: string };
  'not-an-id': { found: string };
  'not-a-day': { found: string };
  'no-such-day': { day: number; month: number };
  'not-accepted': { reason: string };
  /** Form of a rule. */
  'rule-without-form': { keys: string[]; suggestions: string[] };
  'rule-with-two-forms': { keys: string[] };
  'condition-without-comparison': { fact: string; allowed: string[] };
  'condition-with-two-comparisons': { fact: string; found: string[] };
  /** Sense of a rule. */
  'unknown-fact': { fact: string; suggestions: string[] };
  'wrong-comparison': { fact: string; type: string; found: string; allowed: string[] };
  'unknown-code': { fact: string; found: string; allowed: string[]; suggestions: string[] };
  'wrong-value': { fact: string; found: string; expected: string };
  'missing-parameter': { fact: string; parameter: string; allowed: string[] };
  'parameter-not-taken': { fact: string; parameter: string };
  'unknown-unit': { unit: string; suggestions: string[] };
  'unknown-language': { language: string; suggestions: string[] };
  /** Sense of the file. */
  'duplicate-id': { id: string; first: string };
  'unknown-document': { document: string; suggestions: string[]; known: string[] };
  'unknown-body': { body: string; suggestions: string[]; known: string[] };
  'unknown-deadline': { deadline: string; suggestions: string[]; known: string[] };
  'unknown-national-row': { row: string; suggestions: string[]; known: string[] };
  'outside-period': { day: string; from: string; to: string };
  'ends-before-it-begins': { from: string; to: string };
  'overlapping-phases': { phase: string; other: string };
  'empty-level-row': { level: string };
};

export type PlanProblemCode = keyof PlanProblemParams;

/**
 * Something wrong in a plan file: where (`targets[3].cohort.all[0].fact`), what, and what is needed to say how to mend it. Data only;
 * the words are made where they are shown.
 */
export type PlanProblem = { [Code in PlanProblemCode]: { path: string; code: Code; params: PlanProblemParams[Code] } }[PlanProblemCode];

export type PathPart = string | number;

/** A place in the file as people read it: `targets[3].cohort.all[0].fact`; the whole file is `$`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? '$'
    : path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`)).join('');

/** A problem at a place. */
export const problem = <Code extends PlanProblemCode>(path: readonly PropertyKey[], code: Code, params: PlanProblemParams[Code]): PlanProblem =>
  ({ path: pathText(path), code, params }) as PlanProblem;
