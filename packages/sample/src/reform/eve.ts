import { dayOf, typed } from '../values/day.ts';

type Dated = { valid_from: string; valid_to: string };

/** The day before a reform, as the rows of a roster that knows the reform tell of it. */
export type Eve = {
  /** Its date as a cell holds it, and the date of the reform. */
  last: string;
  first: string;
  /** Whether a row was there on the eve or earlier. */
  isKnown: (row: Dated) => boolean;
  /** Whether a row ends with the eve. */
  endsThen: (row: Dated) => boolean;
};

/** The eve of a reform. Rows of a roster know of no day after the reform, so what is not from its day is from before. */
export const eveOf = (reform: string): Eve => {
  const [last, first] = [typed(dayOf(reform) - 1), typed(dayOf(reform))];
  return { last, first, isKnown: ({ valid_from: from }) => from !== first, endsThen: ({ valid_to: to }) => to === last };
};
