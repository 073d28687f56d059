import { TOTP, Secret } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';
import { bodyOf, codeOf, openBrowser } from './browser.ts';

const password = 'a password of a test';
const me = '/api/platform/me';
const factor = `${me}/second-factor`;

let api: TestApi;
let user: TestUser;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  user = await api.user('alpha', [{ role: 'home-affairs-head' }]);
});

const post = (path: string, as: TestUser, body: unknown) => api.ask(path, { as, method: 'POST', body });
/** The code of the present step of time, or of one after: whoever took the first takes the next, also where a step passes meanwhile. */
const codeAt = (secret: string, step: 0 | 1): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + step * 30_000 });
const signedIn = async (): Promise<TestUser & { next: unknown }> => {
  const { token, next } = await bodyOf(await api.ask('/api/platform/sign-in', { method: 'POST', body: { email: user.email, password, answer: 'token' } }));
  return { ...user, token: String(token), next };
};
const statusOf = async (as: TestUser): Promise<number> => (await api.ask(me, { as })).status;

/** Sets a second factor up. */
const enrolled = async () => {
  const { secret } = (await bodyOf(await post(factor, user, { password }))) as { secret: string };
  const confirmed = await bodyOf(await post(`${factor}/confirm`, user, { code: codeAt(secret, 0) }));
  return { secret, recoveryCodes: confirmed['recoveryCodes'] as string[], as: { ...user, token: String(confirmed['token']) } };
};

describe('a second factor', () => {
  it('is set up by its owner, and is in force from its first code', async () => {
    expect(await codeOf(await post(factor, user, { password: 'not the password' }))).toBe('422 wrong-password');
    expect(await codeOf(await post(`${factor}/confirm`, user, { code: '123456' }))).toBe('409 no-enrolment');
    const { secret, recoveryCodes, as } = await enrolled();
    expect(recoveryCodes).toHaveLength(10);
    expect(await statusOf(user)).toBe(401);
    expect(await bodyOf(await api.ask(me, { as }))).toMatchObject({ secondFactor: { recoveryCodesLeft: 10 }, session: { secondFactorPassed: true } });
    expect(api.mails.at(-1)).toMatchObject({ to: user.email, template: 'second-factor-changed' });
    expect(await codeOf(await post(factor, as, { password }))).toBe('409 second-factor-in-force');
    const logged = JSON.stringify(api.logged());
    for (const hidden of [secret, ...recoveryCodes]) expect(logged).not.toContain(hidden);
  });

  it('keeps a session of the password alone from everything', async () => {
    const { secret } = await enrolled();
    const half = await signedIn();
    expect(half.next).toBe('second-factor');
    for (const [method, path] of [['GET', me], ['PATCH', me], ['GET', `${me}/sessions`], ['DELETE', `${me}/sessions`], ['GET', '/api/platform/tenants'], ['POST', factor], ['GET', '/api/t/alpha/me'], ['POST', `${factor}/remove`]] as const) {
      expect(await codeOf(await api.ask(path, { as: half, method }))).toBe('403 second-factor-needed');
    }
    expect(await codeOf(await post('/api/platform/sign-in/second-factor', half, { code: '000000' }))).toBe('422 wrong-code');
    const { token } = await bodyOf(await post('/api/platform/sign-in/second-factor', half, { code: codeAt(secret, 1) }));
    expect([await statusOf(half), await statusOf({ ...user, token: String(token) })]).toEqual([401, 200]);
    const again = await signedIn();
    expect(await codeOf(await post('/api/platform/sign-in/second-factor', again, { code: codeAt(secret, 0) }))).toBe('422 wrong-code');
    expect((await post('/api/platform/sign-out', again, undefined)).status).toBe(204);
  });

  it('is passed with a cookie under another cookie', async () => {
    const { recoveryCodes } = await enrolled();
    const browser = openBrowser(api);
    await bodyOf(await browser.ask('/api/platform/sign-in', { method: 'POST', body: { email: user.email, password } }));
    const before = browser.cookies.get('saubac');
    const passed = await bodyOf(await browser.ask('/api/platform/sign-in/second-factor', { method: 'POST', body: { code: ` ${recoveryCodes[0]?.toUpperCase()} ` } }));
    expect(passed).toMatchObject({ recoveryCodesLeft: 9 });
    expect(passed).not.toHaveProperty('token');
    expect(browser.cookies.get('saubac')).not.toBe(before);
    expect((await browser.ask(me)).status).toBe(200);
  });

  it('is limited in how often it may be tried, and tells how long to wait', async () => {
    await enrolled();
    const half = await signedIn();
    for (let i = 0; i < 10; i += 1) expect(await codeOf(await post('/api/platform/sign-in/second-factor', half, { code: '000000' }))).toBe('422 wrong-code');
    const refused = await post('/api/platform/sign-in/second-factor', half, { code: '000000' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await codeOf(refused)).toBe('429 too-many-attempts');
  });

  it('is removed, and its recovery codes made anew, with the password', async () => {
    const { as, recoveryCodes } = await enrolled();
    expect(await codeOf(await post(`${factor}/recovery-codes`, as, { password: 'not the password' }))).toBe('422 wrong-password');
    const renewed = (await bodyOf(await post(`${factor}/recovery-codes`, as, { password })))['recoveryCodes'] as string[];
    expect(renewed).toHaveLength(10);
    expect(await codeOf(await post('/api/platform/sign-in/second-factor', await signedIn(), { code: recoveryCodes[0] }))).toBe('422 wrong-code');
    expect((await post(`${factor}/remove`, as, { password })).status).toBe(204);
    expect(await codeOf(await post(`${factor}/remove`, as, { password }))).toBe('409 no-second-factor');
    expect((await signedIn()).next).toBe('nothing');
  });
});

describe('a tenant that asks for a second factor', () => {
  const settings = '/api/t/alpha/sign-in-settings';
  const asking = async (as: TestUser, secondFactorRequired: boolean): Promise<void> => {
    const version = String((await bodyOf(await api.ask(settings, { as })))['version']);
    await bodyOf(await api.ask(settings, { as, method: 'PUT', body: { secondFactorRequired, singleSignOn: null }, headers: { 'if-match': `"${version}"` } }));
  };

  it('is closed until one is set up, and again as soon as it is removed, with the very session that had passed it', async () => {
    const { as } = await enrolled();
    const head = as;
    await asking(head, true);
    user = await api.user('alpha', [{ role: 'agency-head' }]);
    expect(await codeOf(await api.ask('/api/t/alpha/me', { as: user }))).toBe('403 second-factor-needed');
    expect(await bodyOf(await api.ask(me, { as: user }))).toMatchObject({ secondFactor: null, tenants: [{ slug: 'alpha', asksFor: 'enrolment' }] });
    const own = await enrolled();
    expect((await api.ask('/api/t/alpha/me', { as: own.as })).status).toBe(200);
    await post(`${factor}/remove`, own.as, { password });
    expect(await codeOf(await api.ask('/api/t/alpha/me', { as: own.as }))).toBe('403 second-factor-needed');
    await asking(head, false);
  });
});
