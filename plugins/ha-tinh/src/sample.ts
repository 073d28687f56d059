import type { PluginCtx } from '@saubac/plugin-api';

import { listAgreements } from './agreements/agreements.ts';
import type { Config } from './config.ts';
import { sampleAgreements } from './sample/agreements.ts';
import { sampleClasses } from './sample/classes.ts';
import { sampleDuties } from './sample/duties.ts';
import { findLearners } from './sample/learners.ts';

/**
 * What a demonstration begins with: an agreement to follow up, classes at each of their steps, requests that wait, certificates whose level
 * can be confirmed. All of it is invented; people are those of the sample roster.
 */
export const sample = async (ctx: PluginCtx<Config>): Promise<void> => {
  // Begun by an earlier start: what is there stays as it is.
  if ((await listAgreements(ctx)).length > 0) return;
  const learners = await findLearners(ctx);
  const agreement = await sampleAgreements(ctx);
  await sampleDuties(ctx, learners);
  await sampleClasses(ctx, agreement, learners);
};
