import { archiveTenant, unarchiveTenant } from '@saubac/db/tenancy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

let api: TestApi;
let officer: TestUser;
let both: TestUser;
let foreigner: TestUser;

const by = () => ({ actor: { id: null, label: 'operator' }, now: new Date() });

beforeAll(async () => {
  api = await openApi();
  officer = await api.user('alpha', [{ role: 'home-affairs-officer' }]);
  both = await api.user('alpha', [{ role: 'home-affairs-officer' }]);
  foreigner = await api.user('beta', [{ role: 'home-affairs-officer' }]);
  const beta = await api.cluster.findTenant('beta');
  await api.cluster.registry`insert into platform.memberships (user_id, tenant_id, status, created_at) values (${both.id}, ${beta?.id ?? null}, 'active', now())`;
});
afterAll(() => api.close());

const asked = async (as: TestUser, path = '/api/t/alpha/me'): Promise<unknown> => {
  const answer = await api.ask(path, { as });
  return [answer.status, ((await answer.json()) as { code?: string }).code ?? 'ok'];
};

describe('a tenant that is archived', () => {
  it('says so to whoever belongs to it, and nothing to others; who has no other place is signed out', async () => {
    for (const it of [officer, both]) expect(await asked(it)).toEqual([200, 'ok']);
    expect(await archiveTenant(api.cluster.provisioner, 'alpha', by())).toMatchObject({ ok: true, value: { sessions: 1 } });
    await expect.poll(() => asked(officer)).toEqual([401, 'not-signed-in']);
    await expect.poll(() => asked(both)).toEqual([403, 'tenant-archived']);
    expect(await asked(foreigner)).toEqual([404, 'unknown-tenant']);
    expect(await asked(both, '/api/t/beta/me')).toEqual([200, 'ok']);
    const list = (await (await api.ask('/api/platform/tenants', { as: both })).json()) as { items: { slug: string }[] };
    expect(list.items.map(({ slug }) => slug)).toEqual(['beta']);
  });

  it('is there again when it is taken out', async () => {
    expect(await unarchiveTenant(api.cluster.provisioner, 'alpha', by())).toMatchObject({ ok: true });
    await expect.poll(() => asked(both)).toEqual([200, 'ok']);
    expect(await asked(foreigner)).toEqual([404, 'unknown-tenant']);
  });
});
