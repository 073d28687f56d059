import { TextInput } from '@mantine/core';
import { parseIsoDate, type IsoDate } from '@saubac/domain/values';
import { useEffect, useState } from 'react';
import { useUiWords } from '../words/index.ts';
import { readDay, writeDay } from './written-day.ts';

type Parts = { label: string; hint?: string; value: string | undefined; onChange: (day: IsoDate | undefined) => void };

/** A day that may be left out. What can't be a day is said beside it, and nothing changes. */
export const OptionalDayField = ({ label, hint, value, onChange }: Parts) => {
  const words = useUiWords();
  const written = writeDay(value === undefined ? undefined : parseIsoDate(value));
  const [typed, setTyped] = useState(written);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setTyped(written);
    setWrong(false);
  }, [written]);
  const take = () => {
    const day = readDay(typed);
    const isNone = typed.trim() === '';
    setWrong(day === undefined && !isNone);
    if ((day !== undefined || isNone) && day !== value) onChange(day);
  };
  return (
    <TextInput
      label={label} description={hint} value={typed} error={wrong ? words.dayWrong : undefined} placeholder={words.dayForm} inputMode="numeric" autoComplete="off"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
};
