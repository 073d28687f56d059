import type { IsoDate } from '../values/index.ts';
import type { GovernmentLevels } from './subject.ts';

/** One row of a plan's dated rule from unit to level of government: the first row that fits the unit and the date decides. */
export type GovernmentLevelRow = GovernmentLevels['rows'][number];

/** The rows that hold on a date, in their order; the last day of a row is inclusive. */
export const rowsOn = (rows: readonly GovernmentLevelRow[], on: IsoDate): GovernmentLevelRow[] =>
  rows.filter((it) => it.from <= on && on <= (it.to ?? on));
