import type { Field } from './field.ts';
import type { SectionKey } from './section-keys.ts';
import { alsoCites, bodies, bodyFields, cite, conventionFields, days, documentFields, element, fundingFields, levelFields, reading, recipientFields, ruleOf, statements, targetFields, title } from './parts.ts';

/** A part of the plan that is shown and edited by itself. `place`: where its fields stand in the file. */
export type Section = { key: SectionKey; group: SectionGroup; place: readonly string[]; fields: readonly Field[] };

/** The headings that sections stand under. */
export const sectionGroups = ['basics', 'people', 'duties', 'money', 'wording'] as const;
export type SectionGroup = (typeof sectionGroups)[number];

const listOf = (key: string, fields: readonly Field[], headline: 'title' | 'name' | 'document' = 'title', optional?: true): Field => ({ key, as: 'list', fields, headline, ...(optional ? { optional } : {}) });

const general: readonly Field[] = [
  { ...title, label: 'planTitle' },
  { key: 'period', as: 'group', fields: [...days, cite, alsoCites] },
  { key: 'scope', as: 'group', fields: [{ key: 'units', as: 'units', orAll: true }, cite, reading] },
  { key: 'certificates', as: 'group', fields: [{ key: 'states', as: 'choices', options: ['verified', 'declared'] }, cite, alsoCites, reading] },
  { key: 'cohortsRelation', as: 'choice', options: ['overlapping', 'disjoint'] },
  { key: 'id', as: 'id', deep: true, label: 'planId' },
];

const task = element(
  { key: 'topic', as: 'choice', options: ['dissemination', 'policy', 'survey', 'training', 'sending', 'quality', 'cooperation', 'finance', 'reporting', 'steering'] },
  bodies('lead'),
  bodies('coordinating', { optional: true }),
  { key: 'period', as: 'group', fields: days, optional: true, label: 'taskPeriod' },
  { key: 'recurs', as: 'choice', options: ['once', 'continuous', 'yearly', 'five-yearly', 'on-demand'], optional: true },
  { key: 'proofs', as: 'texts', optional: true },
);

const due: Field = {
  key: 'due', as: 'group',
  fields: [{ key: 'kind', as: 'choice', options: ['before', 'on-or-before'], label: 'dueKind' }, { key: 'day', as: 'whole', least: 1, most: 31 }, { key: 'month', as: 'whole', least: 1, most: 12 }],
};

const deadline = element(
  bodies('from', { label: 'owedBy' }), bodies('to', { label: 'owedTo' }), due, { key: 'repeats', as: 'choice', options: ['yearly'] }, { key: 'contains', as: 'texts', optional: true },
);

const report = element(
  bodies('by'), bodies('to', { label: 'reportTo' }), { key: 'occasions', as: 'choices', options: ['yearly', 'periodic', 'interim', 'final', 'on-demand'] },
  { key: 'deadline', as: 'one-of-plan', list: 'calendar', optional: true }, { key: 'contains', as: 'texts', optional: true },
);

const cooperation = element({ key: 'partners', as: 'texts', optional: true }, { key: 'languages', as: 'languages', optional: true }, { key: 'documents', as: 'some-of-plan', list: 'documents', optional: true, label: 'agreements' });

const funding: readonly Field[] = [
  statements('statements'), listOf('groups', fundingFields, 'title', true), listOf('conditions', element({ key: 'requires', as: 'requires' }), 'title', true),
];

const selection: readonly Field[] = [
  listOf('priorities', element({ key: 'prefers', as: 'prefers' }), 'title', true), { ...listOf('focus', element(ruleOf('rule')), 'title', true), label: 'selectionFocus' },
];

const section = (key: SectionKey, group: SectionGroup, fields: readonly Field[], place: readonly string[] = []): Section => ({ key, group, place, fields });
const lists = (key: SectionKey, group: SectionGroup, field: Field): Section => section(key, group, [field]);

/** The whole plan, section by section, in the order in which an official reads it. A test holds that no key of the plan file is left out. */
export const sections: readonly Section[] = [
  section('general', 'basics', general),
  lists('documents', 'basics', listOf('documents', documentFields)),
  lists('basis', 'basics', listOf('basis', [{ key: 'document', as: 'one-of-plan', list: 'documents', label: 'basisDocument' }, cite], 'document')),
  section('levels', 'basics', [{ key: 'governmentLevels', as: 'group', fields: levelFields, optional: true }]),
  lists('subjects', 'people', listOf('subjects', element(ruleOf('rule')))),
  lists('exclusions', 'people', listOf('exclusions', element(ruleOf('rule')), 'title', true)),
  lists('targets', 'people', listOf('targets', targetFields)),
  lists('phases', 'duties', listOf('phases', element(...days, statements('activities')), 'title', true)),
  lists('tasks', 'duties', listOf('tasks', task, 'title', true)),
  lists('calendar', 'duties', listOf('calendar', deadline, 'title', true)),
  lists('reports', 'duties', listOf('reports', report, 'title', true)),
  lists('bodies', 'duties', listOf('bodies', bodyFields, 'name', true)),
  section('funding', 'money', funding, ['funding']),
  section('selection', 'money', selection, ['selection']),
  lists('studyForms', 'money', listOf('studyForms', element({ key: 'form', as: 'choice', options: ['in-class', 'outside-office-hours', 'online', 'second-degree', 'distance', 'degree', 'abroad', 'combined'] }), 'title', true)),
  lists('cooperation', 'money', listOf('cooperation', cooperation, 'title', true)),
  lists('conventions', 'wording', listOf('conventions', conventionFields, 'title', true)),
  lists('headings', 'wording', { ...statements('sections'), label: 'headings' }),
  lists('definitions', 'wording', listOf('definitions', element({ key: 'term', as: 'line' }, { key: 'kinds', as: 'choices', options: ['cadre', 'civil-servant', 'public-employee', 'contract-staff'], optional: true }), 'title', true)),
  lists('principles', 'wording', statements('principles')),
  lists('objectives', 'wording', statements('objectives')),
  lists('amendments', 'wording', listOf('amendments', element(bodies('raisedBy'), bodies('collectedBy'), bodies('decidedBy')), 'title', true)),
  lists('closing', 'wording', statements('closing')),
  lists('recipients', 'wording', listOf('recipients', recipientFields, 'name', true)),
];

/** The section in which a place of the file is shown. */
export const sectionOf = (place: readonly (string | number)[]): Section | undefined => {
  const [first] = place;
  return sections.find((it) => (it.place.length > 0 ? it.place[0] === first : it.fields.some((field) => field.key === first)));
};
