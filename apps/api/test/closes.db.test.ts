import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anchorNow } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { examplePlan } from '@saubac/domain/plan';
import { isoDate } from '@saubac/domain/values';
import { anchorClose, freezeClose } from '@saubac/services/closes';
import type { LaterWork } from '@saubac/services/context';
import { applySettings } from '@saubac/services/levels';
import { applyPlan } from '@saubac/services/plans';
import { importRoster, writeRosterWorkbook } from '@saubac/services/roster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApi, type TestApi, type TestUser } from './api.ts';

let api: TestApi;
let db: TenantDb;
let folder: string;
const users = {} as Record<'preparer' | 'approver' | 'agency' | 'other' | 'ministry' | 'learner' | 'foreigner', TestUser>;

const person = (id: number, unit: string, more: Record<string, string> = {}) => ({ id_number: String(id).padStart(12, '0'), full_name: `Người ${id}`, unit_code: unit, kind: 'Công chức', valid_from: '01/01/2020', birth_date: '15/03/1985', ...more });
const unit = (code: string, parent: string) => ({ code, name: `Đơn vị ${code}`, parent_code: parent, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });
const period = { from: '2025-01-01', to: '2025-06-30', cutOff: '2025-06-30' };
const target = 'officials-2025';

const work = async (): Promise<LaterWork & { anchor: () => ReturnType<typeof anchorNow> }> => {
  const tenant = (await api.cluster.findTenant('alpha'))!;
  return {
    tenant, db, now: () => new Date(), registryOn: () => Promise.resolve(testCtx({ db }).registry), mayEnter: () => Promise.resolve(true), signal: new AbortController().signal,
    complete: () => Promise.resolve(), anchor: () => anchorNow(api.cluster.registry, api.cluster.provisioner, tenant),
  };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'api-closes-'));
  api = await openApi();
  db = await api.db('alpha');
  const ctx = testCtx({ db });
  const settings = await applySettings(ctx, JSON.parse(await readFile(join(import.meta.dirname, '../../../deploy/reference/default-settings.json'), 'utf8')));
  if (!settings.ok) throw new Error(JSON.stringify(settings.failure));
  const path = join(folder, 'world.xlsx');
  await writeRosterWorkbook(path, {
    units: [unit('R', ''), unit('AG', 'R'), unit('OT', 'R')], people: [person(1, 'AG'), person(2, 'OT', { full_name: 'Trần Thị Kín' }), person(3, 'AG')],
    certificates: [{ id_number: '000000000001', type_code: 'ielts', exam_date: '01/06/2024', score: '6.0', number: 'A1', state: 'Đã xác minh' }],
  });
  const imported = await importRoster(ctx, { path, effectiveDate: isoDate('2024-12-01') });
  if (!imported.ok) throw new Error(JSON.stringify(imported.failure));
  const applied = await applyPlan(ctx, { plan: examplePlan, from: isoDate('2021-01-15') });
  if (!applied.ok) throw new Error(JSON.stringify(applied.failure));
  users.preparer = await api.user('alpha', [{ role: 'home-affairs-head' }]);
  users.approver = await api.user('alpha', [{ role: 'committee-approver' }]);
  users.agency = await api.user('alpha', [{ role: 'agency-officer', unit: 'AG' }]);
  users.other = await api.user('alpha', [{ role: 'agency-officer', unit: 'OT' }]);
  users.ministry = await api.user('alpha', [{ role: 'ministry' }]);
  users.learner = await api.user('alpha', [{ role: 'learner' }]);
  users.foreigner = await api.user('beta', [{ role: 'home-affairs-head' }]);
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

type Json = Record<string, unknown> & { id: string; items: Record<string, unknown>[]; targets: Record<string, unknown>[] };
const root = '/api/t/alpha';
const ask = async (as: TestUser, path: string, asking: { method?: string; body?: unknown; headers?: Record<string, string> } = {}): Promise<{ status: number; body: Json; etag: string }> => {
  const response = await api.ask(`${root}/${path}`, { as, ...asking });
  return { status: response.status, body: (await response.json()) as Json, etag: response.headers.get('etag') ?? '' };
};
const post = (as: TestUser, path: string, body?: unknown, headers: Record<string, string> = {}) => ask(as, path, { method: 'POST', ...(body === undefined ? {} : { body }), headers });
const namesIn = ({ body }: { body: Json }): unknown[] => body.items.map((it) => it['fullName']);

let first: string;

describe('a period over HTTP', () => {
  it('is previewed, closed by one person, signed by another, and then read', async () => {
    const query = new URLSearchParams(period).toString();
    expect((await ask(users.preparer, `closes/preview?${query}`)).body).toMatchObject({ period: '2025-H1', problems: { unverifiedCertificates: 0 }, standing: null, targets: [{ target, denominator: 3, numerator: 1 }, { status: 'no-evidence' }] });
    const headers = { 'idempotency-key': 'close-once-1' };
    const started = await post(users.preparer, 'closes', period, headers);
    expect(started).toMatchObject({ status: 201, body: { state: 'queued', number: 1 } });
    first = started.body.id;
    expect((await post(users.preparer, 'closes', period, headers)).body.id).toBe(first);
    expect(await post(users.preparer, 'closes', period)).toMatchObject({ status: 409, body: { code: 'close-under-way' } });
    expect(await ask(users.preparer, `closes/${first}/figures`)).toMatchObject({ status: 409, body: { code: 'close-not-frozen' } });
    await freezeClose(await work(), first);
    const seen = await ask(users.approver, `closes/${first}`);
    expect(seen.body).toMatchObject({ state: 'prepared', prepared: { id: users.preparer.id } });
    const [mine, theirs, agencys] = await Promise.all([users.approver, users.preparer, users.agency].map(async (it) => (await ask(it, 'inbox')).body['elsewhere']));
    expect(mine).toEqual([{ kind: 'close-to-sign', label: { vi: expect.any(String) as string, en: expect.any(String) as string }, count: 1, more: false, link: `/closes/${first}` }]);
    expect([theirs, agencys]).toEqual([[], []]);
    expect(await post(users.preparer, `closes/${first}/approve`, undefined, { 'if-match': seen.etag })).toMatchObject({ status: 409, body: { code: 'same-person' } });
    expect(await post(users.approver, `closes/${first}/approve`, undefined, { 'if-match': '"1"' })).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect(await post(users.approver, `closes/${first}/approve`, undefined, { 'if-match': seen.etag })).toMatchObject({ status: 202, body: { state: 'approved' } });
    expect((await ask(users.approver, 'inbox')).body['elsewhere']).toEqual([]);
    await anchorClose(await work(), first);
    expect((await ask(users.agency, `closes/${first}`)).body).toMatchObject({ problems: null });
    expect((await ask(users.ministry, `closes/${first}`)).body).toMatchObject({ state: 'signed', anchor: { position: expect.any(Number) as number } });
    expect(await post(users.preparer, `closes/${first}/cancel`, {})).toMatchObject({ status: 409, body: { code: 'close-over' } });
  });

  it('shows figures, tables, people and reasons of then', async () => {
    expect((await ask(users.ministry, `closes/${first}/figures`)).body.targets[0]).toMatchObject({ target, denominator: 3, numerator: 1, statusText: expect.any(String) as string });
    expect((await ask(users.preparer, `closes/${first}/targets/${target}/units?unit=R`)).body).toMatchObject({ total: { denominator: 3 }, units: [{ code: 'AG', progress: { denominator: 2 } }, { code: 'OT', progress: { denominator: 1 } }] });
    const page = await ask(users.preparer, `closes/${first}/targets/${target}/people?set=missing&limit=1`);
    expect(page.body).toMatchObject({ items: [{ reached: false, level: 0, certificate: null, sentence: expect.stringContaining(':') as string }], next: expect.any(String) as string });
    const next = await ask(users.preparer, `closes/${first}/targets/${target}/people?set=missing&limit=1&after=${String(page.body['next'])}`);
    expect([...namesIn(page), ...namesIn(next)].toSorted()).toEqual(['Người 3', 'Trần Thị Kín']);
    const someone = String(page.body.items[0]!['id']);
    expect((await ask(users.preparer, `closes/${first}/targets/${target}/people/${someone}/explanation`)).body).toMatchObject({ counts: true, reached: false, rules: { reachedWhen: { form: 'condition', holds: false } }, lines: expect.arrayContaining([expect.stringContaining('✗ ')]) as unknown });
    expect((await ask(users.preparer, `targets/${target}/trend`)).body).toMatchObject({ target, points: expect.arrayContaining([expect.objectContaining({ source: 'computed' })]) as unknown });
  });

  it('is corrected for a reason, and the two versions are compared', async () => {
    expect(await post(users.preparer, 'closes', period)).toMatchObject({ status: 422, body: { code: 'correction-needs-reason' } });
    await db.execute(sql`update certificate_levels set state = 'void'`);
    const { body: { id } } = await post(users.preparer, 'closes', { ...period, reason: 'Chứng chỉ bị hủy' });
    await freezeClose(await work(), id);
    expect((await ask(users.approver, `closes/${first}/compare/${id}`)).body.targets[0]).toMatchObject({ counts: { entered: 0, left: 0, gained: 0, lost: 1 }, units: [{ code: 'AG' }] });
    expect((await ask(users.preparer, `closes/${first}/compare/${id}/targets/${target}/people?kind=lost`)).body.items).toMatchObject([{ fullName: 'Người 1', causes: [{ kind: 'certificate-gone' }] }]);
    expect((await ask(users.ministry, `closes/${id}`)).status).toBe(404);
    expect((await ask(users.agency, 'closes')).body.items).toMatchObject([{ id: first }]);
    expect((await post(users.preparer, `closes/${id}/cancel`, { why: 'thử' })).body).toMatchObject({ state: 'cancelled' });
  });

  it('is sent back by who was to sign it, and its preparer reads why', async () => {
    const { body: { id } } = await post(users.preparer, 'closes', { ...period, reason: 'Sửa lại' });
    await freezeClose(await work(), id);
    const path = `closes/${id}/send-back`;
    expect(await post(users.preparer, path, { reason: 'x' })).toMatchObject({ status: 409, body: { code: 'same-person' } });
    expect((await post(users.agency, path, { reason: 'x' })).status).toBe(403);
    expect((await api.ask(`/api/t/beta/${path}`, { as: users.foreigner, method: 'POST', body: { reason: 'x' } })).status).toBe(404);
    expect((await post(users.approver, path, {})).status).toBe(400);
    expect(await post(users.approver, path, { reason: 'Thiếu hai đơn vị.' })).toMatchObject({ status: 200, body: { state: 'cancelled' } });
    expect((await ask(users.preparer, `closes/${id}`)).body).toMatchObject({ failure: { code: 'close-sent-back', text: { vi: expect.stringContaining('Thiếu hai đơn vị.') as string } } });
    expect(await post(users.approver, path, { reason: 'x' })).toMatchObject({ status: 409, body: { code: 'close-not-prepared' } });
  });

  it('crosses neither scope nor tenant, and shows the ministry no name', async () => {
    const people = `closes/${first}/targets/${target}/people`;
    expect(namesIn(await ask(users.agency, people))).toEqual(['Người 1', 'Người 3']);
    expect(namesIn(await ask(users.other, people))).toEqual(['Trần Thị Kín']);
    expect((await ask(users.agency, `closes/${first}/figures`)).body.targets[0]).toMatchObject({ denominator: 2 });
    const hidden = (await ask(users.other, people)).body.items[0]!['id'] as string;
    for (const path of [`closes/${first}/figures?unit=OT`, `${people}?unit=OT`, `${people}/${hidden}/explanation`]) expect((await ask(users.agency, path)).status, path).toBe(404);
    expect((await ask(users.ministry, people)).status).toBe(403);
    expect((await ask(users.learner, `closes/${first}`)).status).toBe(403);
    expect((await post(users.agency, 'closes', { ...period, reason: 'x' })).status).toBe(403);
    for (const path of ['closes', `closes/${first}`, people]) expect((await ask(users.foreigner, path)).status, path).toBe(404);
    const elsewhere = await api.ask(`/api/t/beta/closes/${first}`, { as: users.foreigner });
    expect([elsewhere.status, await elsewhere.json()]).toMatchObject([404, { code: 'unknown-close' }]);
  });
});
