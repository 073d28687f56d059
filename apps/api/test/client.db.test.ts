import { createClient } from '@saubac/contract/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

let api: TestApi;
let head: TestUser;
beforeAll(async () => {
  api = await openApi();
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
});
afterAll(() => api.close());

const clientOf = (user: TestUser | undefined, tenant = 'alpha') =>
  createClient({ baseUrl: 'http://server.test', tenant, token: user?.token, locale: 'en', fetch: async (request) => api.app.request(request) });

describe('the typed client against the server', () => {
  it('says who is signed in, and where', async () => {
    const me = await clientOf(head).me();
    expect(me).toMatchObject({ ok: true, value: { user: { id: head.id }, tenant: { slug: 'alpha' }, roles: [{ role: 'home-affairs-head' }] } });
  });

  it('gives refusals with their code and words', async () => {
    expect(await clientOf(undefined).me()).toMatchObject({ ok: false, status: 401, failure: { code: 'not-signed-in' } });
    expect(await clientOf(head, 'beta').me()).toMatchObject({ ok: false, status: 404, failure: { code: 'unknown-tenant' } });
    const refused = await clientOf(head).listAudit({ query: { from: 'yesterday' } });
    if (refused.ok) throw new Error('It was done');
    expect(refused.failure.errors).toMatchObject([{ field: 'query.from' }]);
  });
});
