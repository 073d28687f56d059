import { isObject, type Json, listAt, valueAt } from '../json/place.ts';
import type { Field, ListField } from './field.ts';

/** All ids that a document uses. */
const idsIn = (value: Json): string[] => {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap(idsIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, it]) => (key === 'id' && typeof it === 'string' ? [it] : idsIn(it)));
};

/** An id that the document does not use yet: `task-36`. */
export const freeId = (document: Json, stem: string): string => {
  const used = new Set(idsIn(document));
  let count = 1;
  while (used.has(`${stem}-${count}`)) count += 1;
  return `${stem}-${count}`;
};

const stems: Readonly<Record<string, string>> = { bodies: 'body', activities: 'activity', priorities: 'priority', calendar: 'deadline', studyForms: 'study-form', closing: 'closing', basis: 'basis', focus: 'selection-focus', excluded: 'excluded-source' };

/** What the id of a new element of a list begins with. */
export const stemOf = (listKey: string): string => stems[listKey] ?? listKey.replace(/s$/, '').toLowerCase();

const firstDocument = (document: Json): string => {
  const [first] = listAt(document, ['documents']);
  const id = isObject(first) ? first['id'] : undefined;
  return typeof id === 'string' ? id : '';
};

const dayFor = (document: Json, key: string): Json => valueAt(document, ['period', key === 'from' ? 'from' : 'to']) ?? '';

const blankField = (field: Field, document: Json, stem: string): Json => {
  switch (field.as) {
    case 'id':
      return freeId(document, stem);
    case 'text':
      return { vi: '' };
    case 'line':
      return field.nullable ? null : '';
    case 'texts':
      return [{ vi: '' }];
    case 'day':
      return field.nullable ? null : dayFor(document, field.key);
    case 'choice':
      return field.options[0];
    case 'choices':
      return field.options.slice(0, 1);
    case 'flag':
      return false;
    case 'share':
      return 2_500;
    case 'whole':
      return field.most;
    case 'rule':
      return field.blank;
    case 'one-of-plan':
      return field.list === 'documents' ? firstDocument(document) : '';
    case 'some-of-plan':
    case 'units':
    case 'languages':
      return [];
    case 'group':
      return blankOf(field.fields, document, stem);
    case 'list':
      return [blankOf(field.fields, document, stemOf(field.key))];
    case 'measure':
      return { kind: 'share', goal: 2_500 };
    case 'requires':
      return 'within-quota';
    case 'prefers':
      return { attribute: 'study-outside-office-hours' };
  }
};

/** A new object of some fields: what can be left out is left out, the rest begins with what is usual or is empty and to be filled. */
export const blankOf = (fields: readonly Field[], document: Json, stem: string): Json =>
  Object.fromEntries(fields.filter((it) => !it.optional).map((it) => [it.key, blankField(it, document, stem)]));

/** A new element of a list. */
export const blankItem = (list: ListField, document: Json): Json => blankOf(list.fields, document, stemOf(list.key));

/** What a field begins with that was left out until now. */
export const blankValue = (field: Field, document: Json): Json => blankField(field, document, stemOf(field.key));
