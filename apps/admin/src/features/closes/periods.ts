/** First and last day of a period, both inclusive. */
export type Period = { from: string; to: string };

/** A period as people speak of it: a year, a half of one, or other days. */
export type PeriodName = { kind: 'year' | 'firstHalf' | 'secondHalf'; year: number } | { kind: 'days' };

const halves = { year: ['01-01', '12-31'], firstHalf: ['01-01', '06-30'], secondHalf: ['07-01', '12-31'] } as const;
const kinds = ['year', 'firstHalf', 'secondHalf'] as const;

const daysOf = (kind: (typeof kinds)[number], year: number): Period => ({ from: `${year}-${halves[kind][0]}`, to: `${year}-${halves[kind][1]}` });

/** What a period is called. */
export const nameOfPeriod = ({ from, to }: Period): PeriodName => {
  const year = Number(from.slice(0, 4));
  const kind = kinds.find((it) => daysOf(it, year).from === from && daysOf(it, year).to === to);
  return kind ? { kind, year } : { kind: 'days' };
};

/** The periods that can be closed on a day: of this year and the two before, those that have begun, the latest first. */
export const periodsToClose = (today: string): Period[] => {
  const year = Number(today.slice(0, 4));
  return [year, year - 1, year - 2].flatMap((it) => [daysOf('year', it), daysOf('secondHalf', it), daysOf('firstHalf', it)]).filter(({ from }) => from <= today);
};

/** The day as of which people are counted where nobody says otherwise: the last of the period that has come. */
export const usualCutOff = ({ to }: Period, today: string): string => (to < today ? to : today);

/** The period that is most likely to be closed on a day: the last half that is over. */
export const likelyPeriod = (today: string): Period => {
  const over = periodsToClose(today).find(({ to }) => to < today);
  return over ?? daysOf('year', Number(today.slice(0, 4)));
};
