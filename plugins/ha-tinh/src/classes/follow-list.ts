import type { PluginCtx } from '@saubac/plugin-api';

import type { Config } from '../config.ts';
import { unfollowed } from './classes.ts';

/**
 * Takes the cases of a class (of all, without one) where its official list says. The list is written first and cases follow one by one, so
 * what breaks in between is taken up again by the next call: a case that has followed is no longer found. How many followed.
 */
export const followList = async ({ db, cases }: Pick<PluginCtx<Config>, 'db' | 'cases'>, classId?: string): Promise<number> => {
  const waiting = await unfollowed(db, classId);
  const standing = await cases.ofSubjects('lao-enrolment', waiting.map((it) => it.id));
  let followed = 0;
  for (const { id, outcome, reason } of waiting) {
    const found = standing.get(id);
    if (!found || outcome === null) continue;
    const moved = await cases.move('lao-enrolment', { case: found.id, move: outcome === 'cut' ? 'cut' : 'makeOfficial', ...(reason === null ? {} : { reason }) });
    followed += moved.ok ? 1 : 0;
  }
  return followed;
};
