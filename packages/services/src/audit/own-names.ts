import type { LocalText } from '@saubac/domain/values';
import { type Registry, wordOf } from '@saubac/plugin-api';

/**
 * How a plugin calls an act (`<plugin>:<act>`, its word `act.<act>`) or a kind of subject (its word `subject.<kind>`) of its own; undefined for
 * those of the core, and where the plugin is not enabled or has no word for it.
 */
export const ownName = ({ active }: Pick<Registry, 'active'>, what: 'act' | 'subject', name: string): LocalText | undefined => {
  const at = name.indexOf(':');
  const { manifest } = active.get(name.slice(0, Math.max(0, at)))?.plugin ?? {};
  const word = `${what}.${name.slice(at + 1)}`;
  return manifest?.words.vi[word] ? wordOf(manifest, word) : undefined;
};
