import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';
import { bodyOf, codeOf, openBrowser } from './browser.ts';

const password = 'ngựa chạy trên đê';
const signIn = '/api/platform/sign-in';

let api: TestApi;
let user: TestUser;

beforeAll(async () => {
  api = await openApi({ behindProxy: true });
  user = await api.user('alpha', [{ role: 'home-affairs-head' }], { password });
});
afterAll(() => api.close());

const asScript = async (who = user): Promise<TestUser> => {
  const { token } = await bodyOf(await api.ask(signIn, { method: 'POST', body: { email: who.email, password, answer: 'token' } }));
  return { ...who, token: String(token) };
};
const status = async (as: TestUser): Promise<number> => (await api.ask('/api/platform/me', { as })).status;

describe('signing in', () => {
  it('gives a browser a cookie that no script and no other site can use, and no token', async () => {
    const browser = openBrowser(api);
    const response = await browser.ask(signIn, { method: 'POST', body: { email: ` ${user.email.toUpperCase()} `, password: password.normalize('NFD') } });
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^saubac=[a-z2-7]{40}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/)]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(Object.keys(await bodyOf(response)).toSorted()).toEqual(['endsAt', 'expiresAt', 'next']);
    expect(await bodyOf(await browser.ask('/api/platform/me'))).toMatchObject({ email: user.email, tenants: [{ slug: 'alpha', asksFor: 'nothing' }] });
  });

  it('binds the cookie to this host where users come over TLS', async () => {
    const browser = openBrowser(api, 'http://desk.test');
    const headers = { 'x-forwarded-proto': 'https', origin: 'https://desk.test' };
    const response = await browser.ask(signIn, { method: 'POST', body: { email: user.email, password }, headers });
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-saubac=.*; HttpOnly; Secure; SameSite=Lax$/)]);
    expect((await browser.ask('/api/platform/me', { headers })).status).toBe(200);
  });

  it('gives a script a token if it asks for one, and no cookie', async () => {
    const response = await api.ask(signIn, { method: 'POST', body: { email: user.email, password, answer: 'token' } });
    expect(response.headers.getSetCookie()).toEqual([]);
    const body = await bodyOf(response);
    expect(body).toMatchObject({ next: 'nothing', token: expect.stringMatching(/^[a-z2-7]{40}$/) });
    expect(await status({ ...user, token: String(body['token']) })).toBe(200);
  });

  it('is refused alike for a wrong password and an address without an account', async () => {
    const refused = await Promise.all([user.email, 'nobody@alpha.test'].map(async (email) => (await api.ask(signIn, { method: 'POST', body: { email, password: 'not the password' } })).json()));
    const [a, b] = refused as Record<string, unknown>[];
    expect(a).toMatchObject({ status: 401, code: 'wrong-credentials' });
    expect({ ...a, requestId: '' }).toEqual({ ...b, requestId: '' });
  });

  it('never takes the session over that a browser came with', async () => {
    const browser = openBrowser(api);
    browser.cookies.set('saubac', 'a'.repeat(40));
    await bodyOf(await browser.ask(signIn, { method: 'POST', body: { email: user.email, password } }));
    const first = browser.cookies.get('saubac') ?? '';
    expect(first).not.toBe('a'.repeat(40));
    await bodyOf(await browser.ask(signIn, { method: 'POST', body: { email: user.email, password } }));
    expect(await status({ ...user, token: first })).toBe(401);
    expect(await status({ ...user, token: browser.cookies.get('saubac') ?? '' })).toBe(200);
  });

  it('is limited by account and address, and tells how long to wait', async () => {
    const other = await api.user('alpha', [], { password });
    const from = (address: string, with_ = 'not the password') =>
      api.ask(signIn, { method: 'POST', body: { email: other.email, password: with_ }, headers: { 'x-forwarded-for': `198.51.100.1, ${address}` } });
    for (let i = 0; i < 5; i += 1) expect(await codeOf(await from('203.0.113.1'))).toBe('401 wrong-credentials');
    const refused = await from('203.0.113.1', password);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await codeOf(refused)).toBe('429 too-many-attempts');
    expect((await from('203.0.113.2', password)).status).toBe(200);
  });

  it('tells that an account is closed only to one who knows its password', async () => {
    const closed = await api.user('alpha', [], { password });
    await api.cluster.registry`update platform.users set status = 'disabled' where id = ${closed.id}`;
    expect(await codeOf(await api.ask(signIn, { method: 'POST', body: { email: closed.email, password } }))).toBe('403 account-not-active');
    expect(await codeOf(await api.ask(signIn, { method: 'POST', body: { email: closed.email, password: 'not the password' } }))).toBe('401 wrong-credentials');
  });
});

describe('a page of another site', () => {
  const paths = [signIn, '/api/platform/invitations/accept', '/api/platform/password-resets', '/api/platform/password-resets/complete'];
  const foreign: Record<string, string>[] = [{ origin: 'https://evil.test' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site', origin: 'http://localhost' }];

  it('can not sign somebody in, nor use a link in his name', async () => {
    for (const path of paths) {
      for (const headers of foreign) expect(await codeOf(await api.ask(path, { method: 'POST', body: { email: user.email, password, token: 'x' }, headers }))).toBe('403 cross-site-request');
    }
  });

  it('can not sign somebody out or change his account by his cookie, whatever it says it sends', async () => {
    const cookie = `saubac=${user.token}`;
    for (const headers of [...foreign, {}] as Record<string, string>[]) {
      expect(await codeOf(await api.ask('/api/platform/sign-out', { method: 'POST', headers: { ...headers, cookie } }))).toBe('403 cross-site-request');
      expect(await codeOf(await api.ask('/api/platform/me/sessions', { method: 'DELETE', headers: { ...headers, cookie } }))).toBe('403 cross-site-request');
    }
    expect(await codeOf(await api.ask('/api/platform/me/password', { method: 'POST', body: { current: password, password }, headers: { ...foreign[0], cookie } }))).toBe('403 cross-site-request');
    expect(await status(user)).toBe(200);
  });

  it('is told from our own, also where a proxy speaks TLS in our place', async () => {
    const body = { email: user.email, password };
    for (const headers of [{ 'sec-fetch-site': 'same-origin', origin: 'http://localhost:5173' }, { origin: 'http://localhost' }, {}] as Record<string, string>[]) {
      expect((await api.ask(signIn, { method: 'POST', body, headers })).status).toBe(200);
    }
    expect((await api.ask('http://desk.test/api/platform/sign-in', { method: 'POST', body, headers: { origin: 'https://desk.test', 'x-forwarded-proto': 'https' } })).status).toBe(200);
  });

  it('can not send a form in the place of JSON', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      expect(await codeOf(await api.ask(signIn, { method: 'POST', body: JSON.stringify({ email: user.email, password }), headers: { 'content-type': type } }))).toBe('415 media-type-not-taken');
    }
  });
});

describe('signing out', () => {
  it('ends the session of the request and no other', async () => {
    const [mine, elsewhere] = [await asScript(), await asScript()];
    expect((await api.ask('/api/platform/sign-out', { method: 'POST', as: mine })).status).toBe(204);
    expect([await status(mine), await status(elsewhere)]).toEqual([401, 200]);
    expect(await codeOf(await api.ask('/api/platform/sign-out', { method: 'POST', as: mine }))).toBe('401 not-signed-in');
  });

  it('takes the cookie back', async () => {
    const browser = openBrowser(api);
    await bodyOf(await browser.ask(signIn, { method: 'POST', body: { email: user.email, password } }));
    expect((await browser.ask('/api/platform/sign-out', { method: 'POST' })).status).toBe(204);
    expect([...browser.cookies]).toEqual([]);
  });
});

describe('what was secret', () => {
  it('is in no answer and no log', async () => {
    const secret = 'khong ai duoc thay 4711';
    for (const body of [{ email: user.email, password: secret }, { email: user.email, password: [secret] }, { email: '', password: secret }, { email: user.email, password: secret, answer: secret }]) {
      expect(await (await api.ask(signIn, { method: 'POST', body })).text()).not.toContain(secret);
    }
    expect(await (await api.ask(signIn, { method: 'POST', body: `{"password":"${secret}"`, headers: { 'content-type': 'application/json' } })).text()).not.toContain(secret);
    expect(await (await api.ask('/api/platform/me/password', { method: 'POST', as: user, body: { current: secret, password: secret } })).text()).not.toContain(secret);
    const logged = JSON.stringify(api.logged());
    for (const hidden of [secret, password, user.email, user.token]) expect(logged).not.toContain(hidden);
    expect(api.logged().at(-1)).toMatchObject({ method: 'POST', route: '/api/platform/me/password', status: 422 });
  });
});
