import { disableUser } from '@saubac/auth/accounts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';
import { bodyOf, codeOf, openBrowser } from './browser.ts';

const password = 'a password of a test';
const me = '/api/platform/me';

let api: TestApi;
let user: TestUser;

beforeAll(async () => {
  api = await openApi({}, { publicUrl: 'https://desk.test' });
});
afterAll(() => api.close());

const newUser = async (): Promise<TestUser> => (user = await api.user('alpha', [{ role: 'home-affairs-head' }]));
const signedIn = async (who = user, with_ = password): Promise<TestUser> => {
  const { token } = await bodyOf(await api.ask('/api/platform/sign-in', { method: 'POST', body: { email: who.email, password: with_, answer: 'token' } }));
  return { ...who, token: String(token) };
};
const statusOf = async (as: TestUser, ask = api.ask): Promise<number> => (await ask(me, { as })).status;
const patch = (as: TestUser, version: number, body: unknown) => api.ask(me, { as, method: 'PATCH', body, headers: { 'if-match': `"${version}"` } });

describe('my account', () => {
  it('is told with the tenants that I may enter and none else', async () => {
    await newUser();
    const response = await api.ask(me, { as: user });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const body = await bodyOf(response);
    expect(response.headers.get('etag')).toBe(`"${String(body['version'])}"`);
    expect(body).toMatchObject({ id: user.id, email: user.email, locale: 'vi', hasPassword: true, secondFactor: null, session: { secondFactorPassed: false, throughTenant: null } });
    expect(body['tenants']).toEqual([expect.objectContaining({ slug: 'alpha', kind: 'province', asksFor: 'nothing' })]);
    expect(await bodyOf(await api.ask('/api/platform/tenants', { as: user }))).toEqual({ items: body['tenants'] });
  });

  it('is nobody’s business who is not signed in', async () => {
    for (const path of [me, '/api/platform/tenants', `${me}/sessions`, '/api/platform/anything']) expect(await codeOf(await api.ask(path))).toBe('401 not-signed-in');
    expect(await codeOf(await api.ask('/api/platform/anything', { as: await newUser() }))).toBe('404 not-found');
  });

  it('changes its name on the version that was seen, and both are told where it was another', async () => {
    await newUser();
    const changed = await patch(user, 1, { name: ' Trần  Thị Bình ' });
    expect(await bodyOf(changed)).toMatchObject({ name: 'Trần Thị Bình', locale: 'vi', version: 2 });
    const stale = await patch(user, 1, { locale: 'en' });
    expect(stale.status).toBe(409);
    expect(await stale.json()).toMatchObject({ code: 'changed-meanwhile', yours: { locale: 'en', version: 1 }, current: { name: 'Trần Thị Bình', version: 2 } });
    expect(await bodyOf(await patch(user, 2, { locale: 'en' }))).toMatchObject({ name: 'Trần Thị Bình', locale: 'en' });
    expect(await codeOf(await api.ask(me, { as: user, method: 'PATCH', body: {} }))).toBe('400 invalid-request');
  });
});

describe('my password', () => {
  const change = (as: TestUser, body: unknown) => api.ask(`${me}/password`, { as, method: 'POST', body });

  it('ends all other sessions when it changes, and this one goes on under another token', async () => {
    await newUser();
    const [mine, elsewhere] = [await signedIn(), await signedIn()];
    const { token } = await bodyOf(await change(mine, { current: password, password: 'another long one' }));
    expect([await statusOf(mine), await statusOf(elsewhere), await statusOf({ ...user, token: String(token) })]).toEqual([401, 401, 200]);
    expect(api.mails.at(-1)).toMatchObject({ to: user.email, template: 'password-changed' });
    expect(await statusOf(await signedIn(user, 'another long one'))).toBe(200);
  });

  it('is changed by nobody who does not know it, nor to one that is easily guessed', async () => {
    await newUser();
    expect(await codeOf(await change(user, { current: 'not the password', password: 'another long one' }))).toBe('422 wrong-password');
    expect(await codeOf(await change(user, { current: password, password: '1234567890' }))).toBe('422 password-too-common');
    expect(await codeOf(await change(user, { current: password, password: 'short' }))).toBe('422 password-too-short');
    expect(await codeOf(await change(user, { current: password, password: 'x1'.repeat(101) }))).toBe('422 password-too-long');
    expect(await codeOf(await change(user, { current: password, password: user.email }))).toBe('422 password-is-email');
    expect(await statusOf(user)).toBe(200);
  });

  it('stays in the browser as a cookie', async () => {
    await newUser();
    const browser = openBrowser(api, 'http://desk.test');
    const from = { headers: { origin: 'https://desk.test' } };
    await bodyOf(await browser.ask('/api/platform/sign-in', { method: 'POST', body: { email: user.email, password }, ...from }));
    const before = browser.cookies.get('__Host-saubac');
    const answer = await bodyOf(await browser.ask(`${me}/password`, { method: 'POST', body: { current: password, password: 'another long one' }, ...from }));
    expect(answer).not.toHaveProperty('token');
    expect(browser.cookies.get('__Host-saubac')).not.toBe(before);
    expect((await browser.ask(me)).status).toBe(200);
  });
});

describe('my sessions', () => {
  type Listed = { id: string; current: boolean; network: string | null; userAgent: string | null };
  const list = async (as: TestUser): Promise<Listed[]> => (await bodyOf(await api.ask(`${me}/sessions`, { as })))['items'] as Listed[];

  it('are listed by names that open nothing and stand in no table', async () => {
    await newUser();
    const listed = await list(user);
    expect(listed).toEqual([expect.objectContaining({ current: true, secondFactorPassed: false, throughTenant: null })]);
    expect(listed[0]?.id).toMatch(/^[0-9a-f]{16}$/);
    expect(JSON.stringify(await api.cluster.registry`select * from platform.sessions`)).not.toContain(listed[0]?.id);
  });

  it('are ended one by one, at once, and those of others stay', async () => {
    const other = await newUser();
    await newUser();
    const mine = await signedIn();
    const theirs = (await list(other))[0]?.id ?? '';
    expect(await codeOf(await api.ask(`${me}/sessions/${theirs}`, { as: user, method: 'DELETE' }))).toBe('404 unknown-session');
    const first = (await list(mine)).find((it) => !it.current)?.id ?? '';
    expect((await api.ask(`${me}/sessions/${first}`, { as: mine, method: 'DELETE' })).status).toBe(204);
    expect([await statusOf(user), await statusOf(mine), await statusOf(other)]).toEqual([401, 200, 200]);
    expect(await codeOf(await api.ask(`${me}/sessions/${first}`, { as: mine, method: 'DELETE' }))).toBe('404 unknown-session');
  });

  it('are ended all but this one', async () => {
    const other = await newUser();
    await newUser();
    const [a, b] = [await signedIn(), await signedIn()];
    expect(await bodyOf(await api.ask(`${me}/sessions`, { as: a, method: 'DELETE' }))).toEqual({ ended: 2 });
    expect([await statusOf(user), await statusOf(a), await statusOf(b), await statusOf(other)]).toEqual([401, 200, 401, 200]);
  });
});

describe('an invitation and a forgotten password', () => {
  const tokenOf = (template: string): string => api.mails.findLast((it) => it.template === template)?.params['link']?.split('#')[1] ?? '';
  const use = (path: string, token: string, with_ = 'another long one') => api.ask(`/api/platform/${path}`, { method: 'POST', body: { token, password: with_ } });

  it('let somebody in who was invited into a tenant, once', async () => {
    await newUser();
    await bodyOf(await api.ask('/api/t/alpha/invitations', { as: user, method: 'POST', body: { email: 'New@Alpha.test', name: 'New', role: 'auditor' } }), 201);
    expect(api.mails.at(-1)?.params['link']).toMatch(/^https:\/\/desk\.test\/invitation#/);
    const token = tokenOf('invitation');
    expect(await codeOf(await use('invitations/accept', token, 'short'))).toBe('422 password-too-short');
    expect(await codeOf(await use('password-resets/complete', token))).toBe('410 link-not-valid');
    expect(await bodyOf(await use('invitations/accept', token))).toEqual({ email: 'New@Alpha.test' });
    expect(await codeOf(await use('invitations/accept', token))).toBe('410 link-not-valid');
    const invited = await signedIn({ ...user, email: 'new@alpha.test' }, 'another long one');
    expect(await bodyOf(await api.ask('/api/t/alpha/me', { as: invited }))).toMatchObject({ roles: [{ role: 'auditor' }] });
  });

  it('are answered alike whether or not there is an account, and end all sessions', async () => {
    await newUser();
    const before = api.mails.length;
    const [unknown, known] = await Promise.all(['nobody@alpha.test', user.email].map((email) => api.ask('/api/platform/password-resets', { method: 'POST', body: { email } })));
    for (const response of [unknown, known]) expect([response?.status, await response?.text()]).toEqual([202, '']);
    expect(api.mails.slice(before)).toEqual([expect.objectContaining({ to: user.email, template: 'reset' })]);
    const token = tokenOf('reset');
    expect(await bodyOf(await use('password-resets/complete', token))).toEqual({ email: user.email });
    expect(await statusOf(user)).toBe(401);
    expect(await statusOf(await signedIn(user, 'another long one'))).toBe(200);
    expect(JSON.stringify(api.logged())).not.toContain(token);
  });

  it('are limited, known or not', async () => {
    for (const email of [(await newUser()).email, 'nobody-at-all@alpha.test']) {
      const ask = () => api.ask('/api/platform/password-resets', { method: 'POST', body: { email } });
      for (let i = 0; i < 5; i += 1) expect((await ask()).status).toBe(202);
      const refused = await ask();
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await codeOf(refused)).toBe('429 too-many-attempts');
    }
  });
});

describe('a leaver loses everything at once, at every server of the installation', () => {
  it('when he is removed, his account is closed, his password changes, or he signs out, here or everywhere', async () => {
    const other = await api.another();
    const admin = await newUser();
    const enters = async (as: TestUser, ask: TestApi['ask']): Promise<number> => (await ask('/api/t/alpha/me', { as })).status;
    const both = async (as: TestUser): Promise<number[]> => [await enters(as, api.ask), await enters(as, other.ask)];
    const ways: ((leaver: TestUser) => Promise<unknown>)[] = [
      (leaver) => api.ask(`/api/t/alpha/users/${leaver.id}`, { as: admin, method: 'DELETE' }),
      (leaver) => disableUser(api.installation.auth, { user: leaver.id, by: { id: null, label: 'test' }, now: new Date() }),
      async (leaver) => api.ask(`${me}/sessions`, { as: await signedIn(leaver), method: 'DELETE' }),
      async (leaver) => api.ask(`${me}/password`, { as: await signedIn(leaver), method: 'POST', body: { current: password, password: 'another long one' } }),
      (leaver) => api.ask('/api/platform/sign-out', { as: leaver, method: 'POST' }),
    ];
    for (const leave of ways) {
      const leaver = await api.user('alpha', [{ role: 'agency-officer' }]);
      // Asked twice: now both servers answer from memory.
      expect([await both(leaver), await both(leaver)]).toEqual([[200, 200], [200, 200]]);
      await leave(leaver);
      expect(await enters(leaver, api.ask)).toBeGreaterThan(400);
      await vi.waitFor(async () => expect(await enters(leaver, other.ask)).toBeGreaterThan(400));
    }
    expect(await both(admin)).toEqual([200, 200]);
  });
});
