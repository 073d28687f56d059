import { z } from 'zod';
import type { IsoDate } from '../values/index.ts';
import { day, elementId, localText, reading } from './element.ts';

/** One row of a plan's dated rule from unit to level of government: the first row that fits the unit and the date decides. */
export const governmentLevelRow = z.strictObject({
  from: day.optional(),
  to: day.optional(),
  /** All that is given must hold: one of the tiers, one of the kinds of body, one of the units or a unit below one. */
  when: z.strictObject({
    tiers: z.array(z.enum(['central', 'province', 'district', 'commune'])).min(1).optional(),
    bodyKinds: z.array(z.enum(['state', 'party', 'socio-political', 'public-service'])).min(1).optional(),
    units: z.array(z.string().min(1)).min(1).optional(),
  }),
  level: z.enum(['central', 'province', 'district', 'commune']),
});
export type GovernmentLevelRow = z.output<typeof governmentLevelRow>;

/**
 * At which level of government a unit's people count, by date: the first row that fits decides. Where none does, the unit's own tier
 * decides as long as that level of government exists (the district ended on 1 July 2025).
 */
export const governmentLevels = z
  .strictObject({ rows: z.array(governmentLevelRow), basis: z.array(elementId).optional(), note: localText.optional(), reading: reading.optional() })
  .meta({ id: 'GovernmentLevels', description: 'Dated rows from unit to level of government, both days inclusive; the first that fits decides, else the tier of the unit' });

/** The rows that hold on a date, in their order. */
export const rowsOn = (rows: readonly GovernmentLevelRow[], on: IsoDate): GovernmentLevelRow[] =>
  rows.filter((it) => (it.from ?? on) <= on && on <= (it.to ?? on));
