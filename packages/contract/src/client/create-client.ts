import { alwaysRefused } from '../frame/always-refused.ts';
import { operations } from './operations.ts';
import type { AskOptions, Client, OperationId } from './types.ts';
import { UndeclaredAnswer } from './undeclared-answer.ts';

/** How a client reaches the server and who asks. */
export type ClientOptions = {
  /** Where the server is; left out in a browser on pages of the server itself. */
  baseUrl?: string | undefined;
  /** A session token to send; without one a browser sends its cookie. A function is asked before each request. */
  token?: string | (() => string | undefined) | undefined;
  /** The language of texts in answers. */
  locale?: 'vi' | 'en' | undefined;
  /** Sends requests; for tests. */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
};

type Input = { params?: Record<string, unknown>; query?: Record<string, unknown>; headers?: Record<string, unknown>; body?: unknown };

const addressOf = (baseUrl: string, path: string, params: Record<string, unknown>, query: Record<string, unknown>): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined || value === '') throw new TypeError(`The path needs "${name}".`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) search.append(name, String(each));
  const asked = search.size > 0 ? `?${search.toString()}` : '';
  return `${baseUrl.replace(/\/$/, '')}${filled}${asked}`;
};

const isSentAsItIs = (body: unknown): body is FormData | Blob | Uint8Array<ArrayBuffer> | string => typeof body === 'string' || body instanceof FormData || body instanceof Blob || body instanceof Uint8Array;

const isJson = (response: Response, type: 'application/json' | 'application/problem+json'): boolean => response.headers.get('content-type')?.split(';')[0]?.trim() === type;

const valueOf = async (response: Response): Promise<unknown> => {
  if (isJson(response, 'application/json')) return response.json();
  return response.status === 204 ? undefined : response;
};

const answerOf = async (id: OperationId, response: Response): Promise<unknown> => {
  const { status, headers } = response;
  const declared: readonly number[] = operations[id][2];
  if (status < 300 && declared.includes(status)) return { ok: true, status, value: await valueOf(response), headers };
  const refused = status >= 400 && (declared.includes(status) || (alwaysRefused as readonly number[]).includes(status)) && isJson(response, 'application/problem+json');
  if (!refused) throw new UndeclaredAnswer(id, status);
  return { ok: false, status, failure: await response.json(), headers };
};

/**
 * The operations of the API as functions, typed by the contract. Of its routes only methods, paths and statuses are here at run time, so
 * that it costs a browser next to nothing. A refusal is a value; an answer that the contract does not declare throws `UndeclaredAnswer`, and
 * a server that can't be reached throws what `fetch` throws. With `tenant` no operation needs to name it.
 */
export function createClient(options: ClientOptions & { tenant: string }): Client<'tenant'>;
export function createClient(options?: ClientOptions): Client;
export function createClient({ baseUrl = '', token, locale, tenant, fetch: send = fetch }: ClientOptions & { tenant?: string } = {}): Client<'tenant'> | Client {
  const ask = async (id: OperationId, { params = {}, query = {}, headers = {}, body }: Input, { signal, headers: more = {} }: AskOptions): Promise<unknown> => {
    const [method, path] = operations[id];
    const all = new Headers(more);
    const bearer = typeof token === 'function' ? token() : token;
    if (bearer !== undefined) all.set('authorization', `Bearer ${bearer}`);
    if (locale !== undefined) all.set('accept-language', locale);
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) all.set(name, String(value));
    const asItIs = isSentAsItIs(body);
    if (body !== undefined && !asItIs) all.set('content-type', 'application/json');
    const sent = body === undefined ? {} : { body: asItIs ? body : JSON.stringify(body) };
    const address = addressOf(baseUrl, path, { tenant, ...params }, query);
    return answerOf(id, await send(new Request(address, { method, headers: all, credentials: 'same-origin', ...sent, ...(signal ? { signal } : {}) })));
  };
  const functions = (Object.keys(operations) as OperationId[]).map((id) => [id, (input: Input = {}, options: AskOptions = {}) => ask(id, input, options)]);
  return Object.fromEntries(functions) as Client;
}
