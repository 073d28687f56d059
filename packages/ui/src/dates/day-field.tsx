import { ActionIcon, Popover, TextInput } from '@mantine/core';
import type { IsoDate } from '@saubac/domain/values';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useUiWords } from '../words/index.ts';
import { readDay, writeDay } from './written-day.ts';

const Calendar = lazy(() => import('./calendar.tsx').then((it) => ({ default: it.Calendar })));

/** A day, typed as it is written here or picked from a calendar. What can't be a day is said beside it, and nothing changes. */
export const DayField = ({ label, value, onChange }: { label: string; value: IsoDate; onChange: (day: IsoDate) => void }) => {
  const words = useUiWords();
  const [typed, setTyped] = useState(writeDay(value));
  const [wrong, setWrong] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    setTyped(writeDay(value));
    setWrong(false);
  }, [value]);

  const take = () => {
    const day = readDay(typed);
    setWrong(day === undefined);
    if (day !== undefined && day !== value) onChange(day);
    else if (day !== undefined) setTyped(writeDay(day));
  };
  const pick = (day: IsoDate) => {
    setOpen(false);
    onChange(day);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <TextInput
          label={label} value={typed} error={wrong ? words.dayWrong : undefined} placeholder={words.dayForm} inputMode="numeric" autoComplete="off" w="10rem"
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
          }}
          rightSection={
            <ActionIcon variant="subtle" aria-label={words.openCalendar} aria-expanded={open} aria-haspopup="dialog" onClick={() => setOpen(!open)}>
              <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
                <path d="M2 3.5h12v10H2zM2 6.5h12M5 1.5v3M11 1.5v3" />
              </svg>
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={words.calendar}>
        <Suspense fallback={words.loading}>
          <Calendar value={value} onChange={pick} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
};
