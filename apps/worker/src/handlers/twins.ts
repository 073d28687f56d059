import { compareAcrossProvinces } from '@saubac/db/twins';
import { comparison } from '@saubac/services/twins';
import type { Handlers } from './handler.ts';
import type { VerbParts } from './later-work.ts';

/** Compares the numbers of a province with those of the others, by keyed digests. */
export const twinHandlers = ({ cluster }: VerbParts): Handlers => ({
  [comparison]: {
    run: ({ db, complete, log }) =>
      db.transaction(async (tx) => {
        log.info(await compareAcrossProvinces(tx, cluster.vault), 'compared across provinces');
        await complete(tx);
      }),
  },
});
