import { pluginRoutes, type RouteTools } from '@saubac/plugin-api';

import { dutyRoutes } from './duties/routes.ts';
import { manifest, type Word } from './manifest.ts';

/** What the routes of this plugin are written with: its own permissions, refusals in its own words. */
export type Tools = RouteTools<Word, keyof NonNullable<(typeof manifest)['permissions']>>;

export const routes = pluginRoutes()(manifest, dutyRoutes);
