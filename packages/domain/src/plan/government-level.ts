import { z } from 'zod';

import { isoDate, type IsoDate } from '../values/index.ts';

const day = z.iso.date().transform((it) => isoDate(it));

/** One row of a plan's dated rule from unit to level of government: the first row that fits the unit and the date decides. */
export const governmentLevelRow = z.strictObject({
  from: day.optional(),
  to: day.optional().meta({ description: 'Last day, inclusive' }),
  when: z.strictObject({ tiers: z.array(z.string()).min(1).optional(), bodyKinds: z.array(z.string()).min(1).optional(), units: z.array(z.string()).min(1).optional() }),
  level: z.enum(['central', 'province', 'district', 'commune']),
});
export type GovernmentLevelRow = z.infer<typeof governmentLevelRow>;

/** The rows that hold on a date, in their order. */
export const rowsOn = (rows: readonly GovernmentLevelRow[], on: IsoDate): GovernmentLevelRow[] =>
  rows.filter((it) => (it.from ?? on) <= on && on <= (it.to ?? on));
