export { DayField } from './day-field.tsx';
export { readDay, writeDay } from './written-day.ts';
