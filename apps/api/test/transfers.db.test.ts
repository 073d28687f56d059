import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TenantDb } from '@saubac/db/tenancy';
import type { LaterWork } from '@saubac/services/context';
import { makeExport } from '@saubac/services/exports';
import type { FileStore } from '@saubac/services/files';
import { checkImport, takeImportBack, writeImport } from '@saubac/services/imports';
import { importRoster, type RosterSheets, writeRosterWorkbook } from '@saubac/services/roster';
import { testCtx } from '@saubac/testing/context';
import { isoDate } from '@saubac/domain/values';
import { sql } from 'drizzle-orm';
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
let certificate: string;
let count = 0;

const person = (id: number, unit: string, more: Record<string, string> = {}) => ({ id_number: String(id).padStart(12, '0'), full_name: `Người ${id}`, unit_code: unit, kind: 'Công chức', valid_from: '01/01/2020', ...more });
const unit = (code: string, parent: string) => ({ code, name: code, parent_code: parent, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });

const workbook = async (sheets: RosterSheets): Promise<Uint8Array<ArrayBuffer>> => {
  const path = join(folder, `${(count += 1)}.xlsx`);
  await writeRosterWorkbook(path, sheets);
  return new Uint8Array(await readFile(path));
};

const work = async (): Promise<LaterWork & { files: FileStore }> => {
  const tenant = (await api.cluster.findTenant('alpha'))!;
  return {
    tenant, db, files: api.installation.files, now: () => new Date(), registryOn: () => Promise.resolve(testCtx({ db }).registry), mayEnter: () => Promise.resolve(true), signal: new AbortController().signal,
    complete: () => Promise.resolve(),
  };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'api-transfers-'));
  api = await openApi();
  db = await api.db('alpha');
  const path = join(folder, 'world.xlsx');
  await writeRosterWorkbook(path, {
    units: [unit('R', ''), unit('AG', 'R'), unit('OT', 'R')], people: [person(1, 'AG'), person(2, 'OT', { full_name: 'Trần Thị Kín' })],
    certificates: [{ id_number: '000000000001', type_code: 'ielts', exam_date: '01/06/2024', score: '6.0', number: 'A1' }],
  });
  const imported = await importRoster(testCtx({ db }), { path, effectiveDate: isoDate('2025-12-01') });
  if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
  certificate = (await db.execute<{ id: string }>(sql`select id from certificates`))[0]!.id;
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

type Json = Record<string, never> & { id: string; state: string; code: string };
const jsonOf = async (response: Response): Promise<Json> => (await response.json()) as Json;
const root = '/api/t/alpha';

const upload = (as: TestUser, body: Uint8Array<ArrayBuffer>, { query = 'effectiveDate=2026-01-01', headers = {} }: { query?: string; headers?: Record<string, string> } = {}) =>
  api.ask(`${root}/imports?${query}`, { as, method: 'POST', body, headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('Danh sách.xlsx'), ...headers } });
const addScan = (as: TestUser, body: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  api.ask(`${root}/certificates/${certificate}/files`, { as, method: 'POST', body, headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('../Chứng chỉ "A".pdf'), ...headers } });
const pdf = new TextEncoder().encode('%PDF-1.7\n%nothing\n');

describe('imports over HTTP', () => {
  it('go from the upload to the written roster, followed by events', async () => {
    const started = await upload(officer, await workbook({ people: [person(1, 'AG', { office: 'Trưởng phòng' }), person(3, 'AG')] }));
    expect(started.status).toBe(201);
    const { id } = await jsonOf(started);
    const events = await api.ask(`${root}/imports/${id}/events`, { as: officer });
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    // The check begins once the listener has been told how the import stands: otherwise it may be done before.
    const [heard, rest] = events.body!.tee();
    await heard.getReader().read();
    const told = new Response(rest).text();
    await checkImport(await work(), id);
    const text = await told;
    expect(text).toMatch(/^id: 1\.0$/m);
    expect(text).toMatch(/event: end\n(?:.*\n)*.*"state":"checked"|"state":"checked"(?:.*\n)*event: end/);
    const seen = await api.ask(`${root}/imports/${id}`, { as: officer });
    expect(await seen.clone().json()).toMatchObject({ state: 'checked', fileName: 'Danh sách.xlsx', preview: { counts: { people: { new: 1, changed: 1 } } } });
    expect(await (await api.ask(`${root}/imports/${id}/changes?limit=1`, { as: officer })).json()).toMatchObject({ items: [{ row: 2, kind: 'changed' }], next: expect.any(String) as string });
    const etag = seen.headers.get('etag')!;
    expect((await api.ask(`${root}/imports/${id}/commit`, { as: officer, method: 'POST' })).status).toBe(400);
    const stale = await api.ask(`${root}/imports/${id}/commit`, { as: officer, method: 'POST', headers: { 'if-match': '"1"' } });
    expect([stale.status, await stale.json()]).toMatchObject([409, { code: 'changed-meanwhile', yours: { version: 1 }, current: { id, state: 'checked' } }]);
    const agreed = await api.ask(`${root}/imports/${id}/commit`, { as: officer, method: 'POST', headers: { 'if-match': etag } });
    expect([agreed.status, await agreed.json()]).toMatchObject([202, { state: 'committing' }]);
    await writeImport(await work(), id);
    const after = await (await api.ask(`${root}/imports/${id}/events`, { as: officer, headers: { 'last-event-id': '2.0' } })).text();
    expect(after).toContain('event: end');
    expect(after).toContain('"state":"committed"');
    expect((await api.ask(`${root}/imports/${id}/cancel`, { as: officer, method: 'POST' })).status).toBe(409);
  });

  it('create one import however often one request is sent', async () => {
    const body = await workbook({ people: [person(4, 'AG')] });
    const headers = { 'idempotency-key': 'the-same-key-1' };
    const first = await jsonOf(await upload(officer, body, { headers }));
    const second = await jsonOf(await upload(officer, body, { headers }));
    expect(second.id).toBe(first.id);
    expect((await upload(officer, body, { headers, query: 'effectiveDate=2026-02-01' })).status).toBe(422);
  });

  it('begin with the template, and with what its columns may hold', async () => {
    const template = await api.ask(`${root}/import-template`, { as: officer });
    expect([template.status, Buffer.from(await template.arrayBuffer()).subarray(0, 2).toString()]).toEqual([200, 'PK']);
    const columns = await (await api.ask(`${root}/import-columns`, { as: officer })).json();
    expect(columns).toMatchObject({ items: [{ key: 'units' }, { key: 'posts' }, { key: 'people', columns: expect.arrayContaining([expect.objectContaining({ key: 'kind', required: true, choices: expect.arrayContaining(['Công chức']) as string[] })]) as unknown[] }, { key: 'certificates' }] });
  });

  it('tell why a row is refused in both languages, and of nobody who is not the importer’s', async () => {
    const { id } = await jsonOf(await upload(officer, await workbook({ people: [person(2, 'AG'), person(5, 'NIX')] })));
    await checkImport(await work(), id);
    const seen = await (await api.ask(`${root}/imports/${id}`, { as: officer })).json();
    expect(seen).toMatchObject({ state: 'refused', failure: { code: 'rows-refused', text: { en: expect.stringContaining('2 rows') as string } } });
    const refusals = await (await api.ask(`${root}/imports/${id}/refusals`, { as: officer })).text();
    expect(refusals).toContain('kept-elsewhere');
    expect(refusals).toContain('Sở Nội vụ');
    expect(JSON.stringify(seen) + refusals).not.toContain('Kín');
  });

  it('are corrected row by row and checked again, with both versions told to who was slower', async () => {
    const { id } = await jsonOf(await upload(officer, await workbook({ people: [person(51, 'AG', { birth_date: '30/02/1980' }), person(52, 'Một'), person(53, 'Một')] })));
    await checkImport(await work(), id);
    const seen = await api.ask(`${root}/imports/${id}`, { as: officer });
    const etag = seen.headers.get('etag')!;
    const rows = await (await api.ask(`${root}/imports/${id}/rows?code=no-such-day`, { as: officer })).json();
    expect(rows).toMatchObject({ items: [{ sheet: 'people', row: 2, cells: { birth_date: '30/02/1980', unit_code: 'AG' }, refusals: [{ code: 'no-such-day', reason: { vi: 'Không có ngày này.' }, hint: { vi: 'Hãy sửa ngày.' } }] }], next: null });
    expect(await (await api.ask(`${root}/imports/${id}/refusal-kinds`, { as: officer })).json()).toMatchObject({ items: [{ code: 'outside-scope', rows: 2 }, { code: 'no-such-day', rows: 1 }] });
    const values = await (await api.ask(`${root}/imports/${id}/refused-values?limit=1`, { as: officer })).json();
    expect(values).toMatchObject({ items: [{ sheet: 'people', code: 'outside-scope', rows: expect.any(Number) as number, value: expect.any(String) as string, near: [] }], next: expect.any(String) as string });
    expect(await (await api.ask(`${root}/imports/${id}/refused-values?code=no-such-day`, { as: officer })).json()).toMatchObject({ items: [{ column: 'birth_date', value: '30/02/1980', rows: 1 }], next: null });
    const edits = [{ kind: 'cell', sheet: 'people', ref: 2, column: 'birth_date', text: '28/02/1980' }, { kind: 'same-value', sheet: 'people', column: 'unit_code', match: 'Một', text: 'AG' }];
    const edit = (ifMatch: string, body: unknown = { edits }, end = 'edits') => api.ask(`${root}/imports/${id}/${end}`, { as: officer, method: 'POST', headers: { 'if-match': ifMatch }, body });
    const edited = await edit(etag);
    expect([edited.status, await edited.clone().json()]).toMatchObject([200, { import: { edits: 2, uncheckedEdits: true }, edits: [{ was: '30/02/1980', met: null }, { kind: 'same-value' }] }]);
    const late = await edit(etag);
    expect([late.status, await late.json()]).toMatchObject([409, { code: 'changed-meanwhile', yours: { edits }, current: { edits: [{ text: '28/02/1980' }, { match: 'Một' }] } }]);
    expect(await jsonOf(await edit(edited.headers.get('etag')!, { edits: [{ ...edits[0], column: 'salary' }] }))).toMatchObject({ status: 422, code: 'unknown-edit-column' });
    expect(await jsonOf(await api.ask(`${root}/imports/${id}/commit`, { as: officer, method: 'POST', headers: { 'if-match': edited.headers.get('etag')! } }))).toMatchObject({ status: 409 });
    const file = await api.ask(`${root}/imports/${id}/refused-rows.xlsx`, { as: officer });
    expect([file.status, file.headers.get('content-disposition')]).toMatchObject([200, expect.stringContaining('.xlsx')]);
    expect(new Uint8Array(await file.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
    const again = await api.ask(`${root}/imports/${id}/check`, { as: officer, method: 'POST', headers: { 'if-match': edited.headers.get('etag')! } });
    expect([again.status, await again.clone().json()]).toMatchObject([202, { state: 'checking' }]);
    await checkImport(await work(), id);
    const checked = await api.ask(`${root}/imports/${id}`, { as: officer });
    expect(await checked.clone().json()).toMatchObject({ state: 'checked', preview: { counts: { people: { new: 3, refused: 0 } } } });
    const standing = (await (await api.ask(`${root}/imports/${id}/edits`, { as: officer })).json()) as { items: { id: string; met: number }[] };
    expect(standing.items.map(({ met }) => met)).toEqual([1, 2]);
    const withdrawn = await edit(checked.headers.get('etag')!, { ids: [standing.items[0]!.id] }, 'edits/withdraw');
    expect([withdrawn.status, await withdrawn.json()]).toMatchObject([200, { import: { edits: 1, uncheckedEdits: true }, edits: [{ text: '28/02/1980' }] }]);
  });

  it('are taken back, unless something later depends on them', async () => {
    const written = async (sheets: RosterSheets): Promise<string> => {
      const { id } = await jsonOf(await upload(officer, await workbook(sheets)));
      await checkImport(await work(), id);
      const etag = (await api.ask(`${root}/imports/${id}`, { as: officer })).headers.get('etag')!;
      expect((await api.ask(`${root}/imports/${id}/commit`, { as: officer, method: 'POST', headers: { 'if-match': etag } })).status).toBe(202);
      await writeImport(await work(), id);
      return id;
    };
    const undo = (id: string, etag: string) => api.ask(`${root}/imports/${id}/undo`, { as: officer, method: 'POST', headers: { 'if-match': etag }, body: { why: 'Nhầm tệp' } });
    const first = await written({ people: [person(61, 'AG')] });
    const second = await written({ people: [person(61, 'AG', { full_name: 'Người Khác' })] });
    const preview = await api.ask(`${root}/imports/${first}/undo`, { as: officer });
    expect(await preview.clone().json()).toMatchObject({ subjects: 1, counts: [{ act: 'person.added', subjects: 1 }], blockers: [{ act: 'roster.imported', first: ['Người Khác'], text: { vi: expect.stringMatching(/Nạp danh sách \(Người Khác\)/) as string } }] });
    expect(await jsonOf(await undo(first, preview.headers.get('etag')!))).toMatchObject({ status: 409, code: 'undo-blocked' });
    expect(await (await api.ask(`${root}/imports/${first}/undo/subjects`, { as: officer })).json()).toMatchObject({ items: [{ act: 'person.added', label: 'Người Khác' }], next: null });
    for (const id of [second, first]) {
      const etag = (await api.ask(`${root}/imports/${id}/undo`, { as: officer })).headers.get('etag')!;
      expect(await jsonOf(await undo(id, '"1"'))).toMatchObject({ status: 409, code: 'changed-meanwhile' });
      const asked = await undo(id, etag);
      expect([asked.status, await asked.json()]).toMatchObject([202, { state: 'undoing' }]);
      await takeImportBack(await work(), id);
      expect(await (await api.ask(`${root}/imports/${id}`, { as: officer })).json()).toMatchObject({ state: 'undone', undone: { at: expect.any(String) as string } });
    }
    expect(await jsonOf(await api.ask(`${root}/imports/${first}/undo`, { as: officer }))).toMatchObject({ status: 409, code: 'import-not-written' });
  });

  it('are told of a file that is not taken: too large or of another kind', async () => {
    expect(await jsonOf(await upload(officer, pdf))).toMatchObject({ status: 415, code: 'file-type-not-taken' });
    expect(await jsonOf(await upload(officer, new Uint8Array(0)))).toMatchObject({ status: 422, code: 'upload-empty' });
    expect(await jsonOf(await upload(officer, new Uint8Array(50_000_001)))).toMatchObject({ status: 413, code: 'upload-too-large' });
    expect((await upload(officer, pdf, { query: 'effectiveDate=nix' })).status).toBe(400);
  });

  it('are unknown to whoever may not import for all their units, in every route', async () => {
    const { id } = await jsonOf(await upload(officer, await workbook({ people: [person(6, 'AG')] })));
    const edits = { edits: [{ kind: 'leave-out', sheet: 'people', ref: 2 }] };
    const routes = [
      ['GET', ''], ['GET', '/changes'], ['GET', '/refusals'], ['GET', '/events'], ['POST', '/commit'], ['POST', '/cancel'], ['GET', '/rows'], ['GET', '/refusal-kinds'], ['GET', '/edits'], ['GET', '/refused-rows.xlsx'],
      ['POST', '/check'], ['POST', '/edits', edits], ['POST', '/edits/withdraw', { ids: [id] }], ['GET', '/undo'], ['GET', '/undo/subjects'], ['POST', '/undo', { why: 'x' }],
    ] as const;
    for (const [method, end, body] of routes) {
      const ask = (as: TestUser, tenant = 'alpha') => api.ask(`/api/t/${tenant}/imports/${id}${end}`, { as, method, headers: { 'if-match': '"1"' }, body });
      expect(await jsonOf(await ask(other))).toMatchObject({ status: 404, code: 'unknown-import' });
      expect(await jsonOf(await ask(auditor))).toMatchObject({ status: 403, code: 'forbidden' });
      expect(await jsonOf(await ask(foreigner))).toMatchObject({ status: 404, code: 'unknown-tenant' });
      expect(await jsonOf(await ask(foreigner, 'beta'))).toMatchObject({ status: 404, code: 'unknown-import' });
    }
    expect((await (await api.ask(`${root}/imports`, { as: other })).text())).not.toContain(id);
    expect((await (await api.ask(`${root}/imports`, { as: head })).text())).toContain(id);
  });
});

describe('events over HTTP', () => {
  const listen = async (as: TestUser, id: string, signal?: AbortSignal) => api.ask(`${root}/imports/${id}/events`, { as, ...(signal ? { signal } : {}) });
  const waiting = async (): Promise<string> => (await jsonOf(await upload(officer, await workbook({ people: [person(7, 'AG')] })))).id;

  it('end at once for a listener whose rights may have changed', async () => {
    const id = await waiting();
    const told = (await listen(officer, id)).text();
    api.installation.auth.access.tell({ user: other.id });
    setTimeout(() => api.installation.auth.access.tell({ user: officer.id }), 300);
    expect(await told).not.toContain('event: end');
  });

  it('are for so many listeners of an account at once, and let go of those who leave', async () => {
    const id = await waiting();
    const leave = new AbortController();
    const streams: Response[] = [];
    for (let i = 0; i < 10; i += 1) streams.push(await listen(officer, id, leave.signal));
    expect(await jsonOf(await listen(officer, id))).toMatchObject({ status: 429, code: 'too-many-requests' });
    for (const stream of streams) await stream.body?.cancel();
    const again = async (): Promise<number> => {
      const response = await listen(officer, id);
      await response.body?.cancel();
      return response.status;
    };
    await expect.poll(again).toBe(200);
  });
});

describe('scans over HTTP', () => {
  it('are added, listed, saved and taken away by who may see the certificate', async () => {
    const added = await addScan(officer, pdf);
    expect(added.status).toBe(201);
    const scan = await jsonOf(added);
    expect(scan).toMatchObject({ name: 'Chứng chỉ A.pdf', mediaType: 'application/pdf', size: pdf.byteLength });
    const got = await api.ask(`${root}/files/${scan.id}`, { as: auditor });
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'application/pdf', 'content-disposition': expect.stringMatching(/^attachment; /) as string, 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store',
    });
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(pdf);
    expect((await (await api.ask(`${root}/certificates/${certificate}/files`, { as: head })).json())).toMatchObject({ items: [{ id: scan.id }] });
    for (const as of [other, foreigner]) {
      expect((await api.ask(`${root}/files/${scan.id}`, { as })).status).toBe(404);
      expect((await api.ask(`${root}/files/${scan.id}`, { as, method: 'DELETE' })).status).toBe(404);
      expect((await api.ask(`${root}/certificates/${certificate}/files`, { as })).status).toBe(404);
      expect((await addScan(as, pdf)).status).toBe(404);
    }
    expect((await api.ask(`${root}/files/${scan.id}`, { as: auditor, method: 'DELETE' })).status).toBe(403);
    expect((await api.ask(`${root}/files/${scan.id}`, { as: officer, method: 'DELETE' })).status).toBe(204);
    expect((await api.ask(`${root}/files/${scan.id}`, { as: officer })).status).toBe(404);
  });

  it('are refused by what they hold and how large they are', async () => {
    expect(await jsonOf(await addScan(officer, new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')))).toMatchObject({ status: 415, code: 'file-type-not-taken' });
    expect(await jsonOf(await addScan(officer, new Uint8Array(10_000_001)))).toMatchObject({ status: 413, code: 'upload-too-large' });
  });

  it('do not change once the certificate is verified', async () => {
    const scan = await jsonOf(await addScan(officer, pdf));
    await db.execute(sql`update certificates set state = 'verified' where id = ${certificate}`);
    expect((await addScan(officer, pdf)).status).toBe(409);
    expect((await api.ask(`${root}/files/${scan.id}`, { as: officer, method: 'DELETE' })).status).toBe(409);
    await db.execute(sql`update certificates set state = 'declared' where id = ${certificate}`);
  });
});

describe('exports over HTTP', () => {
  const order = (as: TestUser, body: object) => api.ask(`${root}/exports`, { as, method: 'POST', body });
  const roster = { kind: 'roster', on: '2026-01-01', format: 'csv' };

  it('are ordered, made and had through a link by their orderer alone', async () => {
    const ordered = await order(officer, roster);
    expect(ordered.status).toBe(201);
    const { id } = await jsonOf(ordered);
    expect(await (await api.ask(`${root}/exports/${id}`, { as: officer })).json()).toMatchObject({ state: 'queued', download: null });
    await makeExport(await work(), id);
    const ready = await api.ask(`${root}/exports/${id}`, { as: officer });
    const { download } = (await ready.json()) as { download: { href: string } };
    const file = await api.ask(download.href, { as: officer });
    expect(Object.fromEntries(file.headers)).toMatchObject({ 'content-type': 'text/csv', 'content-disposition': expect.stringContaining('.csv') as string, 'x-content-type-options': 'nosniff' });
    const text = await file.text();
    expect(text).toContain('Người 1');
    expect(text).not.toContain('Kín');
    expect((await api.ask(download.href)).status).toBe(401);
    for (const as of [other, head]) {
      expect(await jsonOf(await api.ask(download.href, { as }))).toMatchObject({ status: 404, code: 'unknown-export' });
      expect((await api.ask(`${root}/exports/${id}`, { as })).status).toBe(404);
      expect((await api.ask(`${root}/exports/${id}/cancel`, { as, method: 'POST' })).status).toBe(404);
    }
    expect(await jsonOf(await api.ask(download.href, { as: foreigner }))).toMatchObject({ status: 404, code: 'unknown-tenant' });
    await db.execute(sql`update export_links set expires_at = now() - interval '1 second'`);
    expect(await jsonOf(await api.ask(download.href, { as: officer }))).toMatchObject({ status: 410, code: 'export-expired' });
    expect(api.logged().map((line) => JSON.stringify(line)).join()).not.toContain('token=');
  });

  it('are refused to whoever may not take data out', async () => {
    expect(await jsonOf(await order(auditor, roster))).toMatchObject({ status: 403, code: 'forbidden' });
    expect(await jsonOf(await order(officer, { kind: 'audit', from: '2026-01-01', to: '2026-01-31', format: 'csv' }))).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await order(auditor, { kind: 'audit', from: '2026-01-01', to: '2026-01-31', format: 'csv' })).status).toBe(201);
  });
});
