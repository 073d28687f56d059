import type { Locale } from '@saubac/domain/values';

const fromArguments = (args: readonly string[]): string | undefined => {
  const joined = args.find((it) => it.startsWith('--lang='));
  const at = args.indexOf('--lang');
  return joined?.slice('--lang='.length) ?? (at >= 0 ? args[at + 1] : undefined);
};

/** The languages that answers are given in. */
export const locales = ['vi', 'en'] as const satisfies readonly Locale[];

/** The language of the answers: `--lang`, else that of the environment, else Vietnamese. Read before the arguments are, because their faults are told in it. */
export const localeOf = (args: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale => {
  const wanted = fromArguments(args) ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return /^en\b|^en_/.test(wanted) ? 'en' : 'vi';
};
