import type { Fault } from '@saubac/contract/problems';
import type { NameIn } from '@saubac/i18n';
import { z } from 'zod';
import { words } from './words.ts';

const localeErrors = { vi: z.locales.vi().localeError, en: z.locales.en().localeError };

type Issue = Parameters<typeof localeErrors.vi>[0];

const named: ReadonlySet<string> = new Set(words.vi.namesIn('faults'));

const isNamed = (code: string): code is NameIn<'faults'> => named.has(code);

const sentence = (locale: 'vi' | 'en', issue: z.core.$ZodIssue): string => {
  if (issue.code === 'custom' && isNamed(issue.message)) return words[locale].t(`faults.${issue.message}`);
  const said = localeErrors[locale](issue as unknown as Issue);
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
};

/** What of a request is not in the form asked for, field by field, in both languages. `target` is the part of the request. */
export const faultsOf = (target: string, issues: readonly z.core.$ZodIssue[]): Fault[] =>
  issues.map((issue) => ({
    field: [target === 'json' ? 'body' : target, ...issue.path.map(String)].join('.'),
    code: issue.code === 'custom' && isNamed(issue.message) ? issue.message : issue.code,
    text: { vi: sentence('vi', issue), en: sentence('en', issue) },
  }));
