import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { client, noon, openTestAuth, operator, valueOf, type TestAuth } from '../../test/test-auth.ts';
import { signInRequirement } from '../second-factor/index.ts';
import { openSession, readSession, sessionReader } from '../sessions/index.ts';
import { changeSignInSettings, readSignInSettings, type ChangeSignInSettings } from './index.ts';

let test: TestAuth;
beforeAll(async () => {
  test = await openTestAuth();
});
afterAll(() => test.close());

const connection = { issuer: 'https://id.example.test', clientId: 'saubac', clientSecret: 'secret of the client', emailDomains: ['x.test'], isSecondFactor: false };

const change = async (more: Partial<ChangeSignInSettings> = {}) => {
  const tenant = more.tenant ?? test.alpha;
  const { version } = await readSignInSettings(test.auth, tenant);
  return changeSignInSettings(test.auth, { tenant, secondFactorRequired: false, connection: null, version, by: operator, now: noon, ...more });
};

describe('how one signs in to a tenant', () => {
  it('is by password, until something else is set', async () => {
    expect(await readSignInSettings(test.auth, test.beta)).toEqual({ tenant: test.beta, secondFactorRequired: false, connection: null, version: 0 });
  });

  it('can ask for a second factor, at once and for open sessions too, in this tenant alone', async () => {
    const user = await test.user('a@x.test', test.alpha, test.beta);
    const { token } = valueOf(await openSession(test.auth, { user: user.id, secondFactorPassed: false, client, now: noon, by: 'password' }));
    const elsewhere = await test.another();
    const reader = sessionReader(elsewhere);
    await reader.read(token, noon);
    valueOf(await change({ secondFactorRequired: true }));
    await expect.poll(async () => {
      const visitor = await reader.read(token, noon);
      return visitor && [signInRequirement(visitor, test.alpha), signInRequirement(visitor, test.beta), signInRequirement(visitor, null)];
    }).toEqual(['enrolment', 'nothing', 'nothing']);
  });

  it('keeps the secret of the client sealed, bound to the tenant, and shows it to nobody', async () => {
    const changed = valueOf(await change({ connection }));
    expect(JSON.stringify([changed, await readSignInSettings(test.auth, test.alpha)])).not.toMatch(/secret/i);
    const [row] = await test.cluster.superuser()`select * from platform.sign_in_settings where tenant_id = ${test.alpha}`;
    expect(JSON.stringify(row)).not.toContain(connection.clientSecret);
    expect(test.auth.vault.open(String(row?.['sso_secret_ciphertext']), `sso:${test.alpha}`)).toBe(connection.clientSecret);
    expect(() => test.auth.vault.open(String(row?.['sso_secret_ciphertext']), `sso:${test.beta}`)).toThrow(/unable to authenticate/);
  });

  it('keeps the secret when another thing is changed, but sends it to no other issuer', async () => {
    valueOf(await change({ connection }));
    const { clientSecret: _, ...without } = connection;
    expect(valueOf(await change({ connection: { ...without, isSecondFactor: true } })).connection).toMatchObject({ isSecondFactor: true });
    expect(await change({ connection: { ...without, issuer: 'https://elsewhere.example.test' } })).toEqual({ ok: false, failure: { kind: 'client-secret-missing' } });
  });

  it('changes only on the version that was seen', async () => {
    const seen = valueOf(await change());
    valueOf(await change({ secondFactorRequired: true }));
    expect(await change({ version: seen.version })).toMatchObject({ failure: { kind: 'changed-meanwhile', current: { secondFactorRequired: true, version: seen.version + 1 } } });
    expect(await change({ version: 0 })).toMatchObject({ failure: { kind: 'changed-meanwhile' } });
  });

  it('with another provider ends the sessions that the old one opened, and those alone', async () => {
    valueOf(await change({ connection }));
    const user = await test.user('b@x.test', test.alpha, test.beta);
    const open = async (throughTenant: string | null) => valueOf(await openSession(test.auth, { user: user.id, secondFactorPassed: false, client, now: noon, by: 'single-sign-on', throughTenant }));
    const [old, password, beta] = [await open(test.alpha), await open(null), await open(test.beta)];
    valueOf(await change({ connection: { ...connection, isSecondFactor: true } }));
    expect(await readSession(test.auth, old.token, noon)).not.toBeNull();
    valueOf(await change({ connection: null }));
    expect(await readSession(test.auth, old.token, noon)).toBeNull();
    for (const { token } of [password, beta]) expect(await readSession(test.auth, token, noon)).not.toBeNull();
  });
});
