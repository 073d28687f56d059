import type { RuleProblem } from '../rules/index.ts';

/** What a value is, or should be. */
export type Shape = 'text' | 'number' | 'whole-number' | 'flag' | 'list' | 'object' | 'nothing' | 'rule' | 'number-or-code' | 'any-or-list';

/** The file is not what the schema asks for. */
type FormProblem =
  | { kind: 'not-an-object'; found: Shape }
  | { kind: 'too-deep'; most: number }
  | { kind: 'character-not-stored' }
  | { kind: 'missing'; key: string }
  | { kind: 'wrong-type'; expected: Shape; found: Shape }
  | { kind: 'unknown-key'; key: string; suggestions: string[] }
  | { kind: 'misplaced-key'; key: string }
  | { kind: 'not-one-of'; found: string; allowed: string[]; suggestions: string[] }
  | { kind: 'out-of-range'; found: string; least?: number; most?: number }
  | { kind: 'empty'; key: string }
  | { kind: 'not-an-id'; found: string }
  | { kind: 'not-a-day'; found: string }
  | { kind: 'no-such-day'; day: number; month: number }
  | { kind: 'not-accepted'; reason: string }
  | { kind: 'rule-without-form'; keys: string[]; suggestions: string[] }
  | { kind: 'rule-with-two-forms'; keys: string[] }
  | { kind: 'condition-without-comparison'; fact: string; allowed: string[] }
  | { kind: 'condition-with-two-comparisons'; fact: string; found: string[] };

/** The file has the right form but can't be meant. */
type SenseProblem =
  | { kind: 'duplicate-id'; id: string; first: string }
  | { kind: 'unknown-document'; document: string; suggestions: string[]; known: string[] }
  | { kind: 'unknown-body'; body: string; suggestions: string[]; known: string[] }
  | { kind: 'unknown-deadline'; deadline: string; suggestions: string[]; known: string[] }
  | { kind: 'unknown-national-row'; row: string; suggestions: string[]; known: string[] }
  | { kind: 'unknown-unit'; unit: string; suggestions: string[] }
  | { kind: 'unknown-language'; language: string; suggestions: string[] }
  | { kind: 'unknown-kind'; found: string; allowed: string[]; suggestions: string[] }
  | { kind: 'outside-period'; day: string; from: string; to: string }
  | { kind: 'ends-before-it-begins'; from: string; to: string }
  | { kind: 'overlapping-phases'; phase: string; other: string; from: string }
  | { kind: 'empty-level-row'; level: string }
  | { kind: 'no-milestone-here'; fact: string }
  | { kind: 'rule-too-large'; most: number };

/**
 * Something wrong in a plan file: where (`targets[3].cohort.all[0].fact`), what, and what is needed to say how to mend it. Data only;
 * the words are made where they are shown.
 */
export type PlanProblem = RuleProblem | ({ path: string } & (FormProblem | SenseProblem));

/** A problem before it has a place. */
export type Fault = FormProblem | SenseProblem;

/** A place in the file as people read it: `targets[3].cohort.all[0].fact`; the whole file is `$`. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? '$'
    : path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`)).join('');

/** A problem at a place. */
export const problem = (path: readonly PropertyKey[], fault: Fault): PlanProblem => ({ path: pathText(path), ...fault });

/** What a value of JSON is. */
export const shapeOf = (value: unknown): Shape => {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'flag' : typeof value === 'number' ? 'number' : 'object';
};

/** A value as it stands in the file. */
export const shown = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
