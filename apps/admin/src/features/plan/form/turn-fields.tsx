import { NativeSelect } from '@mantine/core';
import { useRef } from 'react';
import { useWords } from '../../../shell/index.ts';
import { useEditing } from '../editing.ts';
import { isObject, nameOfPlace, type Place, valueAt } from '../json/place.ts';
import { RuleEditor } from '../rule/rule-editor.tsx';
import styles from './form.module.css';
import { ShareField, TextsField } from './text-fields.tsx';
import { measureOf, type TurnedAway, turnedCondition, turnedPreference, turnedTarget } from './turns.ts';

type Parts = { place: Place; error: string | undefined };

const useElement = (place: Place) => {
  const { document, change } = useEditing();
  const above = place.slice(0, -1);
  return { element: valueAt(document, above), value: valueAt(document, place), above, change: (at: Place, value: unknown) => change?.(at, value) };
};

/** How a target is measured: by a share of people, or by documents; the goal or what proves it. */
export const MeasureField = ({ place, error }: Parts) => {
  const words = useWords();
  const { element, value, above, change } = useElement(place);
  const kept = useRef<TurnedAway>({});
  const kind = measureOf(element);
  const measure = isObject(value) ? value : {};
  const turn = (to: 'share' | 'evidence') => {
    const turned = turnedTarget(element, to, kept.current);
    kept.current = turned.kept;
    change(above, turned.target);
  };
  const name = nameOfPlace(place);
  return (
    <div className={styles['measure']} id={`field-${name}`} tabIndex={-1}>
      <NativeSelect
        label={words.t('planForm.field-measure')} value={kind} error={error} data={[{ value: 'share', label: words.t('planForm.measure-share') }, { value: 'evidence', label: words.t('planForm.measure-evidence') }]}
        onChange={(event) => turn(event.currentTarget.value === 'evidence' ? 'evidence' : 'share')}
      />
      {kind === 'share' ? (
        <ShareField id={`field-${name}.goal`} label={words.t('planForm.field-goal')} value={measure['goal']} error={undefined} onChange={(it) => change([...place, 'goal'], it)} />
      ) : (
        <TextsField id={`field-${name}.proofs`} label={words.t('planForm.field-proofs')} value={measure['proofs']} error={undefined} onChange={(it) => change([...place, 'proofs'], it)} />
      )}
    </div>
  );
};

/** What must hold before money is paid. */
export const RequiresField = ({ place, error }: Parts) => {
  const words = useWords();
  const { element, value, above, change } = useElement(place);
  const rulePlace = [...above, 'rule'];
  return (
    <>
      <NativeSelect
        id={`field-${nameOfPlace(place)}`} label={words.t('planForm.field-requires')} value={String(value)} error={error}
        data={(['within-quota', 'certificate-in-hand', 'rule'] as const).map((it) => ({ value: it, label: words.t(`planForm.requires-${it}`) }))} onChange={(event) => change(above, turnedCondition(element, event.currentTarget.value))}
      />
      {value === 'rule' && <RuleEditor place={rulePlace} label={words.t('planForm.field-rule')} hint={undefined} json={isObject(element) ? element['rule'] : undefined} onChange={(rule) => change(rulePlace, rule)} />}
    </>
  );
};

/** Who or what goes first. */
export const PrefersField = ({ place, error }: Parts) => {
  const words = useWords();
  const { value, change } = useElement(place);
  const prefers = isObject(value) ? value : {};
  const now = 'rule' in prefers ? 'rule' : String(prefers['attribute']);
  return (
    <>
      <NativeSelect
        id={`field-${nameOfPlace(place)}`} label={words.t('planForm.field-prefers')} value={now} error={error}
        data={(['study-outside-office-hours', 'socialised-funds', 'rule'] as const).map((it) => ({ value: it, label: words.t(`planForm.prefers-${it}`) }))} onChange={(event) => change(place, turnedPreference(event.currentTarget.value))}
      />
      {now === 'rule' && <RuleEditor place={[...place, 'rule']} label={words.t('planForm.field-rule')} hint={undefined} json={prefers['rule']} onChange={(rule) => change([...place, 'rule'], rule)} />}
    </>
  );
};
