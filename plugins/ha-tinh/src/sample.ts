import type { PluginCtx } from '@saubac/plugin-api';

import type { Config } from './config.ts';

/** What a demonstration begins with. */
export const sample = async (_ctx: PluginCtx<Config>): Promise<void> => {};
