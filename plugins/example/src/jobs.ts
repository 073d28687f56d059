import { addDays } from '@saubac/domain/values';
import type { PluginJob } from '@saubac/plugin-api';

import type { Config } from './config.ts';
import { endingWithin } from './duties/duties.ts';
import { tellOnce } from './notes/notes.ts';

/** Every night: tells desks whose duties end soon, once for each end. */
const tellOfEndings: PluginJob<Config> = {
  run: async ({ config, db, today, write }) => {
    const ending = await endingWithin(db, today, addDays(today, config.warnDays));
    if (ending.length === 0) return;
    await write(async (tx) => {
      for (const { id, to, place } of ending) await tellOnce(tx, `ending ${id} ${to}`, { kind: 'ending', place, on: today });
    });
  },
};

export const jobs = { tellOfEndings };
