import type { Rule } from '@saubac/domain/rules';
import type { Field } from './field.ts';

const somebody: Rule = { all: [{ fact: 'kind', in: ['civil-servant'] }] };
const level4: Rule = { fact: 'level', atLeast: 4, languages: 'any' };

export const title: Field = { key: 'title', as: 'text' };
export const name: Field = { key: 'name', as: 'text' };
const id: Field = { key: 'id', as: 'id', deep: true };

const citeFields: readonly Field[] = [
  { key: 'document', as: 'one-of-plan', list: 'documents', label: 'citedDocument' },
  { key: 'clause', as: 'line' },
  { key: 'quote', as: 'line', long: true },
  { key: 'wording', as: 'choice', options: ['summary'], optional: true },
];

export const cite: Field = { key: 'cite', as: 'group', fields: citeFields };
const optionalCite: Field = { ...cite, optional: true };
export const alsoCites: Field = { key: 'alsoCites', as: 'list', fields: citeFields, headline: 'clause', optional: true, deep: true };

const chosenReading: Field = {
  key: 'reading', as: 'group',
  fields: [
    { key: 'chosen', as: 'text', long: true },
    { key: 'chosenBy', as: 'text' },
    { key: 'alternatives', as: 'texts' },
    { key: 'note', as: 'text', long: true, optional: true },
  ],
};

/** How an ambiguous clause was read, where it is. */
export const reading: Field = { ...chosenReading, optional: true };

/** The fields of an element: its title, what is its own, its clause, the reading of it, details. */
export const element = (...own: readonly Field[]): readonly Field[] => [title, ...own, cite, reading, alsoCites, id];

/** The days of something, both inclusive. */
export const days: readonly Field[] = [{ key: 'from', as: 'day', label: 'fromDay' }, { key: 'to', as: 'day', label: 'toDay' }];

/** Bodies of the plan that do something. */
export const bodies = (key: string, more: { label?: string; optional?: true } = {}): Field => ({ key, as: 'some-of-plan', list: 'bodies', ...more });

/** Elements that say something and do nothing more. */
export const statements = (key: string): Field => ({ key, as: 'list', fields: element(), headline: 'title', optional: true });

/** A rule over people. */
export const ruleOf = (key: string, among?: 'subjects' | 'cohort'): Field => ({ key, as: 'rule', blank: key === 'reachedWhen' ? level4 : somebody, ...(among ? { among } : {}) });


/** The fields of a target. */
export const targetFields: readonly Field[] = element(
  { key: 'milestone', as: 'day' },
  { key: 'measure', as: 'measure' },
  { ...ruleOf('cohort', 'subjects'), ofPeople: true },
  { ...ruleOf('reachedWhen', 'cohort'), ofPeople: true },
  { key: 'focus', as: 'group', fields: [title, ruleOf('rule', 'cohort'), optionalCite, reading], optional: true, ofPeople: true },
  { key: 'extra', as: 'group', fields: [title, ruleOf('rule', 'cohort'), optionalCite, reading, id], optional: true, ofPeople: true },
  { key: 'nationalRow', as: 'line', optional: true, deep: true },
);

const sourceFields = element(
  { key: 'kind', as: 'choice', options: ['state-budget', 'agency-funds', 'unit-finance', 'learner', 'sponsor', 'other-lawful'], label: 'sourceKind' },
  { key: 'decentralised', as: 'flag', optional: true },
);

/** The fields of who is paid for from which sources. */
export const fundingFields: readonly Field[] = element(
  ruleOf('who'),
  { key: 'sources', as: 'list', fields: sourceFields, headline: 'title' },
  { key: 'excluded', as: 'list', fields: sourceFields, headline: 'title', optional: true },
);

const tiers = ['central', 'province', 'district', 'commune'] as const;

/** The dated rows from unit to level of government. */
export const levelFields: readonly Field[] = [
  {
    key: 'rows', as: 'list', headline: 'level',
    fields: [
      { key: 'level', as: 'choice', options: tiers, label: 'countsAt' },
      { key: 'from', as: 'day', optional: true, label: 'fromDay' },
      { key: 'to', as: 'day', optional: true, label: 'toDay' },
      {
        key: 'when', as: 'group',
        fields: [
          { key: 'tiers', as: 'choices', options: tiers, optional: true },
          { key: 'bodyKinds', as: 'choices', options: ['state', 'party', 'socio-political', 'public-service'], optional: true },
          { key: 'units', as: 'units', optional: true },
        ],
      },
    ],
  },
  { key: 'basis', as: 'some-of-plan', list: 'documents', optional: true, label: 'levelsBasis' },
  { key: 'note', as: 'text', long: true, optional: true },
  reading,
];

/** The fields of a document. */
export const documentFields: readonly Field[] = [
  { key: 'number', as: 'line', nullable: true },
  title,
  { key: 'kind', as: 'choice', options: ['plan', 'decision', 'circular', 'official-letter', 'law', 'resolution', 'decree', 'agreement', 'other'], label: 'documentKind' },
  { key: 'issuer', as: 'text' },
  { key: 'issuedOn', as: 'day', nullable: true },
  { key: 'signedBy', as: 'line', optional: true },
  id,
];

/** The fields of a body with a duty, and of a recipient. */
export const bodyFields: readonly Field[] = [name, { key: 'unitCodes', as: 'units', optional: true }, cite, alsoCites, id];
export const recipientFields: readonly Field[] = [name, cite, id];
export const conventionFields: readonly Field[] = [title, chosenReading, optionalCite, alsoCites, id];
