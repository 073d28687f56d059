import { CloseButton } from '@mantine/core';
import { SearchSelect } from '@saubac/ui/pick';
import { useState } from 'react';
import { useWords } from '../../../shell/index.ts';
import styles from './changes.module.css';
import type { PickableUnits } from './pickable-units.ts';

type One = { label: string; units: PickableUnits; value: string | null; error?: string | undefined; placeholder?: string; onChange: (code: string | null) => void };

/** One unit, found by name or code. */
export const UnitPicker = ({ label, units, value, error, placeholder, onChange }: One) => {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const chosen = value ? units.nameOf(value) : '';
  // The field shows what is chosen as if it had been typed; that is no search.
  const found = units.find(typed === chosen ? '' : typed);
  const options = value ? [{ value, label: chosen }, ...found.filter((it) => it.value !== value)] : found;
  return (
    <SearchSelect
      label={label} placeholder={placeholder ?? words.t('unitTree.pickUnit')} nothingFound={words.t('unitTree.noSuchUnit')} clearLabel={words.t('unitTree.clearUnit', { label })} value={value || null} options={options}
      onSearch={setTyped} onChange={onChange} error={error}
    />
  );
};

type Many = { label: string; units: PickableUnits; value: readonly string[]; error?: string | undefined; onChange: (codes: string[]) => void };

/** Several units: those that are picked, and a field to add another. */
export const UnitsPicker = ({ label, units, value, error, onChange }: Many) => {
  const words = useWords();
  // The field begins anew with each unit that was added.
  return (
    <div className={styles['many']}>
      {value.length > 0 && <p className={styles['label']} aria-hidden="true">{label}</p>}
      {value.length > 0 && (
        <ul className={styles['picked']} aria-label={label}>
          {value.map((code) => (
            <li key={code}>
              <span>{units.nameOf(code)} <span className={styles['soft']}>({code})</span></span>
              <CloseButton size="sm" aria-label={words.t('unitTree.takeOut', { unit: units.nameOf(code) })} onClick={() => onChange(value.filter((it) => it !== code))} />
            </li>
          ))}
        </ul>
      )}
      <UnitPicker
        key={value.join(' ')} label={value.length === 0 ? label : words.t('unitTree.addUnit', { label })} units={units} value={null} error={error}
        onChange={(code) => {
          if (code !== null && !value.includes(code)) onChange([...value, code]);
        }}
      />
    </div>
  );
};
