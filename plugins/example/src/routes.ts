import { pluginRoutes, type RouteTools } from '@saubac/plugin-api';

import type { Config } from './config.ts';
import { dutyRoutes } from './duties/routes.ts';
import { manifest, type Word } from './manifest.ts';
import { swapRoutes } from './swaps/routes.ts';

/** What the routes of this plugin are written with: its own permissions, refusals in its own words. */
export type Tools = RouteTools<Word, keyof NonNullable<(typeof manifest)['permissions']>>;

export const routes = pluginRoutes<Config>()(manifest, (app, tools) => {
  dutyRoutes(app, tools);
  swapRoutes(app, tools);
});
