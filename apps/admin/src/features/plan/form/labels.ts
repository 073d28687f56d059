import type { AdminWords } from '@saubac/i18n/admin';
import type { LocalText } from '@saubac/domain/values';
import { isObject, type Json, listAt } from '../json/place.ts';
import type { Field, NamedList } from './field.ts';

/** The label of a field. */
export const labelOf = (words: AdminWords, field: Pick<Field, 'key' | 'label'>): string => words.named('planForm', `field-${field.label ?? field.key}`);

/** What is said below a label; undefined where nothing needs to be. */
export const hintOf = (words: AdminWords, field: Pick<Field, 'key' | 'label'>): string | undefined => {
  const key = `hint-${field.label ?? field.key}`;
  const said = words.named('planForm', key);
  return said === key ? undefined : said;
};

/** The word for a choice of a field. */
export const optionOf = (words: AdminWords, field: Pick<Field, 'key' | 'label'>, option: string): string => words.named('planForm', `${field.label ?? field.key}-${option}`);

/** A text of the document in the language of the reader; empty where there is none yet. */
export const textOf = (words: AdminWords, value: Json): string => {
  if (!isObject(value) || typeof value['vi'] !== 'string') return '';
  const en = value['en'];
  return words.text((typeof en === 'string' && en !== '' ? { vi: value['vi'], en } : { vi: value['vi'] }) satisfies LocalText);
};

/** What an element of the plan is called: its title, its name, or its id. */
export const nameOfElement = (words: AdminWords, element: Json): string => {
  if (!isObject(element)) return '';
  const id = element['id'];
  return textOf(words, element['title']) || textOf(words, element['name']) || (typeof id === 'string' ? id : '');
};

/** The elements of a list that fields name, by id. */
export const elementsOf = (words: AdminWords, document: Json, list: NamedList): { code: string; label: string }[] =>
  listAt(document, [list]).flatMap((it) => {
    const id = isObject(it) ? it['id'] : undefined;
    if (typeof id !== 'string') return [];
    const number = isObject(it) && typeof it['number'] === 'string' ? `${it['number']} – ` : '';
    return [{ code: id, label: `${number}${nameOfElement(words, it) || id}` }];
  });
