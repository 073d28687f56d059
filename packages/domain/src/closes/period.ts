import { fail, type IsoDate, isoDate, ok, parseIsoDate, type Result } from '../values/index.ts';

/** What a close is about: first and last day, both inclusive, and the day as of which people are counted. */
export type ClosePeriod = { from: IsoDate; to: IsoDate; cutOff: IsoDate };

export type PeriodProblem =
  | { kind: 'period-ends-before-it-begins'; from: IsoDate; to: IsoDate }
  | { kind: 'cut-off-outside-period'; cutOff: IsoDate; from: IsoDate; to: IsoDate }
  | { kind: 'cut-off-in-the-future'; cutOff: IsoDate };

/** Why a period can't be closed; undefined if it can. Nobody knows who will be there on a day that has not come. */
export const periodProblem = ({ from, to, cutOff }: ClosePeriod, today: IsoDate): PeriodProblem | undefined => {
  if (to < from) return { kind: 'period-ends-before-it-begins', from, to };
  if (cutOff < from || cutOff > to) return { kind: 'cut-off-outside-period', cutOff, from, to };
  return cutOff > today ? { kind: 'cut-off-in-the-future', cutOff } : undefined;
};

const halves: Record<string, readonly [string, string]> = { '': ['01-01', '12-31'], '-H1': ['01-01', '06-30'], '-H2': ['07-01', '12-31'] };

/** Reads a period as people write it: `2025`, `2025-H1`, `2025-H2`, or `2025-01-01..2025-10-30`. */
export const parsePeriod = (text: string): Result<{ from: IsoDate; to: IsoDate }, { kind: 'period-not-understood'; text: string }> => {
  const [, year = '', half = ''] = /^(\d{4})(-H[12])?$/.exec(text) ?? [];
  const days = year === '' ? text.split('..') : (halves[half] ?? []).map((it) => `${year}-${it}`);
  const [from, to, more] = days.map(parseIsoDate);
  return from && to && days.length === 2 && !more ? ok({ from, to }) : fail({ kind: 'period-not-understood', text });
};

/** A period as people write it. */
export const periodName = ({ from, to }: Pick<ClosePeriod, 'from' | 'to'>): string => {
  const year = from.slice(0, 4);
  const half = Object.entries(halves).find(([, [first, last]]) => from === isoDate(`${year}-${first}`) && to === isoDate(`${year}-${last}`));
  return half ? `${year}${half[0]}` : `${from}..${to}`;
};
