import { rosterTemplate } from '@saubac/domain/people';
import { isoDate, type IsoDate } from '@saubac/domain/values';
import type { SampleRoster } from '../src/index.ts';

export const effective: IsoDate = isoDate('2026-01-01');

/** A date as it stands in a cell (dd/mm/yyyy) as yyyy-mm-dd, which sorts. */
export const sortable = (cell: string): string => cell.split('/').reverse().join('-');

export const endOfTime = '9999-12-31';

export type Dated = { from: string; to: string };

/** First and last day of a row. */
export const periodOf = (row: { valid_from: string; valid_to: string }): Dated => ({
  from: sortable(row.valid_from),
  to: row.valid_to === '' ? endOfTime : sortable(row.valid_to),
});

export const covers = (period: Dated, day: string): boolean => period.from <= day && day <= period.to;

export const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** Whether periods together cover another without a gap. */
export const coverTogether = (periods: readonly Dated[], wanted: Dated): boolean => {
  let reached = wanted.from;
  for (const { from, to } of periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > reached) return false;
    if (to >= wanted.to) return true;
    if (to >= reached) reached = dayAfter(to);
  }
  return false;
};

export const rowsOf = (roster: SampleRoster) => ({
  units: [...roster.units], posts: [...roster.posts], people: [...roster.people], certificates: [...roster.certificates],
});

export type Rows = ReturnType<typeof rowsOf>;

/** The template's choice words of a column, as its own hint lists them. */
export const columnsOf = (sheet: string): string[] => rosterTemplate.find(({ key }) => key === sheet)!.columns.map(({ key }) => key);
