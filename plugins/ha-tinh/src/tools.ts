import type { RouteTools } from '@saubac/plugin-api';

import type { manifest } from './manifest.ts';

/** A word of the plugin. */
export type Word = keyof (typeof manifest)['words']['vi'];

/** What routes of this plugin are written with: refusals in its words, its own permissions. */
export type Tools = RouteTools<Word, keyof NonNullable<(typeof manifest)['permissions']>>;
