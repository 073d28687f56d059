import { code, type Condition, type FactDefinition, flag, ordered } from '@saubac/domain/rules';
import type { IsoDate, LocalText } from '@saubac/domain/values';
import type { SQL } from 'drizzle-orm';

import { type Manifest, wordOf } from './manifest.ts';

/**
 * Selects `person_id` and `value` as of a date, out of the plugin's own tables. Somebody it does not name takes the fact's fallback, or
 * is unknown without one. Of several rows for one person the highest value counts, so no relation can count anybody twice.
 */
export type FactRelation = (asOf: IsoDate) => SQL;

type Parts<Key extends string, Value> = {
  /** The word for the fact, as it reads in the sentence of a rule. */
  label: Key;
  /** What stands for a missing value. Without one a missing value is unknown, and figures say how many. */
  fallback?: Value;
  relation: FactRelation;
};

/** How a flag reads in a sentence when it holds and when it does not, where label and "not" would read badly. */
type Phrase<Key extends string> = { phrase?: { holds: Key; fails: Key } };

type CodeLabels<Key extends string, Code extends string> = { codeLabels: Readonly<Record<Code, Key>> };

type FlagFact<Key extends string> = Parts<Key, boolean> & Phrase<Key> & { type: 'flag' };
type NumberFact<Key extends string> = Parts<Key, number> & { type: 'number' };
type ScaleFact<Key extends string, Code extends string> = Parts<Key, Code> & CodeLabels<Key, Code> & { type: 'scale'; codes: readonly Code[] };
type AnyFact<Key extends string> = FlagFact<Key> | NumberFact<Key> | ScaleFact<Key, string>;

/**
 * Describes a fact; `defineFacts` gives it its name.
 *
 * @example
 * fact.flag({ label: 'fact.onDuty', fallback: false, relation: (asOf) => sql`select person_id, true as value from ${duties} where …` });
 * fact.number({ label: 'fact.lessons', relation: (asOf) => sql`select person_id, sum(lessons) as value from ${attendances} where …` });
 * fact.scale(['none', 'basic', 'advanced'], {
 *   label: 'fact.course',
 *   codeLabels: { none: 'course.none', basic: 'course.basic', advanced: 'course.advanced' },
 *   fallback: 'none',
 *   relation: (asOf) => sql`select person_id, course as value from ${completions} where ${completions.on} <= ${asOf}`,
 * });
 */
export const fact = {
  /** Yes or no. The relation's value is a boolean. */
  flag: <const Label extends string, const Said extends string = never>(parts: Parts<Label, boolean> & Phrase<Said>): FlagFact<Label | Said> => ({ type: 'flag', ...parts }),
  /** A whole number. */
  number: <const Label extends string>(parts: Parts<Label, number>): NumberFact<Label> => ({ type: 'number', ...parts }),
  /** Codes in rising order, compared by position. The relation's value is a code; one that is not in the scale is a missing value. */
  scale: <const Code extends string, const Label extends string, const Named extends string>(
    codes: readonly [Code, ...Code[]],
    parts: Parts<Label, NoInfer<Code>> & CodeLabels<Named, NoInfer<Code>>,
  ): ScaleFact<Label | Named, Code> => ({ type: 'scale', codes, ...parts }),
};

/** A fact under its id `<plugin>.<name>`: what rules name, and where its values are read. */
export type PluginFact<Id extends string = string> = { definition: FactDefinition & { id: `${Id}.${string}` }; relation: FactRelation };

type Comparisons<Value extends string | number> = Record<'atLeast' | 'atMost' | 'above' | 'below', (value: Value) => Condition>;
type ConditionsOf<Fact> =
  Fact extends FlagFact<string>
    ? { isTrue: () => Condition; isFalse: () => Condition }
    : Fact extends ScaleFact<string, infer Code>
      ? Comparisons<Code> & { isOneOf: (...codes: [Code, ...Code[]]) => Condition }
      : Comparisons<number>;

const definitionOf = (manifest: Manifest, name: string, it: AnyFact<string>): FactDefinition => {
  const word = (key: string): LocalText => wordOf(manifest, key);
  const definition: FactDefinition = { id: `${manifest.id}.${name}`, type: it.type, label: word(it.label), fallback: it.fallback };
  if (it.type === 'scale') return { ...definition, codes: it.codes.map((code) => ({ code, label: word(it.codeLabels[code] ?? code) })) };
  if (it.type === 'flag' && it.phrase) return { ...definition, phrase: { holds: word(it.phrase.holds), fails: word(it.phrase.fails) } };
  return definition;
};

const conditionsFor = (id: string, it: AnyFact<string>): object => {
  if (it.type === 'flag') return flag(id);
  return it.type === 'scale' ? { ...ordered(id), ...code(id) } : ordered(id);
};

/**
 * Names a plugin's facts and gives each the conditions it can stand in. The name is the key, its id in rules `<plugin>.<name>`.
 *
 * @example
 * export const facts = defineFacts(manifest, {
 *   onDuty: fact.flag({ label: 'fact.onDuty', fallback: false, relation: (asOf) => sql`…` }),
 * });
 * facts.onDuty.isTrue(); // { fact: 'example.onDuty', is: true }
 */
export const defineFacts = <Id extends string, Key extends string, const Facts extends Record<string, AnyFact<NoInfer<Key>>>>(
  manifest: Manifest<Id, Key>,
  facts: Facts,
): { [Name in keyof Facts]: PluginFact<Id> & ConditionsOf<Facts[Name]> } => {
  const named = Object.entries(facts).map(([name, it]) => {
    const definition = definitionOf(manifest, name, it);
    return [name, { definition, relation: it.relation, ...conditionsFor(definition.id, it) }];
  });
  return Object.fromEntries(named) as { [Name in keyof Facts]: PluginFact<Id> & ConditionsOf<Facts[Name]> };
};
