import type { AgeDay, Condition, Rule } from './rule.ts';

/** Everybody for whom all parts hold. */
export const all = (...parts: Rule[]): Rule => ({ all: parts });
/** Everybody for whom at least one part holds. */
export const any = (...parts: Rule[]): Rule => ({ any: parts });
/** Everybody for whom the part does not hold (also where it is not known). */
export const not = (part: Rule): Rule => ({ not: part });

/** Conditions on a flag: `teaches.isTrue()`. */
export const flag = (fact: string): { isTrue: () => Condition; isFalse: () => Condition } => ({
  isTrue: () => ({ fact, is: true }),
  isFalse: () => ({ fact, is: false }),
});

/** Conditions on a fact of a set of codes: `kind.isOneOf('cadre')`. */
export const code = <Code extends string>(fact: string): { isOneOf: (...codes: [Code, ...Code[]]) => Condition } => ({
  isOneOf: (...codes) => ({ fact, in: codes }),
});

type Ordered<Value> = Record<'atLeast' | 'atMost' | 'above' | 'below', (value: Value) => Condition>;

/** Conditions on a fact whose values have an order: `officeRank.atLeast('division')`. */
export const ordered = <Value extends string | number>(fact: string, parameters: { on?: AgeDay; languages?: 'any' | string[] } = {}): Ordered<Value> => ({
  atLeast: (value) => ({ fact, atLeast: value, ...parameters }),
  atMost: (value) => ({ fact, atMost: value, ...parameters }),
  above: (value) => ({ fact, above: value, ...parameters }),
  below: (value) => ({ fact, below: value, ...parameters }),
});

/** Conditions on the age in completed years on a named day. */
export const age = (on: AgeDay): Ordered<number> => ordered<number>('age', { on });
/** Conditions on the best level held in some languages. */
export const level = (languages: 'any' | string[]): Ordered<number> => ordered<number>('level', { languages });
/** Somebody whose unit stands in the subtree of one of these units, by their stable codes. */
export const inUnit = (...codes: [string, ...string[]]): Condition => ({ fact: 'unit', within: codes });
