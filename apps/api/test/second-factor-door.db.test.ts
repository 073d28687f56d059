import { openSession } from '@saubac/auth/sessions';
import { changeSignInSettings, readSignInSettings } from '@saubac/auth/settings';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

let api: TestApi;
let user: TestUser;
let alpha = '';

beforeAll(async () => {
  api = await openApi();
  user = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  alpha = (await api.cluster.findTenant('alpha'))?.id ?? '';
});
afterAll(() => api.close());

const ask = async (secondFactorRequired: boolean): Promise<void> => {
  const { version } = await readSignInSettings(api.installation.auth, alpha);
  await changeSignInSettings(api.installation.auth, { tenant: alpha, secondFactorRequired, connection: null, version, by: { id: null, label: 'test' }, now: new Date() });
};

const signedOn = async (secondFactorPassed: boolean): Promise<TestUser> => {
  const opened = await openSession(api.installation.auth, {
    user: user.id,
    secondFactorPassed,
    throughTenant: alpha,
    client: { address: null, userAgent: null },
    now: new Date(),
    by: 'single-sign-on',
  });
  if (!opened.ok) throw new Error('No session');
  return { ...user, token: opened.value.token };
};

const entering = async (as: TestUser): Promise<unknown> => {
  const response = await api.ask('/api/t/alpha/me', { as });
  return response.status === 200 ? 'entered' : ((await response.json()) as { code: string }).code;
};

describe('a tenant that asks for a second factor', () => {
  it('lets in nobody who has passed none, from the moment it asks, whichever way he signed in', async () => {
    expect(await entering(user)).toBe('entered');
    await ask(true);
    expect(await entering(user)).toBe('second-factor-needed');
    expect(await entering(await signedOn(false))).toBe('second-factor-needed');
    expect(await entering(await signedOn(true))).toBe('entered');
    await ask(false);
    expect(await entering(user)).toBe('entered');
  });
});
