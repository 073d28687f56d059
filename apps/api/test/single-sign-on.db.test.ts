import { OAuth2Server } from 'oauth2-mock-server';
import { changeSignInSettings, readSignInSettings } from '@saubac/auth/settings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';
import { bodyOf, codeOf, openBrowser } from './browser.ts';

const provider = new OAuth2Server();
const publicUrl = 'http://desk.test';
const asPage = { accept: 'text/html,application/xhtml+xml' };

let api: TestApi;
let user: TestUser;
/** What the provider says of who signs in. */
let claims: Record<string, unknown>;

const connect = async (isSecondFactor = false): Promise<void> => {
  const { auth } = api.installation;
  const { id: tenant } = (await api.cluster.findTenant('alpha')) ?? { id: '' };
  const { version } = await readSignInSettings(auth, tenant);
  const connection = { issuer: provider.issuer.url ?? '', clientId: 'saubac', clientSecret: 'secret of the client', emailDomains: ['alpha.test'], isSecondFactor };
  const changed = await changeSignInSettings(auth, { tenant, secondFactorRequired: true, connection, version, by: { id: null, label: 'test' }, now: new Date() });
  if (!changed.ok) throw new Error(changed.failure.kind);
};

beforeAll(async () => {
  api = await openApi({}, { publicUrl, plainLoopbackIssuers: true });
  await provider.issuer.keys.generate('RS256');
  await provider.start(0, '127.0.0.1');
  provider.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => Object.assign(token.payload, claims));
  await connect(true);
  user = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  claims = { sub: 'subject', email: user.email, email_verified: true };
});
afterAll(async () => {
  await provider.stop();
  await api.close();
});

type Browser = ReturnType<typeof openBrowser>;
const newBrowser = (): Browser => openBrowser(api, publicUrl);

/** Sets out, and comes as far as the answer of the provider: the address that it sends the browser back to. */
const goThere = async (browser: Browser, query = ''): Promise<string> => {
  const begun = await browser.ask(`/api/platform/sso/alpha${query}`, { headers: asPage });
  expect(begun.status, await begun.clone().text()).toBe(302);
  const answered = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
  const { origin, pathname, search } = new URL(answered.headers.get('location') ?? '');
  expect(origin).toBe(publicUrl);
  return `${pathname}${search}`;
};
const comeBack = (browser: Browser, path: string, headers: Record<string, string> = asPage) => browser.ask(path, { headers });

describe('single sign-on', () => {
  it('leads through the provider and back to where one wanted to go, signed in to this tenant alone', async () => {
    const browser = newBrowser();
    const back = await comeBack(browser, await goThere(browser, '?returnTo=/people%3Fsearch=an'));
    expect([back.status, back.headers.get('location'), back.headers.get('cache-control')]).toEqual([302, '/people?search=an', 'no-store']);
    expect([...browser.cookies.keys()]).toEqual(['saubac']);
    expect(await bodyOf(await browser.ask('/api/platform/me'))).toMatchObject({ email: user.email, session: { throughTenant: 'alpha', secondFactorPassed: true }, tenants: [{ slug: 'alpha', asksFor: 'nothing' }] });
    expect((await browser.ask('/api/t/alpha/me')).status).toBe(200);
  });

  it('never leads to another site', async () => {
    for (const returnTo of ['https://evil.test', '//evil.test', '/\\evil.test', '/..//evil.test']) {
      const browser = newBrowser();
      expect((await comeBack(browser, await goThere(browser, `?returnTo=${encodeURIComponent(returnTo)}`))).headers.get('location')).toBe('/');
    }
    const browser = newBrowser();
    const path = await goThere(browser);
    browser.cookies.set('saubac-sso', `${browser.cookies.get('saubac-sso')?.split('.')[0]}.${Buffer.from('//evil.test').toString('base64url')}`);
    expect((await comeBack(browser, path)).headers.get('location')).toBe('/');
  });

  it('is taken once, and only from the browser that set out', async () => {
    const [mine, theirs] = [newBrowser(), newBrowser()];
    const path = await goThere(mine);
    await goThere(theirs);
    expect(await codeOf(await comeBack(theirs, path, {}))).toBe('403 sign-on-not-known');
    expect(await codeOf(await comeBack(newBrowser(), path, {}))).toBe('403 sign-on-not-known');
    expect((await comeBack(mine, path)).headers.get('location')).toBe('/');
    expect(await codeOf(await comeBack(mine, path, {}))).toBe('403 sign-on-not-known');
  });

  it('leaves no session behind that a browser had before', async () => {
    const browser = newBrowser();
    await bodyOf(await browser.ask('/api/platform/sign-in', { method: 'POST', body: { email: user.email, password: 'a password of a test' } }));
    const before = browser.cookies.get('saubac') ?? '';
    await comeBack(browser, await goThere(browser));
    expect(browser.cookies.get('saubac')).not.toBe(before);
    expect(await codeOf(await api.ask('/api/platform/me', { as: { ...user, token: before } }))).toBe('401 not-signed-in');
  });

  it('shows a session of a tenant only those of that tenant, and ends no other', async () => {
    const browser = newBrowser();
    await comeBack(browser, await goThere(browser));
    const { items } = await bodyOf(await browser.ask('/api/platform/me/sessions'));
    expect(new Set((items as { throughTenant: string | null }[]).map((it) => it.throughTenant))).toEqual(new Set(['alpha']));
    await bodyOf(await browser.ask('/api/platform/me/sessions', { method: 'DELETE' }));
    expect((await bodyOf(await browser.ask('/api/platform/me/sessions')))['items']).toHaveLength(1);
    expect((await api.ask('/api/platform/me', { as: user })).status).toBe(200);
  });

  it('does not stand for the second factor that the tenant asks for, where the provider is not trusted with that', async () => {
    await connect(false);
    const browser = newBrowser();
    await comeBack(browser, await goThere(browser));
    expect(await codeOf(await browser.ask('/api/t/alpha/me'))).toBe('403 second-factor-needed');
    expect(await bodyOf(await browser.ask('/api/platform/me'))).toMatchObject({ tenants: [{ slug: 'alpha', asksFor: 'enrolment' }] });
    await connect(true);
  });
});

describe('who is not let in', () => {
  it('is led to the page of sign-in, which is told why, and a program gets the refusal', async () => {
    const own = claims;
    claims = { ...claims, sub: 'another', email: 'nobody@alpha.test' };
    const browser = newBrowser();
    const back = await comeBack(browser, await goThere(browser));
    expect([back.status, back.headers.get('location')]).toEqual([302, '/sign-in?problem=not-a-member']);
    expect([...browser.cookies.keys()]).toEqual([]);
    claims = { ...own, email_verified: false, sub: 'another' };
    expect(await codeOf(await comeBack(browser, await goThere(browser), {}))).toBe('403 email-not-verified');
    claims = own;
  });

  it('learns nothing of which tenants there are', async () => {
    for (const tenant of ['beta', 'nowhere']) expect(await codeOf(await api.ask(`/api/platform/sso/${tenant}`))).toBe('404 no-single-sign-on');
    expect((await api.ask('/api/platform/sso/beta', { headers: asPage })).headers.get('location')).toBe('/sign-in?problem=no-single-sign-on');
  });

  it('does not bring the server down by what the provider says', async () => {
    const own = claims;
    for (const forged of [{ sub: 'a\u0000b' }, { sub: 'x', email: 'a\u0000b@alpha.test' }, { sub: 'x', email: '\ud800@alpha.test' }, { sub: 'x', email: 7 }, { sub: 'x'.repeat(5_000), email: 'y'.repeat(5_000) }]) {
      claims = { ...own, ...forged };
      const browser = newBrowser();
      expect((await comeBack(browser, await goThere(browser), {})).status).toBe(403);
    }
    claims = own;
  });

  it('does not bring it down by what he brings back either', async () => {
    const browser = newBrowser();
    await goThere(browser);
    for (const query of ['', '?state', '?state=', '?state=a&state=b', '?code=%00&state=%ff', `?state=${'x'.repeat(5_000)}`, '?error=access_denied']) {
      expect(await codeOf(await comeBack(browser, `/api/platform/sso/callback${query}`, {}))).toBe('403 sign-on-not-known');
    }
  });
});
