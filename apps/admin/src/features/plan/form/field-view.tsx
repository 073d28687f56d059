import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../shell/index.ts';
import { problemsAt, useEditing } from '../editing.ts';
import { type Json, liesIn, nameOfPlace, type Place, valueAt } from '../json/place.ts';
import { RuleEditor } from '../rule/rule-editor.tsx';
import { blankValue } from './blank.ts';
import { ChoiceOf, ChoicesOf, FlagField, LanguagesOf, OneOfPlan, SomeOfPlan, UnitsOf } from './choice-fields.tsx';
import { PlanDayField } from './day-fields.tsx';
import type { Field, GroupField } from './field.ts';
import styles from './form.module.css';
import { hintOf, labelOf } from './labels.ts';
import { ListView } from './list-view.tsx';
import { ReadCite, ReadReading } from './read-clause.tsx';
import { ReadField } from './read-field.tsx';
import { LineField, ShareField, TextField, TextsField, WholeField } from './text-fields.tsx';
import { MeasureField, PrefersField, RequiresField } from './turn-fields.tsx';
import { measureOf } from './turns.ts';

type GroupParts = { field: GroupField; place: Place; value: Json; onRemove: (() => void) | undefined };

/** The words of a clause and the reading of it are long and seldom changed: they stand folded, with what they say. */
const FoldedGroup = ({ field, place, value, onRemove }: GroupParts) => {
  const words = useWords();
  const { at, problems } = useEditing();
  const needed = liesIn(at, place) || problemsAt(problems, place).length > 0;
  const [opened, setOpened] = useState(false);
  const open = opened || needed;
  return (
    <details className={styles['folded']} open={open} onToggle={(event) => setOpened(event.currentTarget.open)} id={`field-${nameOfPlace(place)}`} tabIndex={-1}>
      <summary>
        <span>{labelOf(words, field)}</span>
        {!open && (field.key === 'cite' ? <ReadCite cite={value} /> : <ReadReading reading={value} plain />)}
      </summary>
      {open && (
        <>
          <FieldsView fields={field.fields} place={place} element={value} />
          {onRemove && <LeaveOut field={field} onRemove={onRemove} />}
        </>
      )}
    </details>
  );
};

const LeaveOut = ({ field, onRemove }: { field: Field; onRemove: () => void }) => {
  const words = useWords();
  return (
    <Button variant="subtle" size="compact-sm" mt="sm" onClick={onRemove}>
      {words.t('planEditor.leaveOut', { name: labelOf(words, field) })}
    </Button>
  );
};

const GroupView = ({ field, place, value, onRemove }: GroupParts) => {
  const words = useWords();
  const label = labelOf(words, field);
  const hint = hintOf(words, field);
  return (
    <fieldset className={styles['group']} id={`field-${nameOfPlace(place)}`} tabIndex={-1}>
      <legend>{label}</legend>
      {hint !== undefined && <p className={styles['soft']}>{hint}</p>}
      <FieldsView fields={field.fields} place={place} element={value} />
      {onRemove && <LeaveOut field={field} onRemove={onRemove} />}
    </fieldset>
  );
};

/** A field that is left out now: a button that takes it in. */
const LeftOut = ({ field, onTakeIn }: { field: Field; onTakeIn: () => void }) => {
  const words = useWords();
  return (
    <div>
      <Button variant="default" size="compact-sm" onClick={onTakeIn}>
        {words.t('planEditor.takeIn', { name: labelOf(words, field) })}
      </Button>
    </div>
  );
};

const EditField = ({ field, place }: { field: Field; place: Place }) => {
  const words = useWords();
  const { document, change, problems } = useEditing();
  const value = valueAt(document, place);
  const optional = field.optional === true;
  const nullable = field.nullable === true;
  const leaf = field.as !== 'group' && field.as !== 'list' && field.as !== 'rule';
  const error = problemsAt(problems, place, !leaf).map((it) => it.text).join(' ') || undefined;
  const put = (next: Json) => change?.(place, next);
  const parts = { id: `field-${nameOfPlace(place)}`, label: labelOf(words, field), hint: hintOf(words, field), value, error, onChange: put };
  const Group = field.key === 'cite' || field.key === 'reading' ? FoldedGroup : GroupView;
  if (value === undefined && optional && (field.as === 'group' || field.as === 'texts')) return <LeftOut field={field} onTakeIn={() => put(blankValue(field, document))} />;
  switch (field.as) {
    case 'line':
    case 'id':
      return <LineField {...parts} long={field.as === 'line' && field.long === true} empty={nullable ? null : optional ? undefined : ''} />;
    case 'text':
      return <TextField {...parts} long={field.long === true} />;
    case 'texts':
      return <TextsField {...parts} onChange={(next) => put(Array.isArray(next) && next.length === 0 && optional ? undefined : next)} />;
    case 'day':
      return <PlanDayField {...parts} optional={optional} nullable={nullable} />;
    case 'choice':
      return <ChoiceOf {...parts} field={field} options={field.options} />;
    case 'choices':
      return <ChoicesOf {...parts} field={field} options={field.options} />;
    case 'flag':
      return <FlagField {...parts} />;
    case 'share':
      return <ShareField {...parts} />;
    case 'whole':
      return <WholeField {...parts} least={field.least} most={field.most} />;
    case 'rule':
      return <RuleEditor place={place} label={parts.label} hint={parts.hint} json={value} onChange={put} />;
    case 'one-of-plan':
      return <OneOfPlan {...parts} list={field.list} optional={optional} />;
    case 'some-of-plan':
      return <SomeOfPlan {...parts} list={field.list} optional={optional} />;
    case 'units':
      return <UnitsOf {...parts} orAll={field.orAll === true} optional={optional} />;
    case 'languages':
      return <LanguagesOf {...parts} optional={optional} />;
    case 'group':
      return <Group field={field} place={place} value={value} onRemove={optional ? () => put(undefined) : undefined} />;
    case 'list':
      return <ListView field={field} place={place} Fields={FieldsView} />;
    case 'measure':
      return <MeasureField place={place} error={error} />;
    case 'requires':
      return <RequiresField place={place} error={error} />;
    case 'prefers':
      return <PrefersField place={place} error={error} />;
  }
};

/** One field of the plan, to be read or to be written. */
export const FieldView = ({ field, place }: { field: Field; place: Place }) => {
  const { change } = useEditing();
  return change ? <EditField field={field} place={place} /> : <ReadField field={field} place={place} Fields={FieldsView} />;
};

/** The fields of an object; what is seldom looked at stands among the details, open where something in it is wrong or asked for. */
export const FieldsView = ({ fields, place, element }: { fields: readonly Field[]; place: Place; element: Json }) => {
  const words = useWords();
  const { at, problems } = useEditing();
  const people = measureOf(element) === 'share';
  const here = fields.filter((it) => it.ofPeople !== true || people);
  const deep = here.filter((it) => it.deep);
  const needed = deep.some((it) => liesIn(at, [...place, it.key]) || problemsAt(problems, [...place, it.key]).length > 0);
  const [opened, setOpened] = useState(false);
  return (
    <div className={styles['fields']}>
      {here.filter((it) => !it.deep).map((it) => (
        <FieldView key={it.key} field={it} place={[...place, it.key]} />
      ))}
      {deep.length > 0 && (
        <details open={opened || needed} onToggle={(event) => setOpened(event.currentTarget.open)} className={styles['details']}>
          <summary>{words.t('planEditor.details')}</summary>
          {(opened || needed) && (
            <div className={styles['fields']}>
              {deep.map((it) => (
                <FieldView key={it.key} field={it} place={[...place, it.key]} />
              ))}
            </div>
          )}
        </details>
      )}
    </div>
  );
};
