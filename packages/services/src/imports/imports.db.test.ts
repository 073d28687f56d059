import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { unitIdsByCode } from '@saubac/db/units';
import type { HeldRole } from '@saubac/domain/access';
import { isoDate, subtreesOf, type UnitId, type UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { laterWork, pieces } from '../../test/later-work.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import type { Ctx, LaterWork } from '../context/index.ts';
import { type FileStore, openFileStore } from '../files/index.ts';
import { type RosterSheets, writeRosterWorkbook } from '../roster/index.ts';
import { cancelImport, checkImport, commitImport, failImport, getImport, type ImportView, listFindings, listImports, type NewImport, startImport, watchImport, writeImport } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let folder: string;
let files: FileStore;
let ids: Map<string, UnitId>;

const times = { today: isoDate('2026-03-01'), now: () => new Date('2026-03-01T08:00:00Z') };
const operator = (): Ctx => testCtx({ db, ...times });
const userId = '0199a5c2-0000-7000-8000-00000000000a' as UserId;
const holding = (role: HeldRole['role'], ...units: string[]): Ctx =>
  testCtx({ db, ...times, actor: { id: userId, label: 'Officer' }, access: { kind: 'granted', held: [{ role, scope: subtreesOf(units.map((it) => ids.get(it)!)) }] } });
const officer = (): Ctx => holding('agency-officer', 'AG');
const later = (more: Partial<LaterWork> = {}) => laterWork({ db, files, ...more });

const person = (id: number, unit: string, more: Record<string, string> = {}) => ({ id_number: String(id).padStart(12, '0'), full_name: `Nguyễn Văn ${id}`, unit_code: unit, kind: 'Công chức', valid_from: '01/01/2020', ...more });
const unit = (code: string, parent: string) => ({ code, name: code, parent_code: parent, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });
const all = rosterLoader(operator, () => folder);

let count = 0;
const upload = async (ctx: Ctx, sheets: RosterSheets, more: Partial<NewImport> = {}): Promise<ImportView> => {
  const path = join(folder, `up-${(count += 1)}.xlsx`);
  await writeRosterWorkbook(path, sheets);
  const started = await startImport(ctx, files, { upload: { content: pieces(await readFile(path)), name: 'Danh sách.xlsx' }, effectiveDate: isoDate('2026-01-01'), ...more });
  if (!started.ok) throw new Error(JSON.stringify(started.failure));
  return started.value;
};
const checked = async (ctx: Ctx, sheets: RosterSheets, more: Partial<NewImport> = {}): Promise<ImportView> => {
  const { id } = await upload(ctx, sheets, more);
  await checkImport(later(), id);
  return seen(ctx, id);
};
const seen = async (ctx: Ctx, id: string): Promise<ImportView> => {
  const found = await getImport(ctx, id);
  if (!found.ok) throw new Error(found.failure.kind);
  return found.value;
};
const people = async () => (await db.execute<{ n: number }>(sql`select count(*)::int as n from people`))[0]!.n;
const acts = async () => (await db.execute<{ act: string }>(sql`select act from audit_entries order by position`)).map(({ act }) => act);
const grantOfficer = () =>
  db.execute(sql`insert into grants (user_id, role, unit_id, valid_from) values (${userId}::uuid, 'agency-officer', ${ids.get('AG')!}::uuid, '2020-01-01')`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'imports-'));
  files = await openFileStore(join(folder, 'files'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
  await all.written({ units: [unit('R', ''), unit('AG', 'R'), unit('OT', 'R')], people: [person(1, 'AG'), person(2, 'OT', { full_name: 'Trần Thị Kín' })] }, '2025-12-01');
  ids = await unitIdsByCode(db, ['R', 'AG', 'OT']);
  await grantOfficer();
});
afterEach(() => cluster.close());

describe('an import', () => {
  it('is uploaded, checked, agreed to and written, with everything told on the way', async () => {
    const started = await upload(operator(), { people: [person(1, 'AG', { office: 'Trưởng phòng' }), person(3, 'AG')] });
    expect(started).toMatchObject({ state: 'uploaded', fileName: 'Danh sách.xlsx', version: 1, preview: null });
    expect(await db.execute(sql`select kind, payload from outbox`)).toEqual([{ kind: 'import.check', payload: { import: started.id } }]);
    await checkImport(later(), started.id);
    const it = await seen(operator(), started.id);
    expect(it).toMatchObject({ state: 'checked', progress: { rows: 2, of: 2 }, preview: { counts: { people: { new: 1, changed: 1 } }, listed: { changes: 2, refusals: 0 } } });
    expect(await people()).toBe(2);
    expect((await listFindings(operator(), { id: it.id, list: 'changes', limit: 1 }))).toMatchObject({ ok: true, value: { items: [{ row: 2, kind: 'changed' }], next: 1 } });
    expect((await listFindings(operator(), { id: it.id, list: 'changes', after: 1 }))).toMatchObject({ ok: true, value: { items: [{ row: 3, kind: 'new' }], next: null } });
    expect(await commitImport(operator(), { id: it.id, version: it.version })).toMatchObject({ ok: true, value: { state: 'committing' } });
    await writeImport(later(), it.id);
    expect(await seen(operator(), it.id)).toMatchObject({ state: 'committed', progress: { rows: 2, of: 2 } });
    expect(await people()).toBe(3);
    expect((await acts()).slice(1)).toEqual(['import.uploaded', 'import.confirmed', 'roster.imported']);
    expect((await verifyChain(db)).faults).toEqual([]);
  });

  it('is written once however often it is agreed to and worked on', async () => {
    const it = await checked(operator(), { people: [person(3, 'AG')] });
    await commitImport(operator(), { id: it.id, version: it.version });
    expect(await commitImport(operator(), { id: it.id, version: it.version })).toMatchObject({ ok: true });
    await Promise.all([writeImport(later(), it.id), writeImport(later(), it.id)]);
    await writeImport(later(), it.id);
    expect(await commitImport(operator(), { id: it.id, version: 1 })).toMatchObject({ ok: true, value: { state: 'committed' } });
    expect((await acts()).filter((act) => act === 'roster.imported')).toHaveLength(2);
    expect(await people()).toBe(3);
  });

  it('marks its job as done in the transaction that writes it, and is undone when another attempt was first', async () => {
    const it = await checked(operator(), { people: [person(3, 'AG')] });
    await commitImport(operator(), { id: it.id, version: it.version });
    await expect(writeImport(later({ complete: () => Promise.reject(new Error('already done')) }), it.id)).rejects.toThrow('already done');
    expect(await people()).toBe(2);
    expect(await seen(operator(), it.id)).toMatchObject({ state: 'committing' });
    await writeImport(later(), it.id);
    expect(await people()).toBe(3);
  });

  it('is not written on the word of somebody who saw another preview', async () => {
    const it = await checked(operator(), { people: [person(3, 'AG')] });
    expect(await commitImport(operator(), { id: it.id, version: it.version - 1 })).toMatchObject({ ok: false, failure: { kind: 'changed-meanwhile', yours: { version: it.version - 1 }, current: { version: it.version } } });
    expect(await seen(operator(), it.id)).toMatchObject({ state: 'checked' });
  });

  it('comes back with a new preview when what would be written is not what was agreed to', async () => {
    const it = await checked(operator(), { people: [person(1, 'AG', { office: 'Trưởng phòng' })] });
    await all.written({ people: [person(1, 'AG', { office: 'Phó trưởng phòng' })] }, '2025-12-15');
    await commitImport(operator(), { id: it.id, version: it.version });
    await writeImport(later(), it.id);
    const back = await seen(operator(), it.id);
    expect(back).toMatchObject({ state: 'checked', failure: { kind: 'not-as-agreed' } });
    expect(await listFindings(operator(), { id: it.id, list: 'changes' })).toMatchObject({ value: { items: [{ fields: [{ old: 'Phó trưởng phòng', new: 'Trưởng phòng' }] }] } });
    await commitImport(operator(), { id: it.id, version: back.version });
    await writeImport(later(), it.id);
    expect(await seen(operator(), it.id)).toMatchObject({ state: 'committed', failure: null });
  });

  it('does not mind what others write meanwhile elsewhere', async () => {
    const it = await checked(officer(), { people: [person(3, 'AG')] });
    await all.written({ people: [person(9, 'OT')] }, '2025-12-15');
    await commitImport(officer(), { id: it.id, version: it.version });
    await writeImport(later(), it.id);
    expect(await seen(officer(), it.id)).toMatchObject({ state: 'committed' });
  });

  it('is refused with its rows, which can be read', async () => {
    const it = await checked(operator(), { people: [person(3, 'NIX')] });
    expect(it).toMatchObject({ state: 'refused', failure: { kind: 'rows-refused' }, preview: { counts: { people: { refused: 1 } } } });
    expect(await listFindings(operator(), { id: it.id, list: 'refusals' })).toMatchObject({ value: { items: [{ row: 2, column: 'unit_code', kind: 'unknown-unit' }] } });
    expect(await commitImport(operator(), { id: it.id, version: it.version })).toMatchObject({ ok: false, failure: { kind: 'import-not-checked', state: 'refused' } });
  });

  it('is refused as a file that is no roster, and does not tell where files are kept', async () => {
    const started = await startImport(operator(), files, { upload: { content: pieces(Buffer.from('a,b,c\n1,2,3\n')), name: 'x.csv' }, effectiveDate: isoDate('2026-01-01') });
    if (!started.ok) throw new Error('refused');
    await checkImport(later(), started.value.id);
    expect(await seen(operator(), started.value.id)).toMatchObject({ state: 'file-refused', failure: { kind: 'unrecognised-csv' }, preview: null });
    const lost = await upload(operator(), { people: [person(3, 'AG')] });
    const [row] = await db.execute<{ file: string }>(sql`select file_id as file from imports where id = ${lost.id}`);
    await files.remove(operator().tenant.id, row!.file);
    await checkImport(later(), lost.id);
    expect(await seen(operator(), lost.id)).toMatchObject({ state: 'failed', failure: { kind: 'import-failed' } });
  });

  it('is refused at the door when it is no spreadsheet, and leaves nothing', async () => {
    const before = await acts();
    const started = await startImport(operator(), files, { upload: { content: pieces(Buffer.from('%PDF-1.7\n')), name: 'x.xlsx' }, effectiveDate: isoDate('2026-01-01') });
    expect(started).toMatchObject({ ok: false, failure: { kind: 'file-type-not-taken', found: 'application/pdf' } });
    expect(await acts()).toEqual(before);
  });

  it('stays at work when an attempt meets a fault, and ends as failed when the work is given up', async () => {
    const it = await upload(operator(), { people: [person(3, 'AG')] });
    await expect(checkImport(later({ registryOn: () => Promise.reject(new Error('no')) }), it.id)).rejects.toThrow('no');
    expect(await seen(operator(), it.id)).toMatchObject({ state: 'checking' });
    await failImport(db, it.id, times.now());
    expect(await seen(operator(), it.id)).toMatchObject({ state: 'failed', failure: { kind: 'import-failed' } });
  });
});

describe('giving an import up', () => {
  const rows = (): RosterSheets => ({ people: Array.from({ length: 3_000 }, (_, i) => person(i + 10, 'AG')) });

  it('works before it is checked, and after', async () => {
    const one = await upload(operator(), { people: [person(3, 'AG')] });
    expect(await cancelImport(operator(), one.id)).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    await checkImport(later(), one.id);
    expect(await seen(operator(), one.id)).toMatchObject({ state: 'cancelled', preview: null });
    const two = await checked(operator(), { people: [person(3, 'AG')] });
    await cancelImport(operator(), two.id);
    expect(await cancelImport(operator(), two.id)).toMatchObject({ ok: true, value: { state: 'cancelled' } });
    expect(await commitImport(operator(), { id: two.id, version: two.version })).toMatchObject({ ok: false, failure: { kind: 'import-not-checked', state: 'cancelled' } });
  });

  it.each([0, 150, 400, 900])('while it is written leaves all or nothing (after %i ms)', async (delay) => {
    const it = await checked(operator(), rows());
    await commitImport(operator(), { id: it.id, version: it.version });
    const written = writeImport(later(), it.id);
    await new Promise((resolve) => setTimeout(resolve, delay));
    const cancelled = await cancelImport(operator(), it.id);
    await written;
    const { state } = await seen(operator(), it.id);
    expect(await people()).toBe(state === 'committed' ? 3_002 : 2);
    expect(cancelled).toMatchObject(state === 'committed' ? { ok: false, failure: { kind: 'import-over', state } } : { ok: true, value: { state: 'cancelled' } });
    expect((await verifyChain(db)).faults).toEqual([]);
  });

  it('waits for a transaction that is about to end, and then finds it written', async () => {
    const it = await checked(operator(), { people: [person(3, 'AG')] });
    await commitImport(operator(), { id: it.id, version: it.version });
    let cancelled: ReturnType<typeof cancelImport> | undefined;
    await writeImport(
      later({
        complete: async () => {
          cancelled = cancelImport(operator(), it.id);
          await new Promise((resolve) => setTimeout(resolve, 300));
        },
      }),
      it.id,
    );
    expect(await cancelled).toMatchObject({ ok: false, failure: { kind: 'import-over', state: 'committed' } });
    expect(await people()).toBe(3);
  });

  it('stops a check that is under way', async () => {
    const it = await upload(operator(), rows());
    const check = checkImport(later(), it.id);
    await expect.poll(async () => (await seen(operator(), it.id)).state, { interval: 10 }).toBe('checking');
    await cancelImport(operator(), it.id);
    await check;
    expect(await seen(operator(), it.id)).toMatchObject({ state: 'cancelled', preview: null });
  });
});

describe('watching an import', () => {
  const follow = async (ctx: Ctx, id: string, after?: string) => {
    const watched = await watchImport(ctx, id, { after, signal: new AbortController().signal, everyMs: 20, quietMs: 100, mostMs: 20_000 });
    if (!watched.ok) throw new Error(watched.failure.kind);
    return watched.value;
  };

  it('tells each new state and ends with the last one', async () => {
    const it = await upload(operator(), { people: [person(3, 'AG')] });
    const states: string[] = [];
    const listening = (async () => {
      for await (const event of await follow(operator(), it.id)) if (event) states.push(event.import.state);
    })();
    await checkImport(later(), it.id);
    await listening;
    expect([states[0], states.at(-1)]).toEqual(['uploaded', 'checked']);
  });

  it('tells a listener who comes back only what he has not heard, and that it lives', async () => {
    const it = await upload(operator(), { people: [person(3, 'AG')] });
    const first = (await (await follow(operator(), it.id)).next()).value;
    const again = await follow(operator(), it.id, first?.id);
    expect((await again.next()).value).toBeNull();
    await cancelImport(operator(), it.id);
    const events = [];
    for await (const event of again) if (event) events.push(event);
    expect(events).toMatchObject([{ last: true, import: { state: 'cancelled' } }]);
  });
});

describe('an import and the scope', () => {
  it('of an officer is his units alone: what he may not see is refused and told by no word', async () => {
    const it = await checked(officer(), { people: [person(3, 'AG'), person(2, 'AG')] });
    expect(it.state).toBe('refused');
    expect(JSON.stringify(await listFindings(officer(), { id: it.id, list: 'refusals' }))).toContain('kept-elsewhere');
    expect(JSON.stringify([it, await listFindings(officer(), { id: it.id, list: 'refusals' })])).not.toContain('Kín');
  });

  it('is seen by those whose scope covers it, and by nobody else', async () => {
    const own = await checked(officer(), { people: [person(3, 'AG')] });
    const wide = await checked(operator(), { people: [person(4, 'AG')] });
    const head = holding('agency-head', 'R');
    const other = holding('agency-officer', 'OT');
    expect(await getImport(head, own.id)).toMatchObject({ ok: true });
    expect(await listImports(officer(), {})).toMatchObject({ value: { imports: [{ id: own.id }], next: null } });
    expect((await listImports(operator(), { limit: 1 }))).toMatchObject({ value: { imports: [{ id: wide.id }], next: wide.id } });
    expect((await listImports(operator(), { limit: 1, after: wide.id }))).toMatchObject({ value: { imports: [{ id: own.id }], next: null } });
    for (const [ctx, id] of [[other, own.id], [head, wide.id], [officer(), wide.id]] as const) {
      const unknown = { ok: false, failure: { kind: 'unknown-import', import: id } };
      expect(await getImport(ctx, id)).toEqual(unknown);
      expect(await listFindings(ctx, { id, list: 'changes' })).toEqual(unknown);
      expect(await commitImport(ctx, { id, version: own.version })).toEqual(unknown);
      expect(await cancelImport(ctx, id)).toEqual(unknown);
      expect(await watchImport(ctx, id, { signal: new AbortController().signal })).toEqual(unknown);
    }
    const auditor = holding('auditor', 'R');
    expect(await getImport(auditor, own.id)).toMatchObject({ failure: { kind: 'forbidden', permission: 'roster.import' } });
    expect(await startImport(auditor, files, { upload: { content: pieces(new Uint8Array(1)), name: 'x' }, effectiveDate: isoDate('2026-01-01') })).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await startImport(officer(), files, { upload: { content: pieces(new Uint8Array(1)), name: 'x' }, effectiveDate: isoDate('2026-01-01'), completeFor: 'OT' })).toMatchObject({ failure: { kind: 'unknown-unit' } });
  });

  it('is written within the scope it was checked for, whoever agrees to it', async () => {
    const it = await checked(officer(), { people: [person(3, 'AG'), person(2, 'AG')] }, { skipRefused: true });
    await commitImport(operator(), { id: it.id, version: it.version });
    await writeImport(later(), it.id);
    expect(await seen(operator(), it.id)).toMatchObject({ state: 'committed' });
    expect(await db.execute(sql`select full_name from people where id_number = ${'2'.padStart(12, '0')}`)).toEqual([{ full_name: 'Trần Thị Kín' }]);
  });

  it('is worked on with the rights of now: who has lost them meanwhile imports nothing', async () => {
    const it = await checked(officer(), { people: [person(3, 'AG')] });
    await commitImport(officer(), { id: it.id, version: it.version });
    await db.execute(sql`update grants set valid_to = '2026-02-01'`);
    await writeImport(later(), it.id);
    expect(await seen(operator(), it.id)).toMatchObject({ state: 'failed', failure: { kind: 'forbidden', permission: 'roster.import' } });
    expect(await people()).toBe(2);
    await db.execute(sql`update grants set valid_to = 'infinity'`);
    const two = await upload(officer(), { people: [person(3, 'AG')] });
    await checkImport(later({ mayEnter: () => Promise.resolve(false) }), two.id);
    expect(await seen(operator(), two.id)).toMatchObject({ state: 'failed', failure: { kind: 'forbidden' } });
  });

  it('of one tenant is unknown in another, and so is its file', async () => {
    const it = await checked(operator(), { people: [person(3, 'AG')] });
    const beta = (await cluster.openTenant('beta')).db;
    const there = testCtx({ db: beta, ...times, tenant: { id: '00000000-0000-7000-8000-000000000001', slug: 'beta' } });
    expect(await getImport(there, it.id)).toMatchObject({ failure: { kind: 'unknown-import' } });
    await writeImport(laterWork({ db: beta, files, tenant: there.tenant }), it.id);
    const [row] = await db.execute<{ file: string }>(sql`select file_id as file from imports where id = ${it.id}`);
    await expect(files.read(there.tenant.id, row!.file)).rejects.toThrow('Unable to retrieve');
  });
});
