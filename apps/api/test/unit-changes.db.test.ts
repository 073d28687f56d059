import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TenantDb } from '@saubac/db/tenancy';
import { addDays, isoDate } from '@saubac/domain/values';
import { importRoster, writeRosterWorkbook } from '@saubac/services/roster';
import { changeWorkbookFile } from '@saubac/services/unit-changes';
import { testCtx } from '@saubac/testing/context';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

let api: TestApi;
let db: TenantDb;
let folder: string;
let officer: TestUser;
let head: TestUser;
let agency: TestUser;
let foreigner: TestUser;

const unit = (code: string, parent: string) => ({ code, name: code, parent_code: parent, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });
const person = (id: number, unitCode: string) => ({ id_number: String(id).padStart(12, '0'), full_name: `Người ${id}`, unit_code: unitCode, kind: 'Công chức', valid_from: '01/01/2020' });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'api-unit-changes-'));
  api = await openApi();
  db = await api.db('alpha');
  const path = join(folder, 'world.xlsx');
  await writeRosterWorkbook(path, { units: [unit('R', ''), unit('AG', 'R'), unit('OT', 'R'), unit('OLD', 'R')], people: [person(1, 'AG'), person(2, 'OT'), person(3, 'OLD')] });
  const imported = await importRoster(testCtx({ db }), { path, effectiveDate: isoDate('2025-12-01') });
  if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
  officer = await api.user('alpha', [{ role: 'home-affairs-officer' }]);
  head = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  agency = await api.user('alpha', [{ role: 'agency-head', unit: 'AG' }]);
  foreigner = await api.user('beta', [{ role: 'home-affairs-head' }]);
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

type Change = { id: string; state: string; version: number; failure: { code: string; text: { vi: string } } | null; preview: Record<string, number> | null; code?: string; errors?: { code: string; row: number; text: { vi: string } }[]; items: Record<string, string>[] };
const root = '/api/t/alpha';
const on = addDays(testCtx({ db: undefined as never }).today, 60);
const sent = async (as: TestUser, path: string, { method = 'POST', body, version, headers = {} }: { method?: string; body?: unknown; version?: number; headers?: Record<string, string> } = {}) => {
  const response = await api.ask(`${root}${path}`, { as, method, body, headers: { ...headers, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) } });
  return { status: response.status, body: (await response.json()) as Change };
};
const merge = { title: 'Sáp nhập', on, decision: { number: '1/QĐ', date: '2026-01-01' }, operations: [{ op: 'merge', units: ['AG'], into: 'OT' }] };

describe('changes of units over HTTP', () => {
  it('go from a draft over its preview and lists to the commit by another, and back before its day', async () => {
    const prepared = await sent(officer, '/unit-changes', { body: merge });
    expect(prepared).toMatchObject({ status: 201, body: { state: 'draft', version: 1 } });
    const { id } = prepared.body;
    const previewed = await sent(officer, `/unit-changes/${id}/preview`);
    expect(previewed).toMatchObject({ status: 200, body: { state: 'previewed', preview: { ended: 1, people: 1 } } });
    expect((await sent(officer, `/unit-changes/${id}/findings?list=people`, { method: 'GET' })).body.items).toMatchObject([{ from: 'AG', to: 'OT', name: 'Người 1' }]);
    expect((await sent(head, `/unit-changes/${id}/commit`, { version: 1 })).body).toMatchObject({ code: 'changed-meanwhile', current: { id } });
    const waiting = async (as: TestUser) => (((await sent(as, '/inbox', { method: 'GET' })).body as unknown as { elsewhere: { link: string }[] }).elsewhere ?? []).map((it) => it.link);
    expect([await waiting(head), await waiting(officer)]).toEqual([[`/units/changes/${id}`], []]);
    const committed = await sent(head, `/unit-changes/${id}/commit`, { version: previewed.body.version });
    expect(committed).toMatchObject({ status: 200, body: { state: 'committed' } });
    expect(await sent(officer, `/unit-changes/${id}`, { method: 'PUT', body: merge, version: committed.body.version })).toMatchObject({ status: 409, body: { code: 'unit-change-closed' } });
    expect(await sent(head, `/unit-changes/${id}/withdraw`, { body: { why: 'Hoãn' } })).toMatchObject({ status: 200, body: { state: 'withdrawn' } });
    expect((await sent(agency, '/units?on=2027-01-01', { method: 'GET' })).body.items.map(({ code }) => code)).toEqual(['AG']);
  });

  it('are sent back with the reason by who might have committed them, and list who is moved by name', async () => {
    const [{ id: mover } = { id: '' }] = await db.execute<{ id: string }>("select id from people where id_number = '000000000001'");
    const prepared = await sent(officer, '/unit-changes', { body: { ...merge, moves: [{ person: mover, to: 'OT' }] } });
    const { id } = prepared.body;
    const previewed = await sent(officer, `/unit-changes/${id}/preview`);
    expect(await sent(officer, `/unit-changes/${id}/send-back`, { version: previewed.body.version, body: { why: 'x' } })).toMatchObject({ status: 403 });
    expect(await sent(head, `/unit-changes/${id}/send-back`, { version: 1, body: { why: 'Thiếu tờ trình.' } })).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    const back = await sent(head, `/unit-changes/${id}/send-back`, { version: previewed.body.version, body: { why: 'Thiếu tờ trình.' } });
    expect(back).toMatchObject({ status: 200, body: { state: 'draft', preview: null, failure: { code: 'unit-change-sent-back', text: { vi: expect.stringContaining('Thiếu tờ trình.') as string } } } });
    expect(await sent(head, `/unit-changes/${id}/commit`, { version: back.body.version })).toMatchObject({ status: 409, body: { code: 'unit-change-not-previewed' } });
    expect((await sent(officer, `/unit-changes/${id}/moves`, { method: 'GET' })).body.items).toMatchObject([{ row: 1, person: mover, name: 'Người 1', to: 'OT', posting: null }]);
    for (const other of [agency, foreigner]) expect((await sent(other, `/unit-changes/${id}/moves`, { method: 'GET' })).status).toBeGreaterThanOrEqual(403);
    expect((await sent(officer, `/unit-changes/${id}`, { method: 'PUT', body: merge, version: back.body.version })).body.failure).toBeNull();
  });

  it('tell row by row why one can not be', async () => {
    const { body } = await sent(head, '/unit-changes', { body: { ...merge, operations: [{ op: 'abolish', unit: 'OLD' }, { op: 'move', unit: 'NONE', parent: 'R' }] } });
    const previewed = await sent(head, `/unit-changes/${body.id}/preview`);
    expect(previewed.body).toMatchObject({ state: 'draft', failure: { code: 'unit-change-refused' } });
    const { items } = (await sent(head, `/unit-changes/${body.id}/findings?list=refusals`, { method: 'GET' })).body;
    expect(items).toMatchObject([{ row: 2, column: 'unit', kind: 'unknown-unit', text: { vi: expect.stringContaining('NONE') as string } }]);
    expect(await sent(head, `/unit-changes/${body.id}`, { method: 'DELETE', version: previewed.body.version })).toMatchObject({ status: 200, body: { state: 'dropped' } });
  });

  it('come from the workbook of the template, whose cells are refused by row', async () => {
    const template = await api.ask(`${root}/unit-change-template`, { as: officer });
    expect([template.status, template.headers.get('content-disposition')]).toEqual([200, expect.stringContaining('.xlsx')]);
    const file = async (moves: Record<string, string>[]) => {
      const bytes = new Uint8Array(await changeWorkbookFile('vi', { decision: [{ title: 'Từ tệp', on: '01/01/2031' }], operations: [{ operation: 'Giải thể', unit: 'OLD' }], moves }));
      return sent(officer, '/unit-change-files', { body: bytes, headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'a.xlsx' } });
    };
    expect(await file([{ id_number: '000000000009', to_unit: 'OT' }, { id_number: '000000000003', full_name: 'Ai Khác', to_unit: 'OT' }])).toMatchObject({
      status: 422, body: { code: 'unit-change-rows-refused', errors: [{ row: 2, code: 'unknown-person' }, { row: 3, code: 'name-differs' }] },
    });
    const prepared = await file([{ id_number: '000000000003', full_name: 'Nguoi 3', to_unit: 'OT' }]);
    expect(prepared).toMatchObject({ status: 201, body: { state: 'draft', moves: 1 } });
    expect((await sent(officer, `/unit-changes/${prepared.body.id}/preview`)).body).toMatchObject({ state: 'previewed', preview: { ended: 1, people: 1 } });
    expect(await sent(officer, '/unit-change-files', { body: new TextEncoder().encode('nothing'), headers: { 'content-type': 'application/octet-stream', 'x-file-name': 'a.csv' } })).toMatchObject({ status: 422, body: { code: 'unit-change-file-refused' } });
  });

  it('are not for who may see only some units, nor for another tenant', async () => {
    const { body } = await sent(officer, '/unit-changes', { body: merge });
    for (const [method, path, more] of [['GET', '', {}], ['POST', '', { body: merge }], ['GET', `/${body.id}`, {}], ['POST', `/${body.id}/preview`, {}], ['POST', `/${body.id}/commit`, { version: 1 }], ['POST', `/${body.id}/withdraw`, { body: { why: 'x' } }], ['GET', `/${body.id}/findings`, {}]] as const) {
      expect(await sent(agency, `/unit-changes${path}`, { method, ...more })).toMatchObject({ status: 403 });
      expect(await sent(foreigner, `/unit-changes${path}`, { method, ...more })).toMatchObject({ status: 404 });
    }
    const elsewhere = await api.ask(`/api/t/beta/unit-changes/${body.id}`, { as: foreigner });
    expect(elsewhere.status).toBe(404);
  });
});
