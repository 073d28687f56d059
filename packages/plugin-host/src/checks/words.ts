import type { Locale } from '@saubac/domain/values';
import type { Manifest, PluginFailure } from '@saubac/plugin-api';

/** The languages that every word is in. */
export const locales: readonly Locale[] = ['vi', 'en'];

/** Which of some words a manifest lacks, by language; a word of blanks is none. */
export const missingWords = ({ words }: Pick<Manifest, 'words'>, keys: Iterable<string>): PluginFailure[] => {
  const asked = [...new Set(keys)];
  return locales.flatMap((locale) => asked.filter((key) => !words[locale][key]?.trim()).map((key) => ({ kind: 'word-missing' as const, locale, key })));
};
