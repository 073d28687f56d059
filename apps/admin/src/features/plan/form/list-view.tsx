import { Button } from '@mantine/core';
import { ConfirmDialog } from '@saubac/ui/dialogs';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../../shell/index.ts';
import { problemsAt, useEditing } from '../editing.ts';
import { isObject, type Json, liesIn, listAt, nameOfPlace, type Place, withMoved } from '../json/place.ts';
import { RuleSentence } from '../rule/rule-sentence.tsx';
import { blankItem } from './blank.ts';
import type { Field, ListField } from './field.ts';
import styles from './form.module.css';
import { elementsOf, labelOf, nameOfElement } from './labels.ts';
import { SummaryLine } from './summary-line.tsx';

const headlineOf = (words: ReturnType<typeof useWords>, document: Json, field: ListField, item: Json): string => {
  const value = isObject(item) ? item[field.headline] : undefined;
  if (field.headline === 'document') return elementsOf(words, document, 'documents').find((it) => it.code === value)?.label ?? String(value ?? '');
  if (field.headline === 'level') return words.named('planForm', `countsAt-${String(value)}`);
  return field.headline === 'clause' ? String(value ?? '') : nameOfElement(words, item);
};

const ruleIn = (item: Json): { key: string; rule: Json } | undefined => {
  if (!isObject(item)) return undefined;
  const key = ['rule', 'cohort', 'who'].find((it) => isObject(item[it]));
  return key === undefined ? undefined : { key, rule: item[key] };
};

/** Draws the fields of an element; given from above, since fields hold lists and lists hold fields. */
export type FieldsOf = (parts: { fields: readonly Field[]; place: Place; element: Json }) => ReactNode;

type RowParts = { Fields: FieldsOf; field: ListField; place: Place; item: Json; number: number; last: boolean; onMove: (by: number) => void; onRemove: () => void };

/** One element of a list: what it is in a line or two, and opened all its fields. */
const Row = ({ Fields, field, place, item, number, last, onMove, onRemove }: RowParts) => {
  const words = useWords();
  const { document, at, open, change, problems } = useEditing();
  const opened = at.length >= place.length && liesIn(at, place);
  const wrong = problemsAt(problems, place).length;
  const rule = ruleIn(item);
  const title = headlineOf(words, document, field, item) || words.t('planEditor.untitled', { number });
  return (
    <li className={styles['row']} id={`field-${nameOfPlace(place)}`} tabIndex={-1} data-open={opened || undefined}>
      <button type="button" className={styles['rowHead']} aria-expanded={opened} onClick={() => open(opened ? undefined : place)}>
        <span className={styles['mark']} aria-hidden="true">
          {opened ? '▾' : '▸'}
        </span>
        <span className={styles['rowTitle']}>
          {title}
          <SummaryLine list={field.key} item={item} />
        </span>
        {wrong > 0 && <span className={styles['wrong']}>{words.t('planEditor.problems', { count: wrong })}</span>}
      </button>
      {!opened && rule && (
        <div className={styles['rowRule']}>
          <RuleSentence place={[...place, rule.key]} rule={rule.rule} />
        </div>
      )}
      {opened && (
        <div className={styles['rowBody']}>
          <Fields fields={field.fields} place={place} element={item} />
          {change && (
            <div className={styles['rowTools']}>
              {number > 1 && (
                <Button variant="default" size="compact-sm" onClick={() => onMove(-1)}>
                  {words.t('planEditor.moveUp')}
                </Button>
              )}
              {!last && (
                <Button variant="default" size="compact-sm" onClick={() => onMove(1)}>
                  {words.t('planEditor.moveDown')}
                </Button>
              )}
              <Button variant="subtle" size="compact-sm" className={styles['danger'] ?? ''} onClick={onRemove}>
                {words.t('planEditor.removeElement')}
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
};

/** A list of the plan: its elements in order, one open at a time, with its place in the address. */
export const ListView = ({ field, place, Fields }: { field: ListField; place: Place; Fields: FieldsOf }) => {
  const words = useWords();
  const { document, change, open, problems } = useEditing();
  const [leaving, setLeaving] = useState<number>();
  const items = listAt(document, place);
  const own = problemsAt(problems, place, true);
  const nested = place.length > 2 || (place.length === 2 && !['funding', 'selection'].includes(String(place[0])));
  const remove = () => {
    if (leaving !== undefined) change?.([...place, leaving], undefined);
    setLeaving(undefined);
    open(undefined);
  };
  if (!change && items.length === 0 && nested) return null;
  return (
    <div className={styles['list']} id={`field-${nameOfPlace(place)}`} tabIndex={-1} data-nested={nested || undefined}>
      {(nested || place.length === 2) && <h3>{labelOf(words, field)}</h3>}
      {own.map((it) => (
        <p key={it.text} className={styles['error']}>
          {it.text}
        </p>
      ))}
      {items.length === 0 && <p className={styles['soft']}>{words.t('planEditor.listEmpty')}</p>}
      <ol className={styles['rows']}>
        {items.map((item, at) => (
          // Ids are edited and may be doubled while they are; the place is what a row is known by.
          <Row
            key={at} Fields={Fields} field={field} place={[...place, at]} item={item} number={at + 1} last={at === items.length - 1} onRemove={() => setLeaving(at)}
            onMove={(by) => {
              change?.(place, listAt(withMoved(document, place, at, by), place));
              open([...place, at + by]);
            }}
          />
        ))}
      </ol>
      {change && (
        <Button
          variant="default" size="sm"
          onClick={() => {
            change([...place, items.length], blankItem(field, document));
            open([...place, items.length]);
          }}
        >
          {words.named('planForm', `add-${field.label ?? field.key}`)}
        </Button>
      )}
      <ConfirmDialog title={words.t('planEditor.removeTitle')} action={words.t('planEditor.removeElement')} opened={leaving !== undefined} onConfirm={remove} onClose={() => setLeaving(undefined)}>
        {words.t('planEditor.removeAbout', { name: leaving === undefined ? '' : headlineOf(words, document, field, items[leaving]) })}
      </ConfirmDialog>
    </div>
  );
};
