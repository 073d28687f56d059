import { type Fault, type Problem, type ProblemCode, problemStatuses } from '@saubac/contract/problems';
import { createWords, type RefusalKind, type Words } from '@saubac/i18n';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The words of the two languages an answer is given in. */
export const words: Readonly<Record<'vi' | 'en', Words>> = { vi: createWords('vi'), en: createWords('en') };

/** A text in both languages. */
export const inBoth = (say: (words: Words) => string): { vi: string; en: string } => ({ vi: say(words.vi), en: say(words.en) });

/** A failure that can be answered: it has a status in the contract and a sentence in the catalogues. */
export type Answerable = { readonly kind: ProblemCode & RefusalKind };

const localeOf = (c: Context): 'vi' | 'en' => (c.get('locale') === 'en' ? 'en' : 'vi');

/** A refusal as a problem document (RFC 9457): its code, its sentence in both languages, and the faults of fields and rows. */
export const problemOf = (c: Context, failure: Answerable & Readonly<Record<string, unknown>>, errors?: readonly Fault[]): Problem => {
  const text = inBoth((it) => it.refusal(failure));
  const both = 'yours' in failure && 'current' in failure ? { yours: failure['yours'], current: failure['current'] } : {};
  return {
    type: `urn:saubac:problem:${failure.kind}`,
    title: text[localeOf(c)],
    status: problemStatuses[failure.kind],
    code: failure.kind,
    text,
    requestId: String(c.get('requestId') ?? ''),
    ...(errors && errors.length > 0 ? { errors: [...errors] } : {}),
    ...both,
  };
};

const retryAfter = (failure: Readonly<Record<string, unknown>>): Record<string, string> =>
  typeof failure['seconds'] === 'number' ? { 'retry-after': String(Math.max(1, Math.ceil(failure['seconds']))) } : {};

/**
 * Answers with a refusal. Its type fits every handler: which statuses a route may refuse with is declared in the contract and held by the
 * tests that send it generated requests.
 */
export const refuse = (c: Context, failure: Answerable & object, errors?: readonly Fault[]): never => {
  const values = failure as Answerable & Readonly<Record<string, unknown>>;
  const problem = problemOf(c, values, errors);
  const headers = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...retryAfter(values) };
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, headers) as never;
};
