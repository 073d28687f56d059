import type { LocalText } from '@saubac/domain/values';
import { defineCase, type PluginSql, type TakenMove, wordOf } from '@saubac/plugin-api';

import { handOver } from '../duties/duties.ts';
import { manifest } from '../manifest.ts';
import { findSwap, swapsByIds } from './swaps.ts';
import { type Swap, swapFlow } from './workflow.ts';

const filled = (text: string, { place, from }: Swap): string => text.replace('{{place}}', place).replace('{{from}}', from.split('-').toReversed().join('/'));

const titleOf = (swap: Swap): LocalText => {
  const { vi, en } = wordOf(manifest, 'swap.title');
  return { vi: filled(vi, swap), en: filled(en ?? vi, swap) };
};

/** An approved replacement changes the duties in the same transaction. */
const moved = async (tx: PluginSql, { subject, move }: TakenMove): Promise<void> => {
  const swap = move === 'approve' ? await findSwap(tx, subject) : undefined;
  if (swap) await handOver(tx, swap.duty, { person: swap.person, from: swap.from });
};

/** A request to be replaced, as it goes from hand to hand. */
export const swapCase = defineCase(manifest, {
  workflow: swapFlow,
  seenBy: 'duty.read',
  subjects: swapsByIds,
  describe: (swap) => ({ title: titleOf(swap), person: swap.replacement.person, link: `/x/example/duties?swap=${swap.id}` }),
  // Whoever decides goes by the desk and the days: a duty that was changed meanwhile is told as “changed since”.
  statement: (swap) => ({ place: swap.place, from: swap.from, until: swap.duty.to }),
  moved,
});
