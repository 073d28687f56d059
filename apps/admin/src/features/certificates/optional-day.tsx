import { TextInput } from '@mantine/core';
import { parseIsoDate } from '@saubac/domain/values';
import { readDay, writeDay } from '@saubac/ui/dates';
import { useEffect, useState } from 'react';
import { useWords } from '../../shell/index.ts';

const written = (day: string | undefined): string => (day === undefined ? '' : writeDay(parseIsoDate(day)));

/** A day that may be left out: typed as it is written here, taken when the field is left. */
export const OptionalDay = ({ label, value, onChange }: { label: string; value: string | undefined; onChange: (day: string | undefined) => void }) => {
  const words = useWords();
  const [typed, setTyped] = useState(written(value));
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setTyped(written(value));
    setWrong(false);
  }, [value]);
  const take = () => {
    const day = typed.trim() === '' ? undefined : readDay(typed);
    setWrong(typed.trim() !== '' && day === undefined);
    if (day === undefined && typed.trim() !== '') return;
    if (day !== value) onChange(day);
    else setTyped(written(day));
  };
  return (
    <TextInput
      label={label} value={typed} error={wrong ? words.t('certificateDesk.dayWrong') : undefined} placeholder={words.t('shell.dayForm')} inputMode="numeric" autoComplete="off"
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
};
