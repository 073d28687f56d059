import { describe, expect, expectTypeOf, it } from 'vitest';

import { type AnswerOf, createClient, type InputOf, type Refusal, UndeclaredAnswer } from './index.ts';

type Sent = { method: string; url: string; headers: Record<string, string>; body: string };

const answering = (status: number, body: unknown, headers: Record<string, string> = { 'content-type': 'application/json; charset=utf-8' }) => {
  const sent: Sent[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    sent.push({ method: request.method, url: request.url, headers: Object.fromEntries(request.headers), body: await request.text() });
    return new Response(body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body), { status, headers });
  };
  return { sent, fetch };
};

const problem = { type: 'urn:saubac:problem:forbidden', title: 'x', status: 403, code: 'forbidden', text: { vi: 'x', en: 'x' }, requestId: 'r' };
const asProblem = { 'content-type': 'application/problem+json; charset=utf-8' };

describe('a client', () => {
  it('asks by method, path and query, as whom and in which language', async () => {
    const { sent, fetch } = answering(200, { items: [], next: null });
    const client = createClient({ baseUrl: 'http://server.test/', token: () => 'secret', locale: 'en', fetch });
    const answer = await client.listAudit({ params: { tenant: 'alpha' }, query: { from: '2026-01-01', limit: 20, act: undefined } });
    expect(sent).toMatchObject([{ method: 'GET', url: 'http://server.test/api/t/alpha/audit?from=2026-01-01&limit=20', headers: { authorization: 'Bearer secret', 'accept-language': 'en' } }]);
    expect(answer).toMatchObject({ ok: true, status: 200, value: { items: [] } });
  });

  it('of one tenant names it by itself, and writes what stands in a path so that it can be nothing else', async () => {
    const { sent, fetch } = answering(200, { items: [], next: null });
    const client = createClient({ baseUrl: 'http://server.test', tenant: 'alpha', fetch });
    await client.personReaders({ params: { id: '../x?y' } });
    await client.me();
    expect(sent.map((it) => it.url)).toEqual(['http://server.test/api/t/alpha/people/..%2Fx%3Fy/readers', 'http://server.test/api/t/alpha/me']);
  });

  it('sends a body as JSON, with the headers of the operation', async () => {
    const { sent, fetch } = answering(201, {});
    const client = createClient({ baseUrl: 'http://server.test', tenant: 'alpha', fetch });
    await client.recordEvidence({ headers: { 'idempotency-key': 'key-1234' }, body: { target: 't', title: 'Nghị quyết', issuedOn: '2026-01-01' } });
    expect(sent).toMatchObject([{ method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'key-1234' }, body: '{"target":"t","title":"Nghị quyết","issuedOn":"2026-01-01"}' }]);
  });

  it('gives a refusal as a value', async () => {
    const client = createClient({ baseUrl: 'http://server.test', tenant: 'alpha', fetch: answering(403, problem, asProblem).fetch });
    expect(await client.listAudit()).toMatchObject({ ok: false, status: 403, failure: { code: 'forbidden' } });
  });

  it.each([
    ['a status that is not declared', 202, {}, undefined],
    ['a refusal that is not declared for the operation', 428, problem, asProblem],
    ['a refusal that is no problem document', 403, '<html>', { 'content-type': 'text/html' }],
    ['a redirection', 302, undefined, { location: '/' }],
  ])('throws on %s', async (_, status, body, headers) => {
    const client = createClient({ baseUrl: 'http://server.test', tenant: 'alpha', fetch: answering(status, body, headers).fetch });
    await expect(client.listAudit()).rejects.toThrow(UndeclaredAnswer);
  });

  it('throws when a part of the path is not said', async () => {
    const client = createClient({ baseUrl: 'http://server.test', fetch: answering(200, {}).fetch });
    await expect(client.me({ params: { tenant: '' } })).rejects.toThrow('tenant');
  });
});

describe('the types of a client', () => {
  it('are those of the contract', () => {
    expectTypeOf<InputOf<'getAuditEntry'>['params']>().toEqualTypeOf<{ tenant: string; id: string }>();
    expectTypeOf<InputOf<'getAuditEntry', 'tenant'>['params']>().toEqualTypeOf<{ id: string; tenant?: string }>();
    expectTypeOf<NonNullable<InputOf<'listAudit', 'tenant'>['query']>['from']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<InputOf<'recordEvidence', 'tenant'>['body']['title']>().toEqualTypeOf<string>();
    type Done = Extract<AnswerOf<'listAudit'>, { ok: true }>;
    expectTypeOf<Done['status']>().toEqualTypeOf<200>();
    expectTypeOf<Done['value']['items'][number]['position']>().toEqualTypeOf<number>();
    expectTypeOf<Extract<AnswerOf<'recordEvidence'>, { ok: true }>['status']>().toEqualTypeOf<200 | 201>();
    type Refused = Extract<AnswerOf<'listAudit'>, { ok: false }>;
    expectTypeOf<Refused['failure']>().toEqualTypeOf<Refusal>();
    expectTypeOf<Refused['status']>().toEqualTypeOf<400 | 401 | 403 | 404 | 413 | 415 | 429 | 500 | 503>();
  });

  it('refuse what the contract does not know', () => {
    const client = createClient({ tenant: 'alpha', baseUrl: 'http://server.test', fetch: answering(200, {}).fetch });
    // @ts-expect-error: there is no such operation
    expect(client.listAudits).toBeUndefined();
    const wrong = [
      // @ts-expect-error: an id is missing
      () => client.getAuditEntry({}),
      // @ts-expect-error: there is no such question
      () => client.listAudit({ query: { form: '2026-01-01' } }),
      // @ts-expect-error: a title is missing
      () => client.recordEvidence({ body: { target: 't', issuedOn: '2026-01-01' } }),
      // @ts-expect-error: the tenant is not said
      () => createClient().listAudit({}),
    ];
    expect(wrong).toHaveLength(4);
  });
});
