import type { PluginHandler } from '@saubac/plugin-api';

import type { Config } from './config.ts';
import { tellOnce } from './notes/notes.ts';
import { findSwap } from './swaps/swaps.ts';

/** Tells a desk that somebody was replaced. Work may come twice; under the key of the work it is told once. */
const tellDesk: PluginHandler<Config> = {
  run: async ({ db, today, write }, payload, { key }) => {
    const swap = await findSwap(db, String(payload['swap']));
    if (swap) await write((tx) => tellOnce(tx, key, { kind: 'swapped', place: swap.duty.place, on: today }));
  },
};

export const handlers = { tellDesk };
