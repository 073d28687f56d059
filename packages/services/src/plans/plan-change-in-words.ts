import type { PlanChange, PlanValue } from '@saubac/domain/plan';
import { type FactDefinitions, sentenceOf } from '@saubac/domain/rules';
import { parseIsoDate } from '@saubac/domain/values';
import type { Words } from '@saubac/i18n';

const valueInWords = (value: PlanValue, definitions: FactDefinitions, words: Words): string => {
  switch (value.as) {
    case 'rule':
      return words.t('planChanges.quoted', { text: sentenceOf(value.value, definitions, words.locale) });
    case 'text':
      return words.t('planChanges.quoted', { text: words.text(value.value) });
    case 'share':
      return words.percent(value.value / 100);
    case 'word': {
      const date = parseIsoDate(value.value);
      return date ? words.date(date) : value.value;
    }
    case 'number':
      return words.number(value.value);
    case 'flag':
      return words.t(value.value ? 'planChanges.yes' : 'planChanges.no');
    case 'list':
      return value.value.join(', ');
    case 'other':
      return JSON.stringify(value.value);
  }
};

const sectionInWords = (section: string, words: Words): string => words.named('planSections', section === '' ? 'file' : (section.split('.').at(-1) ?? section));

const elementInWords = ({ section: path, id, title }: PlanChange, words: Words): string => {
  const section = sectionInWords(path, words);
  if (id === null) return section;
  return title === null ? words.t('planChanges.elementNoTitle', { section, id }) : words.t('planChanges.element', { section, id, title: words.text(title) });
};

/** One difference between two versions of a plan, in a line: which element, and what of it became what. Rules are told as sentences. */
export const planChangeInWords = (change: PlanChange, definitions: FactDefinitions, words: Words): string => {
  const element = elementInWords(change, words);
  if (change.kind === 'added' || change.kind === 'removed') return words.t(`planChanges.${change.kind}`, { element });
  if (change.kind === 'moved') return words.t('planChanges.moved', { element, from: change.from + 1, to: change.to + 1 });
  const field = words.named('planFields', change.field);
  const { before, after } = change;
  const say = (value: PlanValue): string => valueInWords(value, definitions, words);
  if (before && after) return words.t('planChanges.changed', { element, field, before: say(before), after: say(after) });
  if (after) return words.t('planChanges.filled', { element, field, after: say(after) });
  return words.t('planChanges.emptied', { element, field, before: before ? say(before) : '' });
};
