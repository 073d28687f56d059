import type { Plugin, PluginFailure } from '@saubac/plugin-api';
import { z } from 'zod';

import { missingWords } from './words.ts';

/** The settings are fields; each has a default, so that the plugin can be enabled without any, and a word to be called by in the form. */
export const checkSettings = ({ manifest, config }: Plugin): PluginFailure[] => {
  if (!config) return [];
  if (!(config instanceof z.ZodObject)) return [{ kind: 'settings-without-fields' }];
  const read = config.safeParse({});
  return [
    ...missingWords(manifest, Object.keys(config.shape).map((field) => `config.${field}`)),
    ...(read.error?.issues ?? []).map((it) => ({ kind: 'setting-without-default' as const, setting: it.path.join('.'), message: it.message })),
  ];
};
