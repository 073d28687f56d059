/** A period, both days inclusive. */
export type Period = { from: string; to: string };

/** The years that a report is most often asked for on a day: this one and the two before, latest first. */
export const years = (today: string): (Period & { year: number })[] => {
  const year = Number(today.slice(0, 4));
  return [year, year - 1, year - 2].map((it) => ({ year: it, from: `${it}-01-01`, to: `${it}-12-31` }));
};

/** The period of an address; what it leaves out is of this year. One that ends before it begins ends with the year that it begins in. */
export const periodOf = ({ from, to }: Partial<Period>, today: string): Period => {
  const first = from ?? `${(to ?? today).slice(0, 4)}-01-01`;
  const last = to ?? `${first.slice(0, 4)}-12-31`;
  return { from: first, to: last < first ? `${first.slice(0, 4)}-12-31` : last };
};
