import { afterAll, beforeAll, expect, it } from 'vitest';
import { settingsInForce } from '@saubac/db/levels';
import { dayInVietnam } from '@saubac/services/context';
import { addDays } from '@saubac/domain/values';
import { defaultSettings } from '@saubac/testing/levels';
import { openApi, type TestApi } from './api.ts';

let api: TestApi;
const from = addDays(dayInVietnam(new Date()), 30);

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const send = (tenant: string, path: string, as: NonNullable<Parameters<TestApi['ask']>[1]>['as'], body: unknown) => api.ask(`/api/t/${tenant}/equivalence/${path}`, { as, method: 'POST', body });

it('lets the education department try a table out, adopt what it saw, and nobody of another tenant or of some units', async () => {
  const db = await api.db('alpha');
  const head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  const education = await api.user('alpha', [{ role: 'education' }]);
  const officer = await api.user('alpha', [{ role: 'home-affairs-officer' }]);
  const foreigner = await api.user('beta', [{ role: 'education' }]);
  const put = await api.ask('/api/t/alpha/settings', { as: head, method: 'PUT', body: { settings: defaultSettings, correct: true, why: 'first settings' }, headers: { 'if-match': `"${(await (await api.ask('/api/t/alpha/settings', { as: head })).json() as { version: number }).version}"` } });
  expect(put.status).toBe(200);
  const change = { act: 'adopt', table: 'cv-6089-2014', from, endsTables: [defaultSettings.adoptions[1]!.table] };
  const seen = await send('alpha', 'simulations?limit=10', education, { change });
  expect(seen.status).toBe(200);
  const { digest, ...effect } = (await seen.json()) as { digest: string; on: string };
  expect(effect).toMatchObject({ on: from, people: 0, moves: [], changes: { items: [], next: null } });
  expect((await send('alpha', 'simulations', officer, { change })).status).toBe(403);
  expect((await send('alpha', 'simulations', foreigner, { change })).status).toBe(404);
  expect((await send('alpha', 'adoptions', officer, { change, digest })).status).toBe(403);
  expect((await send('alpha', 'adoptions', foreigner, { change, digest })).status).toBe(404);
  const outdated = await send('alpha', 'adoptions', education, { change, digest: '0'.repeat(64) });
  expect([outdated.status, ((await outdated.json()) as { code: string }).code]).toEqual([409, 'simulation-outdated']);
  expect((await settingsInForce(db)).adoptions.length).toBe(defaultSettings.adoptions.length);
  const adopted = await send('alpha', 'adoptions', education, { change, digest });
  expect([adopted.status, await adopted.json()]).toMatchObject([201, { digest }]);
  expect((await settingsInForce(db)).adoptions).toContainEqual(expect.objectContaining({ table: 'cv-6089-2014', validFrom: from }));
  expect((await send('alpha', 'simulations', education, { change })).status).toBe(422);
});
