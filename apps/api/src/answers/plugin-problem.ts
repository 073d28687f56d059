import { type Fault, type Problem, problemStatuses } from '@saubac/contract/problems';
import type { LocalText } from '@saubac/domain/values';
import { filled } from '@saubac/plugin-host';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Answerable, refuse } from './problem.ts';
import { inBoth } from './words.ts';

/** The words of a plugin in both languages. */
type Words = { vi: Readonly<Record<string, string>>; en: Readonly<Record<string, string>> };

type Spoken = { status: number; word: string; values?: Readonly<Record<string, string | number>>; current?: unknown; fields?: readonly { path: string; word: string }[] };
type Input = { kind: 'invalid-input'; problems: readonly { path: string; message: string }[] };
type GuardRefused = { kind: 'guard-refused'; refusals: readonly string[] };

/** Who refuses: a plugin with its words, and what its permissions are called. */
export type Speaker = { id: string; title: LocalText; words: Words; permission: (full: string) => LocalText };

const send = (c: Context, problem: Omit<Problem, 'type' | 'title' | 'requestId'>): Response => {
  const title = c.get('locale') === 'en' ? problem.text.en : problem.text.vi;
  const body: Problem = { type: `urn:saubac:problem:${problem.code}`, title, requestId: String(c.get('requestId') ?? ''), ...problem };
  return c.body(JSON.stringify(body), problem.status as ContentfulStatusCode, { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' });
};

const saying = ({ words }: Speaker) => (word: string, values?: Spoken['values']): { vi: string; en: string } => ({ vi: filled(words.vi[word] ?? word, values), en: filled(words.en[word] ?? word, values) });

const inOwnWords = (c: Context, it: Speaker, { status, word, values, current, fields = [] }: Spoken): Response => {
  const say = saying(it);
  const errors = fields.map((field): Fault => ({ field: `body.${field.path}`, code: `${it.id}.${field.word}`, text: say(field.word, values) }));
  return send(c, { status, code: `${it.id}.${word}`, text: say(word, values), ...(errors.length > 0 ? { errors } : {}), ...(current === undefined ? {} : { current }) });
};

const inputFaults = ({ problems }: Input): Fault[] => problems.map(({ path, message }) => ({ field: path === '' ? 'body' : `body.${path}`, code: 'invalid', text: { vi: message, en: message } }));

const isKnown = (kind: string): kind is Answerable['kind'] => kind in problemStatuses;

/** Answers with a refusal of a plugin: in its own words, or in those of the core for what the core refused it. */
export const refuseForPlugin = (c: Context, it: Speaker, failure: Spoken | { kind: string }): Response => {
  if ('word' in failure) return inOwnWords(c, it, failure);
  if (failure.kind === 'invalid-input') return refuse(c, { kind: 'invalid-request' }, inputFaults(failure as Input));
  if (failure.kind === 'guard-refused') {
    const [first = failure.kind, ...others] = (failure as GuardRefused).refusals;
    return inOwnWords(c, it, { status: 422, word: first, fields: others.map((word) => ({ path: '', word })) });
  }
  if (failure.kind === 'forbidden') {
    const { permission } = failure as unknown as { permission: string };
    return refuse(c, { kind: 'forbidden', permission: it.permission(permission) } as Answerable);
  }
  if (isKnown(failure.kind)) return refuse(c, failure as Answerable);
  // The engine of cases refuses by the state of a case: said in general where a kind has no words of its own.
  return send(c, { status: 409, code: failure.kind, text: inBoth((words) => words.told('problems', { kind: 'not-possible-now' })) });
};
