import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TenantDb } from '@saubac/db/tenancy';
import { everything, isoDate, type Result, type UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { laterWork, pieces } from '../../test/later-work.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import { tablesOfTenant } from '../../test/tables-of-tenant.ts';
import type { Ctx } from '../context/index.ts';
import { type FileStore, openFileStore } from '../files/index.ts';
import { type RosterSheets, writeRosterWorkbook } from '../roster/index.ts';
import { checkImport, commitImport, failImport, getImport, type ImportView, previewUndoOfImport, startImport, takeImportBack, undoImport, writeImport } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let folder: string;
let files: FileStore;

const times = { today: isoDate('2026-03-01'), now: () => new Date() };
const operator = (): Ctx => testCtx({ db, ...times });
const load = rosterLoader(operator, () => folder);
const later = (more: Partial<Parameters<typeof laterWork>[0]> = {}) => laterWork({ db, files, now: times.now, ...more });
const person = (id: number, unit: string, more: Record<string, string> = {}) => ({ id_number: String(id).padStart(12, '0'), full_name: `Nguyễn Văn ${id}`, unit_code: unit, kind: 'Công chức', valid_from: '01/01/2020', ...more });
const unit = (code: string, parent: string) => ({ code, name: code, parent_code: parent, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });
const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const seen = async (id: string): Promise<ImportView> => got(await getImport(operator(), id));
let count = 0;
const written = async (sheets: RosterSheets, ctx = operator()): Promise<ImportView> => {
  const path = join(folder, `undo-${(count += 1)}.xlsx`);
  await writeRosterWorkbook(path, sheets);
  const { id } = got(await startImport(ctx, files, { upload: { content: pieces(await readFile(path)), name: 'a.xlsx' }, effectiveDate: isoDate('2026-01-01') }));
  await checkImport(later(), id);
  got(await commitImport(ctx, { id, version: (await seen(id)).version }));
  await writeImport(later(), id);
  return seen(id);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'undo-imports-'));
  files = await openFileStore(join(folder, 'files'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
  await load.written({ units: [unit('R', ''), unit('AG', 'R')], people: [person(1, 'AG')] }, '2025-12-01');
});
afterEach(() => cluster.close());

describe('a written import', () => {
  it('is taken back in the worker, once, and says by whom', async () => {
    const before = await tablesOfTenant(db);
    const it = await written({ people: [person(1, 'AG', { full_name: 'Trần An' }), person(2, 'AG')] });
    expect(got(await previewUndoOfImport(operator(), it.id))).toMatchObject({ subjects: 2, blockers: [] });
    const asked = got(await undoImport(operator(), { id: it.id, version: it.version, why: 'Nhầm tệp' }));
    expect(asked).toMatchObject({ state: 'undoing', progress: { rows: 0, of: 2 }, endedAt: it.endedAt });
    await expect(takeImportBack(later({ complete: () => Promise.reject(new Error('already done')) }), it.id)).rejects.toThrow('already done');
    expect(await tablesOfTenant(db)).not.toEqual(before);
    await takeImportBack(later(), it.id);
    await takeImportBack(later(), it.id);
    expect(await tablesOfTenant(db)).toEqual(before);
    expect(await seen(it.id)).toMatchObject({ state: 'undone', undone: { by: { name: 'test' } }, endedAt: it.endedAt });
    expect(got(await undoImport(operator(), { id: it.id, version: 1, why: 'x' }))).toMatchObject({ state: 'undone' });
  });

  it('stays when something that depends on it was written after it was asked for, and can be asked for again', async () => {
    const it = await written({ people: [person(2, 'AG')] });
    got(await undoImport(operator(), { id: it.id, version: it.version, why: 'Nhầm tệp' }));
    const other = await load.written({ people: [person(2, 'AG', { full_name: 'Trần An' })] }, '2026-02-01');
    await takeImportBack(later(), it.id);
    expect(await seen(it.id)).toMatchObject({ state: 'committed', failure: { kind: 'undo-blocked' } });
    expect(await undoImport(operator(), { id: it.id, version: (await seen(it.id)).version, why: 'x' })).toMatchObject({ ok: false, failure: { kind: 'undo-blocked', count: 1 } });
    expect(other.written).toBe(true);
  });

  it('stays when the work on it is given up, and when whoever asked may import no more', async () => {
    const it = await written({ people: [person(2, 'AG')] });
    got(await undoImport(operator(), { id: it.id, version: it.version, why: 'x' }));
    await failImport(db, it.id, new Date());
    expect(await seen(it.id)).toMatchObject({ state: 'committed', failure: { kind: 'undo-failed' } });
    const officer = testCtx({ db, ...times, actor: { id: '0199a5c2-0000-7000-8000-00000000000a' as UserId, label: 'Officer' }, access: { kind: 'granted', held: [{ role: 'home-affairs-officer', scope: everything }] } });
    got(await undoImport(officer, { id: it.id, version: (await seen(it.id)).version, why: 'x' }));
    await takeImportBack(later(), it.id);
    expect(await seen(it.id)).toMatchObject({ state: 'committed', failure: { kind: 'forbidden' } });
  });

  it('that changed nothing, or is not written, has nothing to be taken back', async () => {
    const it = await written({ people: [person(1, 'AG')] });
    expect(it.state).toBe('committed');
    expect(await previewUndoOfImport(operator(), it.id)).toMatchObject({ ok: false, failure: { kind: 'nothing-to-undo' } });
    const path = join(folder, 'open.xlsx');
    await writeRosterWorkbook(path, { people: [person(5, 'AG')] });
    const open = got(await startImport(operator(), files, { upload: { content: pieces(await readFile(path)), name: 'a.xlsx' }, effectiveDate: isoDate('2026-01-01') }));
    expect(await undoImport(operator(), { id: open.id, version: 1, why: 'x' })).toMatchObject({ ok: false, failure: { kind: 'import-not-written', state: 'uploaded' } });
  });
});
