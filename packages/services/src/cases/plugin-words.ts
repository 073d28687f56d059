import type { LocalText } from '@saubac/domain/values';

/** The words of a plugin; what its manifest has no word for is given without any. */
export type PluginWord = (key: string) => LocalText;

/** The first of some keys that a plugin has a word for; where it has none of them, the last key stands for itself. */
export const firstWord = (word: PluginWord, keys: readonly [string, ...string[]]): LocalText => {
  const known = keys.map((it): Partial<LocalText> => word(it)).find((it) => it.vi !== undefined);
  const last = keys.at(-1) ?? '';
  return { vi: known?.vi ?? last, en: known?.en ?? known?.vi ?? last };
};
