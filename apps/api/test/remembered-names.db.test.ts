import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importRoster, type RosterSheets, writeRosterWorkbook } from '@saubac/services/roster';
import { checkImport } from '@saubac/services/imports';
import { testCtx } from '@saubac/testing/context';
import { isoDate } from '@saubac/domain/values';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

let api: TestApi;
let folder: string;
let head: TestUser;
let officer: TestUser;
let foreigner: TestUser;

const unit = (code: string, name: string, parent: string) => ({ code, name, parent_code: parent, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });
const person = (id: number, unit_code: string) => ({ id_number: String(id).padStart(12, '0'), full_name: 'NGƯỜI THỬ', unit_code, kind: 'CC', valid_from: '01/01/2020' });

const workbook = async (name: string, sheets: RosterSheets): Promise<string> => {
  const path = join(folder, name);
  await writeRosterWorkbook(path, sheets);
  return path;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'api-names-'));
  api = await openApi();
  const db = await api.db('alpha');
  const imported = await importRoster(testCtx({ db }), { path: await workbook('world.xlsx', { units: [unit('R', 'Tỉnh', ''), unit('AG', 'Sở Nội vụ', 'R')] }), effectiveDate: isoDate('2025-12-01') });
  if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  officer = await api.user('alpha', [{ role: 'agency-officer', unit: 'AG' }]);
  foreigner = await api.user('beta', [{ role: 'home-affairs-head' }]);
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

const root = '/api/t/alpha';
const set = (as: TestUser, body: object, tenant = 'alpha') => api.ask(`/api/t/${tenant}/remembered-names`, { as, method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
const chosen = { of: 'unit', name: 'Văn phòng cũ của Sở', code: 'AG' };

describe('remembered names over HTTP', () => {
  it('are chosen, listed, taken by an import that says so, and forgotten', async () => {
    const made = await set(head, chosen);
    const name = (await made.json()) as { id: string };
    expect([made.status, name]).toMatchObject([201, { of: 'unit', given: 'Văn phòng cũ của Sở', code: 'AG', name: 'Sở Nội vụ' }]);
    expect(await (await api.ask(`${root}/remembered-names`, { as: head })).json()).toMatchObject({ items: [{ id: name.id }], next: null });

    const body = new Uint8Array(await readFile(await workbook('named.xlsx', { people: [person(1, 'van phong cu cua so')] })));
    const started = await api.ask(`${root}/imports?effectiveDate=2026-01-01`, { as: head, method: 'POST', body, headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'named.xlsx' } });
    const { id } = (await started.json()) as { id: string };
    const db = await api.db('alpha');
    await checkImport(
      { tenant: (await api.cluster.findTenant('alpha'))!, db, files: api.installation.files, now: () => new Date(), registryOn: () => Promise.resolve(testCtx({ db }).registry), mayEnter: () => Promise.resolve(true), signal: new AbortController().signal, complete: () => Promise.resolve() },
      id,
    );
    expect(await (await api.ask(`${root}/imports/${id}`, { as: head })).json()).toMatchObject({ state: 'checked', preview: { encoding: 'unicode', mended: { 'name-case': 1, 'choice-word': 1, 'unit-remembered': 1 }, listed: { mends: 3 } } });
    const mends = (await (await api.ask(`${root}/imports/${id}/mends`, { as: head })).json()) as { items: object[] };
    expect(mends.items.at(-1)).toMatchObject({ row: 2, column: 'unit_code', heading: 'Mã đơn vị', code: 'unit-remembered', from: 'van phong cu cua so', to: 'AG (Sở Nội vụ)', text: { vi: expect.stringContaining('lựa chọn đã ghi nhớ') as string } });
    for (const [as, tenant, status] of [[officer, 'alpha', 404], [foreigner, 'alpha', 404], [foreigner, 'beta', 404]] as const) expect((await api.ask(`/api/t/${tenant}/imports/${id}/mends`, { as })).status).toBe(status);

    expect((await api.ask(`${root}/remembered-names/${name.id}`, { as: head, method: 'DELETE' })).status).toBe(200);
    expect((await api.ask(`${root}/remembered-names/${name.id}`, { as: head, method: 'DELETE' })).status).toBe(404);
  });

  it('are no matter of who imports for some units only, and unknown in another tenant', async () => {
    const { id } = (await (await set(head, chosen)).json()) as { id: string };
    expect((await set(officer, chosen)).status).toBe(403);
    expect((await api.ask(`${root}/remembered-names`, { as: officer })).status).toBe(403);
    expect((await api.ask(`${root}/remembered-names/${id}`, { as: officer, method: 'DELETE' })).status).toBe(403);
    expect((await set(foreigner, chosen)).status).toBe(404);
    expect((await set(foreigner, chosen, 'beta')).status).toBe(404);
    expect((await api.ask(`/api/t/beta/remembered-names/${id}`, { as: foreigner, method: 'DELETE' })).status).toBe(404);
    expect(await (await api.ask('/api/t/beta/remembered-names', { as: foreigner })).json()).toEqual({ items: [], next: null });
  });

  it('are refused without a word in them, and for a code that nothing has', async () => {
    expect(await (await set(head, { ...chosen, name: '-' })).json()).toMatchObject({ status: 422, code: 'name-missing' });
    expect(await (await set(head, { ...chosen, code: 'NIX' })).json()).toMatchObject({ status: 404, code: 'unknown-unit' });
    expect(await (await set(head, { of: 'post', name: 'Chuyên viên', code: 'NIX' })).json()).toMatchObject({ status: 404, code: 'unknown-post' });
  });
});
