import { DrizzleQueryError } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

let api: TestApi;
let head: TestUser;
beforeAll(async () => {
  api = await openApi();
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  api.app.get('/api/broken', () => {
    throw new DrizzleQueryError('select $1', ['900180000001'], new Error('deadlock detected'));
  });
});
afterAll(() => api.close());

const bodyOf = async (response: Response): Promise<Record<string, unknown>> => (await response.json()) as Record<string, unknown>;

describe('the server', () => {
  it('says on its first page what it is, and links only to what exists', async () => {
    const page = (await bodyOf(await api.ask('/'))) as { name: string; version: string; links: Record<string, string> };
    expect(page).toMatchObject({ name: 'Sáu Bậc', version: '1.2.3' });
    const answers = await Promise.all(Object.values(page.links).map(async (link) => (await api.ask(link)).status));
    expect(answers).toEqual(Object.values(page.links).map(() => 200));
  });

  it('answers an unknown address with a problem document in both languages', async () => {
    const response = await api.ask('/api/nowhere', { headers: { 'accept-language': 'en' } });
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = await bodyOf(response);
    expect(problem).toMatchObject({ status: 404, code: 'not-found', title: 'There is nothing at this address.', requestId: response.headers.get('x-request-id') });
    expect(Object.keys(problem['text'] as object)).toEqual(['vi', 'en']);
  });

  it('tells nothing of a fault to the caller, and to the log all but the values of queries', async () => {
    const response = await api.ask('/api/broken');
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('deadlock');
    const { requestId } = JSON.parse(text) as { requestId: string };
    const logged = JSON.stringify(api.logged().filter((it) => it['requestId'] === requestId));
    expect(logged).toContain('deadlock detected');
    expect(logged).not.toContain('900180000001');
  });

  it('logs a request by its route, without ids, search texts or names', async () => {
    await api.ask('/api/t/alpha/units?below=SECRET', { as: head });
    const last = api.logged().at(-1);
    expect(last).toMatchObject({ method: 'GET', route: '/api/t/:tenant/units', status: 404 });
    expect(JSON.stringify(last)).not.toContain('SECRET');
  });

  it('sends the headers that keep browsers from guessing, framing and leaking', async () => {
    const { headers } = await api.ask('/healthz');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('refuses a request that is not in form field by field, in both languages', async () => {
    const response = await api.ask('/api/t/alpha/evidence', { as: head, method: 'POST', body: { target: 'x', title: ' ', issuedOn: '31/12/2025' } });
    expect(response.status).toBe(400);
    const problem = (await bodyOf(response)) as { code: string; errors: { field: string; text: { vi: string; en: string } }[] };
    expect(problem.code).toBe('invalid-request');
    expect(problem.errors.map((it) => it.field)).toEqual(['body.title', 'body.issuedOn']);
    for (const { text } of problem.errors) expect(text.vi).not.toBe(text.en);
  });

  it('refuses what is no JSON', async () => {
    const response = await api.ask('/api/t/alpha/evidence', { as: head, method: 'POST', body: '{"target":', headers: { 'content-type': 'application/json' } });
    expect(await bodyOf(response)).toMatchObject({ status: 400, code: 'malformed-json' });
  });

  it('refuses a body that is too large', async () => {
    const response = await api.ask('/api/t/alpha/evidence', { as: head, method: 'POST', body: { target: 'x'.repeat(1_100_000) } });
    expect(await bodyOf(response)).toMatchObject({ status: 413, code: 'body-too-large' });
  });

  it('answers 304 to who has seen it already', async () => {
    const first = await api.ask('/api/t/alpha/units', { as: head });
    const again = await api.ask('/api/t/alpha/units', { as: head, headers: { 'if-none-match': first.headers.get('etag') ?? '' } });
    expect([first.status, again.status]).toEqual([200, 304]);
  });

  it('refuses a caller who asks more often than the limits allow, and says how long to wait', async () => {
    const other = await openApi({ requestsPerMinute: 2 });
    const answers = [await other.ask('/api/t/alpha/me'), await other.ask('/api/t/alpha/me'), await other.ask('/api/t/alpha/me')];
    expect(answers.map((it) => it.status)).toEqual([401, 401, 429]);
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
    await other.close();
  });

  it('describes itself as OpenAPI 3.1, every operation by a name of its own', async () => {
    const document = (await bodyOf(await api.ask('/api/openapi.json'))) as { openapi: string; paths: Record<string, Record<string, { operationId: string }>> };
    expect(document.openapi).toBe('3.1.0');
    const names = Object.values(document.paths).flatMap((path) => Object.values(path).map((it) => it.operationId));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('me');
  });
});

describe('the door of a tenant', () => {
  it('is closed to who is not signed in', async () => {
    for (const headers of [{}, { authorization: 'Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }, { cookie: 'saubac=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' }]) {
      expect(await bodyOf(await api.ask('/api/t/alpha/me', { headers: headers as Record<string, string> }))).toMatchObject({ status: 401, code: 'not-signed-in' });
    }
  });

  it('answers alike for a tenant one does not belong to and one that is not there', async () => {
    const [foreign, missing] = [await api.ask('/api/t/beta/me', { as: head }), await api.ask('/api/t/nobody/me', { as: head })];
    const [a, b] = [await bodyOf(foreign), await bodyOf(missing)];
    expect([a['status'], b['status']]).toEqual([404, 404]);
    expect({ ...a, requestId: '' }).toEqual({ ...b, requestId: '' });
  });

  it('tells who is inside what he may do there', async () => {
    const me = await bodyOf(await api.ask('/api/t/alpha/me', { as: head }));
    expect(me).toMatchObject({ tenant: { slug: 'alpha', kind: 'province' }, user: { email: head.email }, roles: [{ role: 'home-affairs-head', scope: { kind: 'everything' } }] });
    expect(me['permissions']).toContain('user.manage');
    expect(me['permissions']).not.toContain('level.decide');
  });

  it('takes a cookie as well, but no write that another site makes with it', async () => {
    const cookie = `saubac=${head.token}`;
    expect((await api.ask('/api/t/alpha/me', { headers: { cookie } })).status).toBe(200);
    const foreign = { cookie, origin: 'https://evil.test', 'content-type': 'text/plain' };
    expect(await bodyOf(await api.ask('/api/t/alpha/evidence', { method: 'POST', body: '{}', headers: foreign }))).toMatchObject({ status: 403, code: 'cross-site-request' });
  });

  it('lets nobody do what none of his roles holds', async () => {
    const auditor = await api.user('alpha', [{ role: 'auditor' }]);
    const response = await api.ask('/api/t/alpha/evidence', { as: auditor, method: 'POST', body: { target: 'x', title: 'y', issuedOn: '2025-01-01' } });
    expect(await bodyOf(response)).toMatchObject({ status: 403, code: 'forbidden' });
  });
});
