export { DayField } from './day-field.tsx';
export { OptionalDayField } from './optional-day-field.tsx';
export { readDay, writeDay } from './written-day.ts';
