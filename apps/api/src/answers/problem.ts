import { type Fault, type Problem, type ProblemCode, problemStatuses } from '@saubac/contract/problems';
import type { LocalText } from '@saubac/domain/values';
import type { NameIn, RefusalKind, Words } from '@saubac/i18n';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { inBoth, words } from './words.ts';

type ProblemKind = NameIn<'problems'>;

/** A failure that can be answered: it has a status in the contract and a sentence in the catalogues. */
export type Answerable = { readonly kind: ProblemCode & (RefusalKind | ProblemKind) };

type Values = Answerable & Readonly<Record<string, unknown>>;

const isOfTheApi = (failure: Values): failure is Values & { readonly kind: ProblemKind } => ownKinds.has(failure.kind);

// What the API says in its own words; the rest is said as at the command line.
const ownKinds: ReadonlySet<string> = new Set(words.vi.namesIn('problems'));

const isText = (value: unknown): value is LocalText => typeof value === 'object' && value !== null && Object.keys(value).join() === 'vi,en';

/** Codes that people know by a word: what they may do, and the roles they hold. */
const inWords = (failure: Values, it: Words): Values => ({
  ...Object.fromEntries(Object.entries(failure).map(([name, value]) => [name, isText(value) ? it.text(value) : value])),
  kind: failure.kind,
  ...(typeof failure['permission'] === 'string' ? { permission: it.named('permissions', failure['permission']) } : {}),
  ...(typeof failure['role'] === 'string' ? { role: it.named('roles', failure['role']) } : {}),
});

const sentence = (given: Values, it: Words): string => {
  const failure = inWords(given, it);
  return isOfTheApi(failure) ? it.told('problems', failure) : it.refusal(failure as Values & { readonly kind: RefusalKind });
};

const localeOf = (c: Context): 'vi' | 'en' => (c.get('locale') === 'en' ? 'en' : 'vi');

/** What a refusal says, in both languages. */
export const saidOf = (failure: Answerable): { vi: string; en: string } => inBoth((it) => sentence({ ...failure }, it));

/** A refusal as a problem document (RFC 9457): its code, its sentence in both languages, and the faults of fields and rows. */
export const problemOf = (c: Context, failure: Values, errors?: readonly Fault[]): Problem => {
  const text = saidOf(failure);
  const both = 'yours' in failure && 'current' in failure ? { yours: failure['yours'], current: failure['current'] } : {};
  return {
    type: `urn:saubac:problem:${failure.kind}`,
    title: text[localeOf(c)],
    status: problemStatuses[failure.kind],
    code: failure.kind,
    text,
    requestId: String(c.get('requestId') ?? ''),
    ...(errors && errors.length > 0 ? { errors: [...errors] } : {}),
    ...(typeof failure['into'] === 'string' ? { movedTo: failure['into'] } : {}),
    ...both,
  };
};

const retryAfter = (failure: Readonly<Record<string, unknown>>): Record<string, string> =>
  typeof failure['seconds'] === 'number' ? { 'retry-after': String(Math.max(1, Math.ceil(failure['seconds']))) } : {};

/**
 * Answers with a refusal. Its type fits every handler: which statuses a route may refuse with is declared in the contract and held by the
 * tests that send it generated requests.
 */
export const refuse = <F extends Answerable>(c: Context, failure: F, errors?: readonly Fault[]): never => {
  const values: Values = { ...failure };
  const problem = problemOf(c, values, errors);
  const headers = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store', ...retryAfter(values) };
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, headers) as never;
};
