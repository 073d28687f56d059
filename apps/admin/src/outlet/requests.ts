import type { Problem } from '@saubac/contract/problems';
import { textIn, type Locale } from '@saubac/domain/values';
import { PluginRefused, type PluginRequests, type RequestFault } from '@saubac/plugin-api/admin';

type Parts = {
  tenant: string;
  plugin: string;
  locale: Locale;
  /** What is said where the server can't be reached, and where it says what can't be understood. */
  unreachable: string;
  notUnderstood: string;
  tooLarge: string;
  fetch?: (request: Request) => Promise<Response>;
};

/** The largest file that a plugin may keep, in bytes. */
export const largestUpload = 10_000_000;

const refusedBy = (problem: Problem, locale: Locale): PluginRefused => {
  const faults = (problem.errors ?? []).map(({ field, text }): RequestFault => {
    const path = (field ?? '').replace(/^body\.?/, '');
    return { ...(path === '' ? {} : { field: path }), text: textIn(text, locale) };
  });
  const { current } = problem as { current?: unknown };
  return new PluginRefused({ code: problem.code, text: textIn(problem.text, locale), faults, ...(current === undefined ? {} : { current }) });
};

const isProblem = (response: Response): boolean => response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;

/** Requests of a plugin's pages to its own routes: as whoever is signed in, in his language, a creation under a key so that it is done once. */
export const requestsOf = ({ tenant, plugin, locale, unreachable, notUnderstood, tooLarge, fetch: send = fetch }: Parts): PluginRequests => {
  const failed = (code: string, text: string) => new PluginRefused({ code, text, faults: [] });
  const placed = (path: string): string => `/api/t/${tenant}/x/${plugin}${path}`;
  const ask = async (method: string, path: string, body?: BodyInit, more: Record<string, string> = { 'content-type': 'application/json' }): Promise<unknown> => {
    const headers = new Headers({ 'accept-language': locale, ...(body === undefined ? {} : more) });
    if (method === 'POST') headers.set('idempotency-key', crypto.randomUUID());
    const address = new URL(placed(path), globalThis.location?.origin ?? 'http://localhost');
    const response = await send(new Request(address, { method, headers, credentials: 'same-origin', ...(body === undefined ? {} : { body }) })).catch(() => {
      throw failed('unreachable', unreachable);
    });
    if (isProblem(response)) throw refusedBy((await response.json()) as Problem, locale);
    if (!response.ok) throw failed('not-understood', notUnderstood);
    return response.status === 204 ? undefined : response.json();
  };
  const read = <Value>(schema: { safeParse: (it: unknown) => { success: true; data: Value } | { success: false } }, answer: unknown): Value => {
    const parsed = schema.safeParse(answer);
    if (!parsed.success) throw failed('not-understood', notUnderstood);
    return parsed.data;
  };
  return {
    get: async (path, schema) => read(schema, await ask('GET', path)),
    send: async (method, path, body, schema) => read(schema, await ask(method, path, body === undefined ? undefined : JSON.stringify(body))),
    // The name in a header: it may name people, and addresses are logged by others.
    upload: async (path, file, schema) => {
      // Refused here: a server that stops reading is an unreachable one to the browser.
      if (file.size > largestUpload) throw failed('upload-too-large', tooLarge);
      return read(schema, await ask('POST', path, file, { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name.normalize('NFC')) }));
    },
    file: placed,
  };
};
