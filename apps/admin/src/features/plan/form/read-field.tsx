import { parseIsoDate } from '@saubac/domain/values';
import type { AdminWords } from '@saubac/i18n/admin';
import type { ReactNode } from 'react';
import { useWords } from '../../../shell/index.ts';
import { useEditing } from '../editing.ts';
import { isObject, type Json, type Place, valueAt } from '../json/place.ts';
import { RuleSentence } from '../rule/rule-sentence.tsx';
import type { Field } from './field.ts';
import styles from './form.module.css';
import { elementsOf, labelOf, optionOf, textOf } from './labels.ts';
import { type FieldsOf, ListView } from './list-view.tsx';
import { ReadCite, ReadReading } from './read-clause.tsx';

const listed = (value: Json): readonly Json[] => (Array.isArray(value) ? value : []);

const simple = (words: AdminWords, field: Field, value: Json, named: (codes: readonly Json[], list: 'documents' | 'bodies' | 'calendar') => string): ReactNode => {
  switch (field.as) {
    case 'text':
      return textOf(words, value);
    case 'texts':
      return <ul className={styles['plainList']}>{listed(value).map((it) => <li key={JSON.stringify(it)}>{textOf(words, it)}</li>)}</ul>;
    case 'day':
      return typeof value === 'string' && parseIsoDate(value) ? words.date(value) : '–';
    case 'choice':
      return optionOf(words, field, String(value));
    case 'choices':
      return listed(value).map((it) => optionOf(words, field, String(it))).join(', ');
    case 'flag':
      return words.t(value === true ? 'planEditor.yes' : 'planEditor.no');
    case 'one-of-plan':
      return named([value], field.list);
    case 'some-of-plan':
      return named(listed(value), field.list);
    case 'units':
      return value === 'all' ? words.t('planEditor.allUnits') : listed(value).map(String).join(', ');
    case 'languages':
      return listed(value).map(String).join(', ');
    case 'requires':
      return words.named('planForm', `requires-${String(value)}`);
    case 'measure':
      return isObject(value) && typeof value['goal'] === 'number' ? words.percent(value['goal'] / 100) : <ul className={styles['plainList']}>{listed(isObject(value) ? value['proofs'] : []).map((it) => <li key={JSON.stringify(it)}>{textOf(words, it)}</li>)}</ul>;
    default:
      return value === null ? '–' : String(value);
  }
};

/** One field of a plan that is only read: its label and what it says. What was left out is not shown. */
export const ReadField = ({ field, place, Fields }: { field: Field; place: Place; Fields: FieldsOf }) => {
  const words = useWords();
  const { document } = useEditing();
  const value = valueAt(document, place);
  // The name of an element stands above its fields already.
  if (value === undefined || field.key === 'title' || field.key === 'name') return null;
  if (field.key === 'cite') return <ReadCite cite={value} />;
  if (field.key === 'reading') return <ReadReading reading={value} />;
  if (field.as === 'list') return <ListView field={field} place={place} Fields={Fields} />;
  const label = labelOf(words, field);
  if (field.as === 'group') {
    return (
      <section className={styles['readGroup']}>
        <h3>{label}</h3>
        {field.fields.map((it) => (
          <ReadField key={it.key} field={it} place={[...place, it.key]} Fields={Fields} />
        ))}
      </section>
    );
  }
  const rulePlace = field.as === 'prefers' && isObject(value) && 'rule' in value ? [...place, 'rule'] : place;
  const rule = field.as === 'rule' || rulePlace !== place;
  const named = (codes: readonly Json[], list: 'documents' | 'bodies' | 'calendar') => codes.map((code) => elementsOf(words, document, list).find((it) => it.code === code)?.label ?? String(code)).join('; ');
  const said = field.as === 'prefers' && isObject(value) && !rule ? words.named('planForm', `prefers-${String(value['attribute'])}`) : simple(words, field, value, named);
  return (
    <div className={styles['read']}>
      <div className={styles['readLabel']}>{label}</div>
      <div>{rule ? <RuleSentence place={rulePlace} rule={valueAt(document, rulePlace)} /> : said}</div>
    </div>
  );
};
