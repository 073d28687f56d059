import { TextInput } from '@mantine/core';
import { parseIsoDate } from '@saubac/domain/values';
import { DayField, readDay, writeDay } from '@saubac/ui/dates';
import { useState } from 'react';
import { useWords } from '../../../shell/index.ts';
import type { FieldParts } from './text-fields.tsx';
import styles from './form.module.css';

const shown = (value: unknown): string => (typeof value === 'string' ? (writeDay(parseIsoDate(value)) || value) : '');

/** A day that may be left out. `empty`: what stands in the file then. */
const OptionalDay = ({ id, label, hint, value, error, onChange, empty }: FieldParts & { empty: null | undefined }) => {
  const words = useWords();
  const [typed, setTyped] = useState(shown(value));
  const wrong = typed.trim() !== '' && readDay(typed) === undefined;
  return (
    <TextInput
      id={id} label={label} description={hint ?? words.t('planEditor.dayOptional')} placeholder={words.t('shell.dayForm')} value={typed} inputMode="numeric" className={styles['short']} error={wrong ? words.t('shell.dayWrong') : error}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const day = readDay(text);
        if (day !== undefined) onChange(day);
        else if (text.trim() === '') onChange(empty);
      }}
    />
  );
};

/** A day of the plan. */
export const PlanDayField = ({ optional, nullable, ...parts }: FieldParts & { optional: boolean; nullable: boolean }) => {
  const day = typeof parts.value === 'string' ? parseIsoDate(parts.value) : undefined;
  if (optional || nullable || day === undefined) return <OptionalDay {...parts} empty={nullable ? null : undefined} />;
  return (
    <div id={parts.id} tabIndex={-1}>
      <DayField label={parts.label} value={day} onChange={parts.onChange} />
      {parts.error !== undefined && <p className={styles['error']}>{parts.error}</p>}
    </div>
  );
};
