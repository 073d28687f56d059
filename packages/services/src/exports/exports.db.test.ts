import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { unitIdsByCode } from '@saubac/db/units';
import type { HeldRole } from '@saubac/domain/access';
import { examplePlan } from '@saubac/domain/plan';
import { noScores } from '@saubac/domain/levels';
import type { ExportOrder } from '@saubac/domain/transfers';
import { isoDate, type PersonId, subtreesOf, type UnitId, type UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { laterWork } from '../../test/later-work.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import type { Ctx, LaterWork } from '../context/index.ts';
import { type FileStore, openFileStore, sweepFiles } from '../files/index.ts';
import { declareCertificate } from '../levels/index.ts';
import { applyPlan } from '../plans/index.ts';
import { cancelExport, downloadExport, type ExportView, failExport, getExport, listExports, makeExport, orderExport } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let folder: string;
let files: FileStore;
let ids: Map<string, UnitId>;
let now = new Date('2026-03-01T08:00:00Z');

const officerId = '0199a5c2-0000-7000-8000-00000000000a' as UserId;
const otherId = '0199a5c2-0000-7000-8000-00000000000b' as UserId;
const clock = { today: isoDate('2026-03-01'), now: () => now };
const operator = (): Ctx => testCtx({ db, ...clock });
const holding = (id: UserId, role: HeldRole['role'], ...units: string[]): Ctx =>
  testCtx({ db, ...clock, actor: { id, label: 'Officer' }, access: { kind: 'granted', held: [{ role, scope: subtreesOf(units.map((it) => ids.get(it)!)) }] } });
const officer = (): Ctx => holding(officerId, 'agency-officer', 'AG');
const later = (more: Partial<LaterWork> = {}) => laterWork({ db, files, ...clock, ...more });

const person = (id: number, unit: string, more: Record<string, string> = {}) => ({ id_number: String(id).padStart(12, '0'), full_name: `Người ${id}`, unit_code: unit, kind: 'Công chức', valid_from: '01/01/2020', ...more });
const unit = (code: string, parent: string) => ({ code, name: code, parent_code: parent, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });
const roster: ExportOrder = { kind: 'roster', on: isoDate('2026-03-01'), sheet: 'people' };

const ordered = async (ctx: Ctx, order: ExportOrder = roster, format: 'xlsx' | 'csv' = 'csv'): Promise<ExportView> => {
  const result = await orderExport(ctx, { order, format, locale: 'vi' });
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
};
const seen = async (ctx: Ctx, id: string) => {
  const found = await getExport(ctx, id);
  if (!found.ok) throw new Error(found.failure.kind);
  return found.value;
};
const ready = async (ctx: Ctx, order: ExportOrder = roster, format: 'xlsx' | 'csv' = 'csv') => {
  const { id } = await ordered(ctx, order, format);
  await makeExport(later(), id);
  const it = await seen(ctx, id);
  return { id, it, token: it.download?.token ?? '' };
};
const downloaded = async (ctx: Ctx, id: string, token: string) => {
  const result = await downloadExport(ctx, files, { id, token });
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
};
const acts = async () => (await db.execute<{ act: string }>(sql`select act from audit_entries order by position desc limit 3`)).map(({ act }) => act);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exports-'));
  files = await openFileStore(join(folder, 'files'));
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
  const loader = rosterLoader(operator, () => folder);
  await loader.written({ units: [unit('R', ''), unit('AG', 'R'), unit('OT', 'R')], people: [person(1, 'AG', { office: '=1+1' }), person(2, 'OT'), person(3, 'AG')] }, '2025-12-01');
  ids = await unitIdsByCode(db, ['R', 'AG', 'OT']);
  const applied = await applyPlan(operator(), { plan: examplePlan, from: isoDate('2020-01-01') });
  if (!applied.ok) throw new Error(JSON.stringify(applied.failure));
});
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  now = new Date('2026-03-01T08:00:00Z');
  await db.execute(sql`delete from grants`);
  for (const id of [officerId, otherId]) await db.execute(sql`insert into grants (user_id, role, unit_id, valid_from) values (${id}::uuid, 'agency-officer', ${ids.get('AG')!}::uuid, '2020-01-01')`);
});

describe('an export', () => {
  it('is ordered, made, and had through a link; each step is recorded', async () => {
    const { id, it, token } = await ready(operator());
    expect(it).toMatchObject({ state: 'ready', progress: { rows: 3 }, expired: false });
    const file = await downloaded(operator(), id, token);
    expect(file).toMatchObject({ name: 'danh-sach-2026-03-01.csv', mediaType: 'text/csv' });
    expect((await buffer(file.content)).byteLength).toBe(file.size);
    expect(await acts()).toEqual(['export.downloaded', 'roster.exported', 'export.ordered']);
    expect((await verifyChain(db)).faults).toEqual([]);
    const [entry] = await db.execute<{ after: unknown }>(sql`select p.after from audit_payloads p join audit_entries e on e.id = p.entry_id where e.act = 'roster.exported' order by e.position desc limit 1`);
    expect(entry?.after).toMatchObject({ kind: 'roster', rows: 3, scope: 'everything', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  });

  it('neutralises what looks like a formula', async () => {
    const { id, token } = await ready(operator());
    const lines = (await text((await downloaded(operator(), id, token)).content)).split('\n');
    expect(lines.find((it) => it.includes('Người 1'))).toContain("'=1+1");
  });

  it('holds what its orderer may see when it is made, not when he ordered it', async () => {
    const { id } = await ordered(holding(officerId, 'agency-officer', 'R'));
    await makeExport(later(), id);
    const it = await seen(officer(), id);
    const content = await text((await downloaded(officer(), id, it.download!.token)).content);
    expect(content).toContain('Người 1');
    expect(content).not.toContain('Người 2');
  });

  it('is refused when its orderer may not any more, and told only to him', async () => {
    const { id } = await ordered(officer());
    await db.execute(sql`delete from grants`);
    await makeExport(later(), id);
    expect(await seen(officer(), id)).toMatchObject({ state: 'failed', failure: { kind: 'forbidden', permission: 'roster.export' }, download: null });
    const left = await ordered(officer());
    await makeExport(later({ mayEnter: () => Promise.resolve(false) }), left.id);
    expect(await seen(officer(), left.id)).toMatchObject({ state: 'failed', failure: { kind: 'forbidden' } });
    expect(await orderExport(holding(officerId, 'auditor', 'R'), { order: roster, format: 'csv', locale: 'vi' })).toMatchObject({ failure: { kind: 'forbidden', permission: 'roster.export' } });
  });

  it('is had by nobody else, with or without the secret of the link', async () => {
    const { id, token } = await ready(officer());
    for (const ctx of [holding(otherId, 'agency-officer', 'AG'), operator()]) {
      expect(await getExport(ctx, id)).toMatchObject({ failure: { kind: 'unknown-export' } });
      expect(await downloadExport(ctx, files, { id, token })).toMatchObject({ failure: { kind: 'unknown-export' } });
      expect(await cancelExport(ctx, id)).toMatchObject({ failure: { kind: 'unknown-export' } });
      expect(JSON.stringify(await listExports(ctx, {}))).not.toContain(id);
    }
    const { token: another } = await ready(officer());
    for (const wrong of [another, '', 'x'.repeat(43)]) expect(await downloadExport(officer(), files, { id, token: wrong })).toMatchObject({ failure: { kind: 'unknown-export' } });
    const kept = await db.execute<{ digest: string }>(sql`select digest from export_links`);
    expect(kept.map((it) => it.digest)).not.toContain(token);
  });

  it('is not had any more by an orderer who sees less than what is in it', async () => {
    await db.execute(sql`update grants set unit_id = ${ids.get('R')!}::uuid where user_id = ${officerId}::uuid`);
    const { id, token } = await ready(officer());
    expect(await downloadExport(officer(), files, { id, token })).toMatchObject({ failure: { kind: 'forbidden', permission: 'roster.export' } });
    expect(await downloadExport(holding(officerId, 'finance', 'R'), files, { id, token })).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await downloadExport(holding(officerId, 'agency-head', 'R'), files, { id, token })).toMatchObject({ ok: true });
  });

  it('is unknown in another tenant', async () => {
    const { id, token } = await ready(operator());
    const beta = testCtx({ db: (await cluster.openTenant('beta')).db, ...clock, tenant: { id: '00000000-0000-7000-8000-000000000001', slug: 'beta' } });
    expect(await getExport(beta, id)).toMatchObject({ failure: { kind: 'unknown-export' } });
    expect(await downloadExport(beta, files, { id, token })).toMatchObject({ failure: { kind: 'unknown-export' } });
    await makeExport(laterWork({ db: beta.db, files, tenant: beta.tenant }), id);
  });

  it('expires: its link after minutes, its file after a day, its object at night', async () => {
    const { id, token } = await ready(officer());
    now = new Date('2026-03-01T08:11:00Z');
    expect(await downloadExport(officer(), files, { id, token })).toMatchObject({ failure: { kind: 'export-expired' } });
    const fresh = (await seen(officer(), id)).download!.token;
    expect(await downloadExport(officer(), files, { id, token: fresh })).toMatchObject({ ok: true });
    now = new Date('2026-03-02T09:00:00Z');
    expect(await seen(officer(), id)).toMatchObject({ expired: true, download: null });
    expect(await downloadExport(officer(), files, { id, token: fresh })).toMatchObject({ failure: { kind: 'export-expired' } });
    const objects = async () => readdir(join(folder, 'files', operator().tenant.id));
    const before = (await objects()).length;
    // The sweep looks at when an object was written: the clock of this machine runs ahead with it.
    const swept = await sweepFiles({ db, store: files, tenant: operator().tenant.id, now: new Date(Date.now() + 2 * 86_400_000) });
    expect(swept.exports).toBeGreaterThan(0);
    expect(swept.objects).toBe(before);
    expect(await objects()).toEqual([]);
    expect(await sweepFiles({ db, store: files, tenant: operator().tenant.id, now: new Date(Date.now() + 2 * 86_400_000) })).toMatchObject({ exports: 0, objects: 0 });
  });

  it('can be given up until it is made', async () => {
    const { id } = await ordered(officer());
    expect(await cancelExport(officer(), id)).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    await makeExport(later(), id);
    expect(await seen(officer(), id)).toMatchObject({ state: 'cancelled' });
    const done = await ready(officer());
    expect(await cancelExport(officer(), done.id)).toMatchObject({ failure: { kind: 'export-over', state: 'ready' } });
  });

  it('is made once: an attempt that is not the first undoes what it wrote', async () => {
    const { id } = await ordered(operator());
    const entries = async () => (await db.execute<{ n: number }>(sql`select count(*)::int as n from audit_entries where act = 'roster.exported'`))[0]!.n;
    const before = await entries();
    await expect(makeExport(later({ complete: () => Promise.reject(new Error('already done')) }), id)).rejects.toThrow('already done');
    expect(await entries()).toBe(before);
    await makeExport(later(), id);
    await makeExport(later(), id);
    expect(await entries()).toBe(before + 1);
  });

  it('ends as failed when its work is given up', async () => {
    const { id } = await ordered(operator());
    await expect(makeExport(later({ registryOn: () => Promise.reject(new Error('no')) }), id)).rejects.toThrow('no');
    expect(await seen(operator(), id)).toMatchObject({ state: 'running' });
    await failExport(db, id, now);
    expect(await seen(operator(), id)).toMatchObject({ state: 'failed', failure: { kind: 'export-failed' } });
  });

  it('asks for a mail to whoever ordered it, by ids alone', async () => {
    const { id } = await ready(officer());
    expect(await db.execute(sql`select payload from outbox where kind = 'export.tell' and payload ->> 'export' = ${id}`)).toEqual([{ payload: { export: id, user: officerId } }]);
  });

  it('lists the people behind a target with the reason, within the scope', async () => {
    const target = examplePlan.targets[0]!.id;
    const order: ExportOrder = { kind: 'people-behind-target', on: isoDate('2026-03-01'), target, group: 'cohort', unit: null, planVersion: null };
    const all = await ready(operator(), order);
    const lines = (await text((await downloaded(operator(), all.id, all.token)).content)).trim().split('\n');
    expect(lines[0]).toContain('Mã đơn vị');
    expect(lines.filter((it) => it.startsWith('Người'))).toHaveLength(3);
    const own = await ready(officer(), order, 'xlsx');
    expect(own.it).toMatchObject({ state: 'ready', progress: { rows: 2 } });
    const wrong = await ready(operator(), { ...order, target: 'nix' });
    expect(wrong.it).toMatchObject({ state: 'failed', failure: { kind: 'unknown-target' } });
    const outside = await ready(officer(), { ...order, unit: 'OT' });
    expect(outside.it).toMatchObject({ state: 'failed', failure: { kind: 'unknown-unit' } });
  });

  it('takes out a list of people as it was narrowed, within the scope', async () => {
    const order = (filter: Extract<ExportOrder, { kind: 'people' }>['filter'] = {}): ExportOrder => ({ kind: 'people', on: isoDate('2026-03-01'), filter, order: 'unit' });
    const linesOf = async (ctx: Ctx, it: ExportOrder) => {
      const { id, token } = await ready(ctx, it);
      return (await text((await downloaded(ctx, id, token)).content)).trim().split('\n').slice(1);
    };
    expect(await linesOf(operator(), order())).toHaveLength(3);
    expect((await linesOf(operator(), order())).at(-1)).toContain('Người 2');
    expect(await linesOf(operator(), order({ search: 'nguoi 2' }))).toHaveLength(1);
    expect(await linesOf(operator(), order({ unit: 'OT' }))).toHaveLength(1);
    const own = await linesOf(officer(), order());
    expect(own).toHaveLength(2);
    expect(own.join()).not.toContain('Người 2');
    expect(await linesOf(officer(), order({ search: 'nguoi 2' }))).toEqual([]);
    expect((await ready(officer(), order({ unit: 'OT' }))).it).toMatchObject({ state: 'failed', failure: { kind: 'unknown-unit' } });
    expect(await orderExport(holding(officerId, 'finance', 'AG'), { order: order(), format: 'csv', locale: 'vi' })).toMatchObject({ failure: { kind: 'forbidden', permission: 'roster.export' } });
  });

  it('takes out figures for whoever reads them, unit by unit with all that is below', async () => {
    const target = examplePlan.targets[0]!.id;
    const byUnit: ExportOrder = { kind: 'target-units', on: isoDate('2026-03-01'), target, unit: null, units: 'then' };
    const linesOf = async (ctx: Ctx, it: ExportOrder) => {
      const { id, token } = await ready(ctx, it);
      return (await text((await downloaded(ctx, id, token)).content)).trim().split('\n').slice(1);
    };
    const lines = await linesOf(operator(), byUnit);
    expect(lines.map((it) => it.split(',').slice(0, 4))).toEqual([['1', 'R', 'R', '3'], ['2', 'AG', 'AG', '2'], ['2', 'OT', 'OT', '1']]);
    expect((await linesOf(officer(), byUnit)).map((it) => it.split(',')[1])).toEqual(['AG']);
    expect(await linesOf(holding(officerId, 'finance', 'AG'), { kind: 'progress', on: isoDate('2026-03-01'), unit: null })).toHaveLength(examplePlan.targets.length);
    expect((await ready(officer(), { ...byUnit, unit: 'OT' })).it).toMatchObject({ state: 'failed', failure: { kind: 'unknown-unit' } });
  });

  it('takes out the certificates that the register shows, within the scope', async () => {
    const rows = await db.execute<{ id: PersonId }>(sql`select id from people order by full_name`);
    for (const [index, { id: holder }] of rows.entries()) {
      const declared = await declareCertificate(operator(), { person: holder, entry: { type: 'ielts', language: null, number: `N${index}`, issuer: null, issuerName: 'British Council', examDate: isoDate('2025-06-01'), expiresOn: null, scores: { ...noScores, overall: 6.5 }, grade: null } });
      expect(declared.ok).toBe(true);
    }
    const order: ExportOrder = { kind: 'certificates', on: isoDate('2026-03-01'), below: null, search: null, state: 'declared', type: 'ielts', language: null, issuer: null, level: null, expiringBefore: null };
    const linesOf = async (ctx: Ctx, asked: ExportOrder) => {
      const { id, token } = await ready(ctx, asked);
      return (await text((await downloaded(ctx, id, token)).content)).trim().split('\n').slice(1);
    };
    const all = await linesOf(operator(), order);
    expect(all).toHaveLength(rows.length);
    expect(all.find((it) => it.includes('Người 2'))).toMatch(/OT,.*IELTS.*01\/06\/2025.*6,5/);
    expect(await linesOf(operator(), { ...order, search: 'nguoi 2' })).toHaveLength(1);
    expect(await linesOf(operator(), { ...order, state: 'verified' })).toEqual([]);
    const own = await linesOf(officer(), order);
    expect(own.join()).not.toContain('Người 2');
    expect(own).toHaveLength(2);
    expect((await ready(officer(), { ...order, below: 'OT' })).it).toMatchObject({ state: 'failed', failure: { kind: 'unknown-unit' } });
  });

  it('takes out the units of a day as the tree was filtered, within the scope', async () => {
    const order: ExportOrder = { kind: 'units', on: isoDate('2026-03-01'), search: null, changed: false };
    const linesOf = async (ctx: Ctx, asked: ExportOrder) => {
      const { id, token } = await ready(ctx, asked);
      return (await text((await downloaded(ctx, id, token)).content)).trim().split('\n').slice(1).map((it) => it.split(',')[1]);
    };
    expect((await linesOf(operator(), order)).toSorted()).toEqual(['AG', 'OT', 'R']);
    expect(await linesOf(operator(), { ...order, search: 'ot' })).toEqual(['OT']);
    expect(await linesOf(operator(), { ...order, changed: true })).toEqual([]);
    expect(await linesOf(officer(), order)).toEqual(['AG']);
  });

  it('takes out who falls short of what his posts require, within the scope', async () => {
    const order: ExportOrder = { kind: 'standard-gaps', on: isoDate('2026-03-01'), unit: null };
    const all = await ready(operator(), order);
    expect(all.it).toMatchObject({ state: 'ready' });
    expect(await text((await downloaded(operator(), all.id, all.token)).content)).toContain('Bậc yêu cầu');
    expect((await ready(officer(), { ...order, unit: 'OT' })).it).toMatchObject({ state: 'failed', failure: { kind: 'unknown-unit' } });
  });

  it('takes out the audit for whoever may read it', async () => {
    const order: ExportOrder = { kind: 'audit', from: isoDate('2020-01-01'), to: isoDate('2026-12-31') };
    const { id, token, it } = await ready(operator(), order);
    expect(it.progress.rows).toBeGreaterThan(3);
    expect(await text((await downloaded(operator(), id, token)).content)).toContain('Nạp danh sách');
    expect(await orderExport(officer(), { order, format: 'csv', locale: 'vi' })).toMatchObject({ failure: { kind: 'forbidden', permission: 'audit.read' } });
  });

  it('takes out of the audit what it was looked through by', async () => {
    const { id, token } = await ready(operator(), { kind: 'audit', from: isoDate('2020-01-01'), to: isoDate('2026-12-31'), act: 'export.ordered' });
    const [, ...lines] = (await text((await downloaded(operator(), id, token)).content)).trim().split('\n');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((it) => !it.includes('Yêu cầu xuất dữ liệu'))).toEqual([]);
  });
});
