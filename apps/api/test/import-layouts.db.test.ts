import type { TenantDb } from '@saubac/db/tenancy';
import type { Layout } from '@saubac/domain/layouts';
import { isoDate } from '@saubac/domain/values';
import { checkImport } from '@saubac/services/imports';
import { importRoster, writeRosterWorkbook } from '@saubac/services/roster';
import { testCtx } from '@saubac/testing/context';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

let api: TestApi;
let db: TenantDb;
let folder: string;
let officer: TestUser;
let other: TestUser;
let head: TestUser;
let auditor: TestUser;
let foreigner: TestUser;

const unit = (code: string, parent: string) => ({ code, name: code, parent_code: parent, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });
const root = '/api/t/alpha';
const csv = (...lines: string[]) => new TextEncoder().encode(['DANH SÁCH VIÊN CHỨC', 'TT,Họ tên,Số CCCD,Năm sinh,Đơn vị,Số điện thoại', ...lines, ',Tổng cộng: 1', ''].join('\n'));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'api-layouts-'));
  api = await openApi();
  db = await api.db('alpha');
  const path = join(folder, 'world.xlsx');
  await writeRosterWorkbook(path, { units: [unit('R', ''), unit('AG', 'R'), unit('OT', 'R')] });
  const imported = await importRoster(testCtx({ db }), { path, effectiveDate: isoDate('2025-12-01') });
  if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
  officer = await api.user('alpha', [{ role: 'agency-officer', unit: 'AG' }]);
  other = await api.user('alpha', [{ role: 'agency-officer', unit: 'OT' }]);
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  auditor = await api.user('alpha', [{ role: 'auditor' }]);
  foreigner = await api.user('beta', [{ role: 'home-affairs-head' }]);
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

const uploaded = async (as: TestUser, body: Uint8Array<ArrayBuffer>): Promise<{ id: string; etag: string }> => {
  const started = await api.ask(`${root}/imports?effectiveDate=2026-01-01`, { as, method: 'POST', body, headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'list.csv' } });
  const { id } = (await started.json()) as { id: string };
  const tenant = (await api.cluster.findTenant('alpha'))!;
  await checkImport(
    { tenant, db, files: api.installation.files, now: () => new Date(), registryOn: () => Promise.resolve(testCtx({ db }).registry), mayEnter: () => Promise.resolve(true), signal: new AbortController().signal, complete: () => Promise.resolve() },
    id,
  );
  return { id, etag: (await api.ask(`${root}/imports/${id}`, { as })).headers.get('etag')! };
};
const confirm = (as: TestUser, id: string, etag: string, json: unknown) => api.ask(`${root}/imports/${id}/layout`, { as, method: 'PUT', body: json, headers: { 'if-match': etag } });
const proposalOf = async (as: TestUser, id: string) => (await (await api.ask(`${root}/imports/${id}/layout`, { as })).json()) as { proposal: { layout: Layout } };

describe('layouts over HTTP', () => {
  it('are proposed, confirmed under a name and used for the next file', async () => {
    const { id, etag } = await uploaded(officer, csv('1,Nguyễn Văn An,000000000001,1980,AG,0912'));
    const asked = await api.ask(`${root}/imports/${id}/layout`, { as: officer });
    expect([asked.status, await asked.json()]).toMatchObject([200, {
      import: { state: 'needs-layout' }, layout: null,
      proposal: { complete: true, sheets: [{ target: 'people', missing: [], unused: [{ heading: 'Số điện thoại', letters: 'F', filled: 1 }], sample: [{ row: 3, cells: { full_name: 'Nguyễn Văn An', kind: 'Viên chức', unit_code: 'AG' } }] }] },
    }]);
    const { proposal: { layout } } = await proposalOf(officer, id);
    expect((await confirm(officer, id, etag, { layout: { ...layout, sheets: [] } })).status).toBe(400);
    const { kind: _, ...columns } = layout.sheets[0]!.columns;
    const incomplete = await confirm(officer, id, etag, { layout: { ...layout, sheets: [{ ...layout.sheets[0]!, columns }] } });
    expect([incomplete.status, await incomplete.json()]).toMatchObject([422, { code: 'layout-incomplete' }]);
    const stale = await confirm(officer, id, '"1"', { layout });
    expect([stale.status, await stale.json()]).toMatchObject([409, { code: 'changed-meanwhile', yours: { version: 1 }, current: { id, state: 'needs-layout' } }]);
    const confirmed = await confirm(officer, id, etag, { layout, saveAs: 'Trường Mẫu' });
    expect([confirmed.status, await confirmed.json()]).toMatchObject([202, { state: 'uploaded' }]);
    const next = await uploaded(officer, csv('1,Trần Thị Bình,000000000002,1985,AG,'));
    expect(await (await api.ask(`${root}/imports/${next.id}`, { as: officer })).json()).toMatchObject({ state: 'checked', preview: { reading: { layout: { how: 'saved', name: 'Trường Mẫu' }, sheets: [{ data: 1, rows: 4 }] }, counts: { people: { new: 1 } } } });
  });

  it('are seen by who may import, and changed by who confirmed them or imports for all', async () => {
    const list = await api.ask(`${root}/import-layouts`, { as: other });
    const { items: [layout] } = (await list.json()) as { items: { id: string; name: string }[] };
    const path = `${root}/import-layouts/${layout!.id}`;
    expect(layout).toMatchObject({ name: 'Trường Mẫu', version: 1 });
    expect((await api.ask(path, { as: auditor })).status).toBe(403);
    const tag = { 'if-match': '"1"' };
    expect((await api.ask(path, { as: other, method: 'PATCH', body: { name: 'B' }, headers: tag })).status).toBe(403);
    expect((await api.ask(path, { as: other, method: 'DELETE', headers: tag })).status).toBe(403);
    expect(await (await api.ask(path, { as: head, method: 'PATCH', body: { name: 'B' }, headers: tag })).json()).toMatchObject({ name: 'B', version: 2 });
    expect((await api.ask(path, { as: officer, method: 'DELETE', headers: tag })).status).toBe(409);
    expect((await api.ask(path, { as: officer, method: 'DELETE', headers: { 'if-match': '"2"' } })).status).toBe(204);
    expect((await api.ask(path, { as: officer })).status).toBe(404);
  });

  it('of imports elsewhere and of other tenants are not there', async () => {
    const { id, etag } = await uploaded(head, csv('1,Nguyễn Văn An,000000000001,1980,AG,'));
    const { proposal: { layout } } = await proposalOf(head, id);
    for (const as of [officer, foreigner]) {
      expect((await api.ask(`${root}/imports/${id}/layout`, { as })).status).toBe(404);
      expect((await confirm(as, id, etag, { layout })).status).toBe(404);
    }
    expect((await api.ask(`/api/t/beta/imports/${id}/layout`, { as: foreigner })).status).toBe(404);
  });
});
