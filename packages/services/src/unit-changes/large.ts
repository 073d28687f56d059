import { countHoldings } from '@saubac/db/unit-changes';
import { unitsGivingPeople } from '@saubac/domain/unit-changes';

import type { Ctx } from '../context/index.ts';
import type { KeptUnitChange } from './view.ts';

/** Whether a change that takes more than a moment is done at once, by who waits for it, or later by the worker. */
export type WhenLarge = 'now' | 'later';

// So many posts are previewed and written in two seconds, figures of a large province included.
const mostAtOnce = 3_000;

/** Whether a change is about more people than a request should wait for. */
export const isLarge = async (ctx: Ctx, { operations, moves, firstDay }: KeptUnitChange): Promise<boolean> =>
  operations.length + moves > mostAtOnce || (await countHoldings(ctx.db, unitsGivingPeople({ operations }), firstDay)) > mostAtOnce;
