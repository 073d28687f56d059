import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../../shell/index.ts';
import { useEditing } from '../editing.ts';
import type { Json } from '../json/place.ts';
import { CodeChips } from '../rule/code-chips.tsx';
import { UnitChips } from '../rule/unit-chips.tsx';
import type { Field, NamedList } from './field.ts';
import { elementsOf, optionOf } from './labels.ts';
import type { FieldParts } from './text-fields.tsx';
import styles from './form.module.css';

const codesIn = (value: Json): readonly string[] => (Array.isArray(value) ? value.filter((it) => typeof it === 'string') : []);

/** One of a few words. */
export const ChoiceOf = ({ id, label, hint, value, error, onChange, field, options }: FieldParts & { field: Field; options: readonly string[] }) => {
  const words = useWords();
  const now = typeof value === 'string' ? value : '';
  const strange = now !== '' && !options.includes(now);
  const empty = field.optional || now === '' ? [{ value: '', label: words.t('planEditor.notSaid') }] : [];
  return (
    <NativeSelect
      id={id} label={label} description={hint} value={now} error={error} className={styles['choice']}
      data={[...empty, ...(strange ? [{ value: now, label: now }] : []), ...options.map((it) => ({ value: it, label: optionOf(words, field, it) }))]}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
    />
  );
};

/** Some of a few words, side by side. */
export const ChoicesOf = ({ id, label, hint, value, error, onChange, field, options }: FieldParts & { field: Field; options: readonly string[] }) => {
  const words = useWords();
  const chosen = codesIn(value);
  return (
    <fieldset className={styles['checks']} id={id} tabIndex={-1}>
      <legend>{label}</legend>
      {hint !== undefined && <p className={styles['soft']}>{hint}</p>}
      {options.map((it) => (
        <label key={it}>
          <input
            type="checkbox" checked={chosen.includes(it)}
            onChange={() => {
              const next = options.filter((option) => (option === it ? !chosen.includes(it) : chosen.includes(option)));
              onChange(next.length === 0 && field.optional ? undefined : next);
            }}
          />
          {optionOf(words, field, it)}
        </label>
      ))}
      {error !== undefined && <p className={styles['error']}>{error}</p>}
    </fieldset>
  );
};

/** Yes or no. */
export const FlagField = ({ id, label, value, onChange }: FieldParts) => (
  <label className={styles['flag']}>
    <input id={id} type="checkbox" checked={value === true} onChange={() => onChange(value !== true)} />
    {label}
  </label>
);

/** One element of the plan, by its id. */
export const OneOfPlan = ({ id, label, hint, value, error, onChange, list, optional }: FieldParts & { list: NamedList; optional: boolean }) => {
  const words = useWords();
  const { document } = useEditing();
  const known = elementsOf(words, document, list);
  const now = typeof value === 'string' ? value : '';
  const strange = now !== '' && !known.some((it) => it.code === now);
  return (
    <NativeSelect
      id={id} label={label} description={hint} value={now} error={error}
      data={[...(optional || now === '' ? [{ value: '', label: words.t('planEditor.notSaid') }] : []), ...(strange ? [{ value: now, label: now }] : []), ...known.map((it) => ({ value: it.code, label: it.label }))]}
      onChange={(event) => onChange(event.currentTarget.value === '' && optional ? undefined : event.currentTarget.value)}
    />
  );
};

const Chosen = ({ id, label, hint, error, children }: Pick<FieldParts, 'id' | 'label' | 'hint' | 'error'> & { children: ReactNode }) => (
  <fieldset className={styles['checks']} id={id} tabIndex={-1}>
    <legend>{label}</legend>
    {hint !== undefined && <p className={styles['soft']}>{hint}</p>}
    {children}
    {error !== undefined && <p className={styles['error']}>{error}</p>}
  </fieldset>
);

/** Some elements of the plan, by their ids. */
export const SomeOfPlan = ({ list, optional, ...parts }: FieldParts & { list: NamedList; optional: boolean }) => {
  const words = useWords();
  const { document } = useEditing();
  return (
    <Chosen {...parts}>
      <CodeChips label={parts.label} chosen={codesIn(parts.value)} options={elementsOf(words, document, list)} onChange={(codes) => parts.onChange(codes.length === 0 && optional ? undefined : codes)} />
    </Chosen>
  );
};

/** Languages, by their codes. */
export const LanguagesOf = ({ optional, ...parts }: FieldParts & { optional: boolean }) => {
  const words = useWords();
  const { facts } = useEditing();
  return (
    <Chosen {...parts}>
      <CodeChips label={parts.label} chosen={codesIn(parts.value)} options={(facts?.languages ?? []).map(({ code, name }) => ({ code, label: words.text(name) }))} onChange={(codes) => parts.onChange(codes.length === 0 && optional ? undefined : codes)} />
    </Chosen>
  );
};

/** Units by their codes; where it may, all of them. */
export const UnitsOf = ({ orAll, optional, ...parts }: FieldParts & { orAll: boolean; optional: boolean }) => {
  const words = useWords();
  const { tenant } = useEditing();
  const all = parts.value === 'all';
  return (
    <Chosen {...parts}>
      {orAll && (
        <label>
          <input type="checkbox" checked={all} onChange={() => parts.onChange(all ? [] : 'all')} />
          {words.t('planEditor.allUnits')}
        </label>
      )}
      {!all && <UnitChips tenant={tenant} label={parts.label} chosen={codesIn(parts.value)} onChange={(codes) => parts.onChange(codes.length === 0 && optional ? undefined : codes)} />}
    </Chosen>
  );
};
