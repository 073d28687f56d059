import { NativeSelect, TextInput } from '@mantine/core';
import { type Condition, type FactDefinition, wordOfCode } from '@saubac/domain/rules';
import { useEffect, useState } from 'react';
import { useCodeNames, useWords } from '../../../shell/index.ts';
import { useEditing } from '../editing.ts';
import { CodeChips } from './code-chips.tsx';
import { codesFor, type Comparison, comparisonIn, type ConditionValue, numbersFor } from './condition.ts';
import styles from './rule.module.css';
import { UnitChips } from './unit-chips.tsx';

type Parts = { definition: FactDefinition; comparison: Comparison; value: ConditionValue | undefined; onChange: (value: ConditionValue) => void };

/** At most so many codes are shown side by side; more are picked from a list. */
const besideEachOther = 8;

const NumberValue = ({ definition, comparison, value, onChange }: Parts & { value: ConditionValue }) => {
  const words = useWords();
  const { least, most } = numbersFor(definition, comparison);
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped(String(value)), [value]);
  const meant = /^\d{1,3}$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;
  return (
    <TextInput
      className={styles['number']} aria-label={words.t('planEditor.value')} inputMode="numeric" value={typed} error={meant ? undefined : words.t('planEditor.numberFrom', { least, most })}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        if (/^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most) onChange(Number(text));
      }}
    />
  );
};

const OneOf = ({ options, value, onChange }: { options: readonly { value: string; label: string }[]; value: string; onChange: (value: string) => void }) => {
  const words = useWords();
  return <NativeSelect aria-label={words.t('planEditor.value')} value={value} data={[...options]} onChange={(event) => onChange(event.currentTarget.value)} />;
};

const SomeOf = ({ definition, chosen, onChange }: { definition: FactDefinition; chosen: readonly string[]; onChange: (codes: readonly string[]) => void }) => {
  const words = useWords();
  const codes = definition.codes ?? [];
  return (
    <fieldset className={styles['checks']}>
      <legend className={styles['hidden']}>{words.text(definition.label)}</legend>
      {codes.map(({ code, label }) => {
        const on = chosen.includes(code);
        // The last one stays: a condition on nothing would hold for nobody.
        const last = on && chosen.length === 1;
        return (
          <label key={code}>
            <input type="checkbox" checked={on} aria-disabled={last || undefined} onChange={() => !last && onChange(codes.map((it) => it.code).filter((it) => (it === code ? !on : chosen.includes(it))))} />
            {words.text(label)}
          </label>
        );
      })}
    </fieldset>
  );
};

const OpenCodes = ({ definition, chosen, onChange }: { definition: FactDefinition; chosen: readonly string[]; onChange: (codes: readonly string[]) => void }) => {
  const words = useWords();
  const { tenant } = useEditing();
  const { lists } = useCodeNames(tenant);
  const named = definition.id === 'rank' ? (lists?.ranks ?? []).map((it) => ({ code: it.code, label: words.text(it.name) })) : [...(definition.codes ?? []), ...(definition.names ?? [])].map((it) => ({ code: it.code, label: words.text(it.label) }));
  return <CodeChips label={words.text(definition.label)} chosen={chosen} options={named} open={definition.codes === undefined} onChange={onChange} />;
};

/** What a condition compares with, by the type of its fact: yes or no, a number, a place on a scale, codes, units. */
export const ConditionValueField = (parts: Parts) => {
  const { definition, comparison, value, onChange } = parts;
  const words = useWords();
  const { tenant } = useEditing();
  const chosen = Array.isArray(value) ? (value as readonly string[]) : [];
  if (comparison === 'is') {
    const said = (wanted: boolean) => {
      const phrase = definition.phrase?.[wanted ? 'holds' : 'fails'];
      return phrase ? words.text(phrase) : words.t(wanted ? 'planEditor.yes' : 'planEditor.no');
    };
    return <OneOf value={value === false ? 'no' : 'yes'} options={[{ value: 'yes', label: said(true) }, { value: 'no', label: said(false) }]} onChange={(it) => onChange(it === 'yes')} />;
  }
  if (comparison === 'within') return <UnitChips tenant={tenant} label={words.text(definition.label)} chosen={chosen} onChange={onChange} />;
  if (comparison === 'in') {
    const few = definition.codes !== undefined && definition.codes.length <= besideEachOther && definition.codes.length > 0;
    return few ? <SomeOf definition={definition} chosen={chosen} onChange={onChange} /> : <OpenCodes definition={definition} chosen={chosen} onChange={onChange} />;
  }
  if (definition.type === 'scale') {
    const options = codesFor(definition, comparison).map((code) => ({ value: code, label: words.text(wordOfCode(definition, code) ?? { vi: code }) }));
    return <OneOf value={String(value)} options={options} onChange={onChange} />;
  }
  if (definition.type === 'level') {
    const { least, most } = numbersFor(definition, comparison);
    const options = Array.from({ length: most - least + 1 }, (_, at) => ({ value: String(least + at), label: words.t('planEditor.level', { level: least + at }) }));
    return <OneOf value={String(value)} options={options} onChange={(it) => onChange(Number(it))} />;
  }
  return <NumberValue {...parts} value={value ?? 0} />;
};

/** The value of a condition. */
export const valueOf = (condition: Condition): ConditionValue => comparisonIn(condition).value;
