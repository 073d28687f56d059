import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

type Operation = { path: string; method: string; statuses: Set<string> };
type Document = { paths: Record<string, Record<string, { tags?: string[]; responses: Record<string, unknown> }>> };

let api: TestApi;
let operations: Operation[];

beforeAll(async () => {
  api = await openApi();
  const document = (await (await api.ask('/api/openapi.json')).json()) as Document;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { tags }]) => tags?.some((it) => it === 'sign-in' || it === 'account'))
      .map(([method, { responses }]) => ({ path, method: method.toUpperCase(), statuses: new Set(Object.keys(responses)) })),
  );
});
afterAll(() => api.close());

const oddText = fc.oneof(
  fc.constantFrom('', ' ', '\u0000', 'a\u0000b@alpha.test', '\ud800', '\udfff@alpha.test', '\u202e', 'ế'.repeat(300), 'x'.repeat(100_000), "' or 1=1 --", '%00', 'user1@alpha.test', 'İ@alpha.test', '１２３４５６', '123456', '"0"', 'a'.repeat(43), 'cookie', 'token'),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const oddValue = fc.oneof({ weight: 6, arbitrary: oddText }, { weight: 1, arbitrary: fc.constantFrom(null, true, 0, -1, 1e308, [], {}, [[]], ['\u0000'], { $gt: '' }) });
const fields = ['email', 'password', 'current', 'token', 'code', 'answer', 'name', 'locale', 'secondFactorRequired', 'singleSignOn', 'why'] as const;
const connection = fc.record({ issuer: oddValue, clientId: oddValue, clientSecret: oddValue, emailDomains: fc.oneof(oddValue, fc.array(oddValue, { maxLength: 3 })), isSecondFactor: fc.constantFrom(true, 'yes') }, { requiredKeys: [] });
const body = fc.oneof(
  { weight: 8, arbitrary: fc.record({ ...Object.fromEntries(fields.map((it) => [it, oddValue])), singleSignOn: fc.oneof(oddValue, connection), secondFactorRequired: fc.oneof(fc.boolean(), oddValue) }, { requiredKeys: [] }) },
  { weight: 1, arbitrary: oddValue },
);
const raw = fc.constantFrom('', '{', 'null', '"\\ud800"', '{"email":1e999}', '{"__proto__":{"x":1}}', '[[[[', '\u0000');
const header = fc.constantFrom('"0"', 'W/"1"', '"99999999999"', '0', '*', '""');
const inPath = fc.oneof(fc.constantFrom('alpha', 'beta', '0f1e2d3c4b5a6978', '%00', '%ff', '..', 'ế', 'callback'), fc.string({ maxLength: 20 })).map(encodeURIComponent);

/** What a request of an attacker or a broken program looks like. */
const request = fc.record({
  which: fc.nat(),
  sent: fc.oneof({ weight: 5, arbitrary: body.map((it) => JSON.stringify(it)) }, { weight: 1, arbitrary: raw }),
  type: fc.oneof({ weight: 8, arbitrary: fc.constant('application/json') }, { weight: 1, arbitrary: fc.constantFrom('text/plain', 'application/json;charset=x', 'multipart/form-data', 'nothing') }),
  ifMatch: header,
  part: inPath,
  query: fc.oneof(fc.constant(''), fc.tuple(fc.constantFrom('state', 'code', 'returnTo', 'after'), oddText).map(([key, value]) => `?${key}=${encodeURIComponent(value.toWellFormed())}`)),
  cookie: fc.constantFrom('', 'saubac=', 'saubac=%00', 'saubac-sso=..', 'saubac-sso=a.%ff', `saubac=${'z'.repeat(4_000)}`),
  agent: fc.constantFrom('Firefox', 'x'.repeat(3_000), '\u00ff\u00e9'),
});

describe('odd input to the routes of sign-in and accounts', () => {
  it('is answered with a status that the route declares, never a fault, and nothing of it is logged', async () => {
    const who: (TestUser | undefined)[] = [undefined, await api.user('alpha', [{ role: 'home-affairs-head' }])];
    expect(operations.length).toBeGreaterThan(20);
    await fc.assert(
      fc.asyncProperty(request, fc.nat(1), async ({ which, sent, type, ifMatch, part, query, cookie, agent }, as) => {
        const { path, method, statuses } = operations[which % operations.length] ?? { path: '', method: '', statuses: new Set() };
        // Whoever signs out or ends his sessions would be missing for the rest.
        if (as === 1 && /sign-out|sessions/.test(path) && method !== 'GET') return;
        const address = path.replace(/\{tenant\}/, path.startsWith('/api/t/') ? 'alpha' : part).replace(/\{\w+\}/g, part);
        const headers = { 'content-type': type, 'if-match': ifMatch, 'user-agent': agent, ...(cookie === '' || as === 1 ? {} : { cookie, origin: 'http://localhost' }) };
        const response = await api.ask(`${address}${query}`, { as: who[as], method, ...(method === 'GET' ? {} : { body: sent }), headers });
        const text = await response.text();
        expect(response.status, `${method} ${address} ${sent.slice(0, 200)}: ${text}`).toBeLessThan(500);
        expect(statuses, `${method} ${path}`).toContain(String(response.status));
        if (response.status >= 400) expect(JSON.parse(text)).toMatchObject({ status: response.status, text: { vi: expect.any(String), en: expect.any(String) } });
      }),
      { numRuns: 1_200 },
    );
    expect(api.logged().filter((it) => it['msg'] === 'fault')).toEqual([]);
  });
});
