import { type LocalText, type Locale, textIn } from '../values/index.ts';
import { type FactDefinition, wordOfCode } from './fact.ts';
import type { FactDefinitions } from './evaluate.ts';
import { type Condition, isAll, isAny, isNot, type Rule } from './rule.ts';

const words = {
  and: { vi: ' và ', en: ' and ' },
  or: { vi: ' hoặc ', en: ' or ' },
  not: { vi: 'không phải ', en: 'not ' },
  everybody: { vi: 'mọi người', en: 'everybody' },
  nobody: { vi: 'không ai', en: 'nobody' },
  is: { vi: ' là ', en: ' is ' },
  within: { vi: 'thuộc ', en: 'works in ' },
  atLeast: { vi: ' từ {} trở lên', en: ' {} or above' },
  atMost: { vi: ' từ {} trở xuống', en: ' {} or below' },
  above: { vi: ' trên {}', en: ' above {}' },
  below: { vi: ' dưới {}', en: ' below {}' },
  level: { vi: 'bậc {}', en: '{}' },
  onAskedDay: { vi: ' (vào ngày tính)', en: ' (on the day of the figures)' },
  onMilestone: { vi: ' (tính đến mốc của mục tiêu)', en: ' (on the milestone)' },
  onDay: { vi: ' (tính đến ngày {})', en: ' (on {})' },
  anyLanguage: { vi: ' ở một ngoại ngữ bất kỳ', en: ' in any language' },
  languages: { vi: ' ở ngoại ngữ {}', en: ' in {}' },
} satisfies Record<string, LocalText>;

const say = (key: keyof typeof words, locale: Locale, value = ''): string => textIn(words[key], locale).replace('{}', value);

const shownDay = (day: string, locale: Locale): string => (locale === 'vi' ? day.split('-').toReversed().join('/') : day);

/** The names of languages by their codes; a code without a name stands for itself. */
export type LanguageNames = Readonly<Record<string, LocalText>>;

type Reading = { definitions: FactDefinitions; locale: Locale; languageNames: LanguageNames };

const nameOfLanguage = (code: string, { languageNames, locale }: Reading): string => {
  const name = languageNames[code];
  return name ? textIn(name, locale) : code;
};

const parametersOf = (condition: Condition, reading: Reading): string => {
  const { locale } = reading;
  const { on, languages } = condition;
  const day = on === undefined ? '' : on === 'as-of' ? say('onAskedDay', locale) : on === 'milestone' ? say('onMilestone', locale) : say('onDay', locale, shownDay(on, locale));
  const language = languages === undefined ? '' : languages === 'any' ? say('anyLanguage', locale) : say('languages', locale, languages.map((it) => nameOfLanguage(it, reading)).join(', '));
  return language + day;
};

const valueIn = (definition: FactDefinition, value: string | number, locale: Locale): string => {
  if (definition.type === 'level') return say('level', locale, String(value));
  const word = wordOfCode(definition, value);
  return word ? textIn(word, locale) : String(value);
};

const flagIn = (definition: FactDefinition, wanted: boolean, locale: Locale): string => {
  const phrase = definition.phrase?.[wanted ? 'holds' : 'fails'];
  if (phrase) return textIn(phrase, locale);
  return (wanted ? '' : say('not', locale)) + textIn(definition.label, locale);
};

const conditionIn = (condition: Condition, reading: Reading): string => {
  const { definitions, locale } = reading;
  const definition = definitions.get(condition.fact);
  if (!definition) return condition.fact;
  if ('is' in condition) return flagIn(definition, condition.is, locale) + parametersOf(condition, reading);
  if ('within' in condition) return say('within', locale) + condition.within.join(say('or', locale));
  const label = textIn(definition.label, locale);
  if ('in' in condition) return label + say('is', locale) + condition.in.map((it) => valueIn(definition, it, locale)).join(say('or', locale));
  const comparison = (['atLeast', 'atMost', 'above', 'below'] as const).find((it) => it in condition) ?? 'atLeast';
  const value = (condition as Record<string, string | number>)[comparison] ?? '';
  return label + say(comparison, locale, valueIn(definition, value, locale)) + parametersOf(condition, reading);
};

const bracketed = (rule: Rule, text: string): string => ((isAll(rule) && rule.all.length > 1) || (isAny(rule) && rule.any.length > 1) ? `(${text})` : text);

const sentenceIn = (rule: Rule, reading: Reading): string => {
  const { locale } = reading;
  const part = (it: Rule): string => bracketed(it, sentenceIn(it, reading));
  if (isAll(rule)) return rule.all.length === 0 ? say('everybody', locale) : rule.all.length === 1 && rule.all[0] ? sentenceIn(rule.all[0], reading) : rule.all.map(part).join(say('and', locale));
  if (isAny(rule)) return rule.any.length === 0 ? say('nobody', locale) : rule.any.length === 1 && rule.any[0] ? sentenceIn(rule.any[0], reading) : rule.any.map(part).join(say('or', locale));
  if (isNot(rule)) return say('not', locale) + part(rule.not);
  return conditionIn(rule, reading);
};

/**
 * A rule as a sentence, in the words of its facts. Parts that bind tighter stand in brackets, so that it can be read in one way only.
 * Languages go by the names given, else by their codes.
 */
export const sentenceOf = (rule: Rule, definitions: FactDefinitions, locale: Locale, languageNames: LanguageNames = {}): string =>
  sentenceIn(rule, { definitions, locale, languageNames });
