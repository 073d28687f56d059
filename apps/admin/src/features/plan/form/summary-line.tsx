import type { AdminWords } from '@saubac/i18n/admin';
import { useWords } from '../../../shell/index.ts';
import { useEditing } from '../editing.ts';
import { isObject, type Json } from '../json/place.ts';
import styles from './form.module.css';
import { elementsOf } from './labels.ts';

type Item = Readonly<Record<string, Json>>;

const day = (words: AdminWords, value: Json): string => (typeof value === 'string' && value !== '' ? words.date(value) : '');

const target = (words: AdminWords, it: Item): string => {
  const measure = isObject(it['measure']) ? it['measure'] : {};
  const goal = typeof measure['goal'] === 'number' ? words.percent(measure['goal'] / 100) : words.t('planForm.measure-evidence');
  return words.t('planEditor.targetLine', { goal, day: day(words, it['milestone']) });
};

const lines: Readonly<Record<string, (words: AdminWords, it: Item, bodies: (codes: Json) => string) => string>> = {
  targets: target,
  phases: (words, it) => words.t('planEditor.daysLine', { from: day(words, it['from']), to: day(words, it['to']) }),
  documents: (words, it) => [typeof it['number'] === 'string' ? it['number'] : '', day(words, it['issuedOn'])].filter((part) => part !== '').join(' · '),
  tasks: (_, it, bodies) => bodies(it['lead']),
  reports: (_, it, bodies) => bodies(it['by']),
  calendar: (words, it, bodies) => {
    const due = isObject(it['due']) ? it['due'] : {};
    return words.t(due['kind'] === 'before' ? 'planEditor.dueBefore' : 'planEditor.dueBy', { from: bodies(it['from']), to: bodies(it['to']), day: Number(due['day']), month: Number(due['month']) });
  },
  alsoCites: (_, it) => String(it['quote'] ?? ''),
};

/** What matters most of an element, beside its title. */
export const SummaryLine = ({ list, item }: { list: string; item: Json }) => {
  const words = useWords();
  const { document } = useEditing();
  const line = lines[list];
  if (!line || !isObject(item)) return null;
  const known = elementsOf(words, document, 'bodies');
  const bodies = (codes: Json) => (Array.isArray(codes) ? codes.map((code) => known.find((it) => it.code === code)?.label ?? String(code)).join(', ') : '');
  const said = line(words, item, bodies);
  return said === '' ? null : <span className={styles['rowLine']}>{said}</span>;
};
