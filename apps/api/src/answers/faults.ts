import type { Fault } from '@saubac/contract/problems';
import { z } from 'zod';

const localeErrors = { vi: z.locales.vi().localeError, en: z.locales.en().localeError };

type Issue = Parameters<typeof localeErrors.vi>[0];

const sentence = (locale: 'vi' | 'en', issue: z.core.$ZodIssue): string => {
  const said = localeErrors[locale](issue as unknown as Issue);
  return (typeof said === 'string' ? said : said?.message) ?? issue.message;
};

/** What of a request is not in the form asked for, field by field, in both languages. `target` is the part of the request. */
export const faultsOf = (target: string, issues: readonly z.core.$ZodIssue[]): Fault[] =>
  issues.map((issue) => ({
    field: [target === 'json' ? 'body' : target, ...issue.path.map(String)].join('.'),
    code: issue.code === 'custom' && issue.message !== 'Invalid input' ? issue.message : issue.code,
    text: { vi: sentence('vi', issue), en: sentence('en', issue) },
  }));
