import { type Condition, type Explanation, type FactDefinition, type FactDefinitions, type FactValue, sentenceOf, wordOfCode } from '@saubac/domain/rules';
import type { Words } from '@saubac/i18n';

/** A condition of a rule as it came out for one person. */
export type ExplainedCondition = Extract<Explanation, { form: 'condition' }>;

const oneValue = (definition: FactDefinition, value: string | number, words: Words): string => {
  if (definition.type === 'level') return words.t('reasons.level', { level: value });
  const word = wordOfCode(definition, value);
  return word ? words.text(word) : String(value);
};

/** A value of a fact: "bậc 2", "công chức", "chưa rõ". */
export const valueInWords = (definition: FactDefinition | undefined, value: FactValue, words: Words): string => {
  if (value === null && definition?.absentMeansNone) return words.t('reasons.none');
  if (value === null && definition?.fallback !== undefined) return valueInWords(definition, definition.fallback, words);
  if (value === null || !definition) return value === null ? words.t('reasons.unknown') : String(value);
  if (typeof value === 'boolean') return words.t(value ? 'reasons.yes' : 'reasons.no');
  if (typeof value === 'string' || typeof value === 'number') return oneValue(definition, value, words);
  return value.at(-1) ?? '';
};

const labelOf = (condition: Condition, definition: FactDefinition, words: Words): string => {
  const { languages } = condition;
  if (definition.type !== 'level') return words.text(definition.label);
  return languages === undefined || languages === 'any' ? words.t('reasons.bestLevel') : words.t('reasons.bestLevelIn', { languages });
};

const neededBy = (condition: Condition, definition: FactDefinition, words: Words): string => {
  const either = (values: readonly string[]): string => values.join(words.t('reasons.or'));
  if ('is' in condition) return words.t('reasons.oneOf', { values: words.t(condition.is ? 'reasons.yes' : 'reasons.no') });
  if ('within' in condition) return words.t('reasons.within', { values: either(condition.within) });
  if ('in' in condition) return words.t('reasons.oneOf', { values: either(condition.in.map((it) => oneValue(definition, it, words))) });
  if ('atLeast' in condition) return words.t('reasons.atLeast', { value: oneValue(definition, condition.atLeast, words) });
  if ('atMost' in condition) return words.t('reasons.atMost', { value: oneValue(definition, condition.atMost, words) });
  if ('above' in condition) return words.t('reasons.above', { value: oneValue(definition, condition.above, words) });
  return words.t('reasons.below', { value: oneValue(definition, condition.below, words) });
};

const flagInWords = (definition: FactDefinition, value: FactValue, words: Words): string => {
  const known = value ?? definition.fallback ?? null;
  const phrase = known === null ? undefined : definition.phrase?.[known === true ? 'holds' : 'fails'];
  return phrase ? words.text(phrase) : words.t('reasons.held', { label: words.text(definition.label), value: valueInWords(definition, known, words) });
};

/**
 * A condition with the value that decided it: "trình độ cao nhất: bậc 2 (cần bậc 4 trở lên)". `wanted` false: the rule asks that the
 * condition does not hold.
 */
export const conditionInWords = ({ condition, value }: Pick<ExplainedCondition, 'condition' | 'value'>, definitions: FactDefinitions, words: Words, wanted = true): string => {
  const definition = definitions.get(condition.fact);
  if (!definition) return words.t('reasons.held', { label: condition.fact, value: words.t('reasons.unknown') });
  if (definition.type === 'flag') return flagInWords(definition, value, words);
  const label = labelOf(condition, definition, words);
  const needed = wanted ? neededBy(condition, definition, words) : words.t('reasons.unwanted', { condition: sentenceOf(condition, definitions, words.locale) });
  return words.t('reasons.heldAndNeeded', { label, value: valueInWords(definition, value, words), needed });
};

/** Why somebody has or has not reached a target: the conditions that decided it, in a row. */
export const reasonInWords = ({ reached, reason }: { reached: boolean; reason: readonly ExplainedCondition[] }, definitions: FactDefinitions, words: Words): string =>
  reason.map((it) => conditionInWords(it, definitions, words, it.holds === reached)).join('; ');
