import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { type IsoDate, isoDate, type PersonId, type Result } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { rosterLoader } from '../../test/roster-loader.ts';
import { tablesOfTenant } from '../../test/tables-of-tenant.ts';
import type { Ctx } from '../context/index.ts';
import { confirmMerge, proposeMerge } from '../twins/index.ts';
import { commitUnitChange, prepareUnitChange, previewUnitChange } from '../unit-changes/index.ts';
import type { ImportInput } from './import-roster.ts';
import { listUndoSubjects, previewUndo, undoBatch } from './undo-batch.ts';
import type { RosterSheets } from './workbook/index.ts';

let cluster: TestCluster;
let db: TenantDb;
let folder: string;

const operator = (): Ctx => testCtx({ db, today: isoDate('2026-03-01') });
const load = rosterLoader(operator, () => folder);

const idOf = (id: number): string => String(id).padStart(12, '0');
const person = (id: number, unit: string, more: Record<string, string> = {}) => ({ id_number: idOf(id), full_name: `Nguyễn Văn ${id}`, birth_date: '01/01/1980', unit_code: unit, kind: 'Công chức', valid_from: '01/01/2020', ...more });
const unit = (code: string, parent: string, more: Record<string, string> = {}) => ({ code, name: code, parent_code: parent, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010', ...more });
const ielts = (id: number, more: Record<string, string> = {}) => ({ id_number: idOf(id), type_code: 'ielts', exam_date: '01/06/2024', score: '6.0', number: 'A1', ...more });

const world: RosterSheets = {
  units: [unit('R', ''), unit('AG', 'R'), unit('OT', 'R')],
  posts: [{ code: 'CV', name: 'Chuyên viên', level: '3', valid_from: '01/01/2020' }],
  people: [person(1, 'AG', { post_code: 'CV', planned_rank: 'Cấp phòng', training_list: 'x', language_text: 'IELTS 6.0' }), person(2, 'AG'), person(3, 'OT', { sex: 'Nam' })],
  certificates: [ielts(1), ielts(2, { number: 'A2', decision_level: '4', decision_document: '12/QĐ', decision_date: '01/08/2024' })],
};

const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const taken = async (sheets: RosterSheets, on = '2026-01-01', more: Partial<ImportInput> = {}): Promise<string> => (await load.written(sheets, on, more)).preview.batch;
const blockersOf = async (batch: string) => {
  const undone = await undoBatch(operator(), { batch });
  if (undone.ok) throw new Error('It was taken back.');
  return undone.failure.kind === 'undo-blocked' ? undone.failure.preview.blockers : [];
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'undo-'));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
});
afterEach(() => cluster.close());

const restores = async (sheets: RosterSheets, on = '2026-01-01', more: Partial<ImportInput> = {}): Promise<void> => {
  const before = await tablesOfTenant(db);
  const batch = await taken(sheets, on, more);
  expect(await tablesOfTenant(db)).not.toEqual(before);
  const undone = await undoBatch(operator(), { batch });
  expect(undone).toMatchObject({ ok: true });
  expect(await tablesOfTenant(db)).toEqual(before);
  expect((await verifyChain(db)).faults).toEqual([]);
};

describe('an import that is taken back', () => {
  it('leaves an empty tenant empty', () => restores(world));

  it('puts back units, posts, people, careers, lists, certificates, levels and claims as they were', async () => {
    await load.written(world, '2025-12-01');
    await restores({
      units: [unit('R', ''), unit('AG', 'R', { name: 'Sở mới', valid_from: '' }), unit('OT', 'AG', { valid_from: '' }), unit('NEW', 'OT', { valid_from: '01/01/2026' })],
      posts: [{ code: 'CV', name: 'Chuyên viên chính', level: '4' }, { code: 'NV', name: 'Nhân viên' }],
      people: [person(1, 'OT', { post_code: 'NV', valid_from: '', full_name: 'Nguyễn Văn Đổi', language_text: 'TOEIC 600' }), person(2, 'AG', { office: 'Trưởng phòng', valid_from: '' }), person(4, 'NEW', { valid_from: '01/02/2026' })],
      certificates: [ielts(1, { score: '7.0' }), ielts(2, { number: 'A2', state: 'Hủy' }), ielts(3, { number: 'B' }), ielts(4, { number: 'C' })],
    });
  });

  it('puts back what a correction took away, and who departed', async () => {
    await load.written(world, '2025-12-01');
    await restores({ people: [person(1, 'OT', { valid_from: '01/01/2021' })] }, '2026-01-01', { mode: 'correct' });
    await restores({ people: [person(1, 'AG', { post_code: 'CV' })] }, '2026-01-01', { completeFor: 'AG' });
  });

  it('puts back units that were merged, with their successions', async () => {
    await load.written(world, '2025-12-01');
    await restores({ units: [unit('R', ''), unit('OT', 'R', { valid_to: '31/01/2026', succeeded_by: 'AG', succession_kind: 'Sáp nhập' })], people: [person(3, 'AG', { valid_from: '01/02/2026' })] });
  });

  it('is told in the audit as one act, with a detail for each thing the other way round', async () => {
    await load.written(world, '2025-12-01');
    const batch = await taken({ people: [person(2, 'AG', { full_name: 'Trần An' }), person(9, 'AG')] });
    expect(await previewUndo(operator(), batch)).toMatchObject({ ok: true, value: { subjects: 2, blockers: [], counts: [{ act: 'person.added', subjects: 1 }, { act: 'person.changed', subjects: 1 }] } });
    await undoBatch(operator(), { batch, why: 'Nhầm tệp' });
    const told = await db.execute<{ act: string; why: string; detail: string; before: { full_name: string } | null }>(sql`
      select e.act, e.why, d.act as detail, d.before from audit_entries e join audit_details d on d.entry_id = e.id where e.act = 'roster.undone' order by d.act`);
    expect(told).toMatchObject([{ why: 'Nhầm tệp', detail: 'person.changed', before: { full_name: 'Trần An' } }, { detail: 'person.taken-back', before: { full_name: 'Nguyễn Văn 9' } }]);
    expect(await undoBatch(operator(), { batch })).toMatchObject({ ok: false, failure: { kind: 'undone-already' } });
    expect(await db.execute(sql`select 1 from import_undo where batch_id = ${batch}::uuid`)).toEqual([]);
  });

  it('raises the version of what it puts back, so that who looks at it learns of it', async () => {
    await load.written(world, '2025-12-01');
    const version = async () => (await db.execute<{ version: number }>(sql`select version from people where id_number = ${idOf(2)}`))[0]!.version;
    const first = await version();
    const batch = await taken({ people: [person(2, 'AG', { full_name: 'Trần An' })] });
    await undoBatch(operator(), { batch });
    expect(await version()).toBe(first + 2);
  });

  it('can be taken again', async () => {
    await load.written(world, '2025-12-01');
    const file: RosterSheets = { people: [person(2, 'OT', { valid_from: '' }), person(9, 'AG')] };
    const batch = await taken(file);
    const after = await tablesOfTenant(db);
    await undoBatch(operator(), { batch });
    await taken(file);
    const counts = (tables: Record<string, string[]>) => Object.entries(tables).map(([name, rows]) => [name, rows.length]);
    expect(counts(await tablesOfTenant(db))).toEqual(counts(after));
  });
});

describe('who may not import', () => {
  it('neither takes a batch back nor sees what that would do', async () => {
    const batch = await taken(world);
    const stranger = testCtx({ db, access: { kind: 'granted', held: [] } });
    const refused = { ok: false, failure: { kind: 'forbidden', permission: 'roster.import' } };
    expect(await previewUndo(stranger, batch)).toEqual(refused);
    expect(await listUndoSubjects(stranger, { batch, after: null, limit: 5 })).toEqual(refused);
    expect(await undoBatch(stranger, { batch })).toEqual(refused);
    expect(await undoBatch(operator(), { batch })).toMatchObject({ ok: true });
  });
});

describe('what came later', () => {
  it('keeps an import from being taken back, told by who did what to whom; taken back first, it does not', async () => {
    await load.written(world, '2025-12-01');
    const first = await taken({ people: [person(2, 'AG', { full_name: 'Trần An' }), person(9, 'AG')] });
    const second = await taken({ people: [person(9, 'OT', { valid_from: '01/02/2026' })] }, '2026-02-01');
    expect(await blockersOf(first)).toMatchObject([{ act: 'roster.imported', by: 'test', subjects: 1, first: ['Nguyễn Văn 9'] }]);
    expect(await undoBatch(operator(), { batch: second })).toMatchObject({ ok: true });
    expect(await undoBatch(operator(), { batch: first })).toMatchObject({ ok: true });
  });

  it('of other people and units is no obstacle', async () => {
    await load.written(world, '2025-12-01');
    const first = await taken({ people: [person(9, 'AG')] });
    await taken({ people: [person(2, 'OT', { valid_from: '01/02/2026' }), person(10, 'AG')] }, '2026-02-01');
    expect(await undoBatch(operator(), { batch: first })).toMatchObject({ ok: true });
  });

  it('and stands in a unit, holds a role, or has a certificate that the import brought, keeps it', async () => {
    await load.written(world, '2025-12-01');
    const batch = await taken({ units: [unit('R', ''), unit('NEW', 'R', { valid_from: '01/01/2026' })], people: [person(9, 'NEW', { valid_from: '01/02/2026' })] });
    await taken({ people: [person(10, 'NEW', { valid_from: '01/02/2026' })], certificates: [ielts(9, { number: 'Z' })] }, '2026-02-01');
    await db.execute(sql`insert into grants (user_id, role, unit_id, valid_from) select uuidv7(), 'agency-officer', id, '2026-02-01' from units where code = 'NEW'`);
    const blockers = await blockersOf(batch);
    expect(blockers).toMatchObject([{ act: 'roster.imported', subjects: 2 }, { act: null, table: 'grants', subjects: 1, first: ['NEW'] }]);
    expect(blockers[0]!.first.toSorted()).toEqual(['NEW', 'Nguyễn Văn 9']);
  });

  it('and lies below a unit that the import moved keeps it', async () => {
    await load.written(world, '2025-12-01');
    const batch = await taken({ units: [unit('R', ''), unit('AG', 'OT', { valid_from: '' })] });
    await taken({ units: [unit('R', ''), unit('SUB', 'AG', { valid_from: '01/02/2026' })] }, '2026-02-01');
    expect(await blockersOf(batch)).toMatchObject([{ act: 'roster.imported', first: ['AG'] }]);
  });

  it('and made one of two records, or put a unit into another, keeps it', async () => {
    await load.written(world, '2025-12-01');
    const [second] = await db.execute<{ id: PersonId }>(sql`select id from people where id_number = ${idOf(2)}`);
    const batch = await taken({ units: [unit('R', ''), unit('NEW', 'R', { valid_from: '01/01/2026' })], people: [person(9, 'AG', { full_name: 'Nguyễn Văn 2' })] });
    const [ninth] = await db.execute<{ id: PersonId }>(sql`select id from people where id_number = ${idOf(9)}`);
    const change = got(await prepareUnitChange(operator(), { title: 'x', on: isoDate('2026-02-01'), why: 'x', decision: { number: '12/QĐ', date: isoDate('2026-01-15') }, operations: [{ row: 1, on: isoDate('2026-02-01'), op: 'merge', units: ['NEW'], into: 'OT' }], moves: [] }));
    const seen = got(await previewUnitChange(operator(), change.id));
    got(await commitUnitChange(operator(), { id: seen.id, version: seen.version }));
    const { id: merge } = got(await proposeMerge(operator(), { staying: second!.id, going: ninth!.id, choices: { fields: {}, mainPosts: 'staying' } }));
    got(await confirmMerge(operator(), { merge }));
    expect(await blockersOf(batch)).toMatchObject([{ act: 'unit-change.committed' }, { act: 'merge.confirmed' }]);
  });

  it('than thirty days is too late', async () => {
    const batch = await taken(world);
    const late = testCtx({ db, today: isoDate('2099-03-01'), now: () => new Date('2099-03-01T00:00:00Z') });
    expect(await undoBatch(late, { batch })).toMatchObject({ ok: false, failure: { kind: 'undo-expired' } });
  });
});

const anyPerson = fc.record({ id: fc.integer({ min: 1, max: 6 }), unit: fc.constantFrom('AG', 'OT', 'U1', 'U2'), office: fc.constantFrom('', 'Trưởng phòng'), name: fc.constantFrom('An', 'Bình'), planned: fc.constantFrom('', 'Cấp phòng'), training: fc.constantFrom('', 'x'), text: fc.constantFrom('', 'IELTS 5', 'B1') });
const anyFile = fc.record({
  people: fc.uniqueArray(anyPerson, { selector: ({ id }) => id, minLength: 1, maxLength: 5 }),
  units: fc.uniqueArray(fc.record({ code: fc.constantFrom('AG', 'OT', 'U1', 'U2'), name: fc.constantFrom('x', 'y'), parent: fc.constantFrom('R', 'AG') }), { selector: ({ code }) => code, maxLength: 3 }),
  certificates: fc.uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 6 }), score: fc.constantFrom('5.0', '7.5'), number: fc.constantFrom('A1', 'A2') }), { selector: ({ id, number }) => `${id} ${number}`, maxLength: 3 }),
  mode: fc.constantFrom('from-effective-date' as const, 'correct' as const),
  complete: fc.boolean(),
  month: fc.integer({ min: 1, max: 9 }),
});

const sheetsOf = ({ people, units, certificates }: typeof anyFile extends fc.Arbitrary<infer T> ? T : never): RosterSheets => ({
  units: [unit('R', ''), ...units.filter(({ code, parent }) => code !== parent).map(({ code, name, parent }) => unit(code, parent, { name, valid_from: code.startsWith('U') ? '01/01/2010' : '' }))],
  people: people.map((it) => person(it.id, it.unit, { full_name: it.name, office: it.office, planned_rank: it.planned, training_list: it.training, language_text: it.text, valid_from: it.id > 3 ? '01/01/2020' : '' })),
  certificates: certificates.map((it) => ielts(it.id, { score: it.score, number: it.number })),
});

describe('any import', () => {
  it('taken back leaves every table as it was before it', async () => {
    await load.written({ ...world, units: [unit('R', ''), unit('AG', 'R'), unit('OT', 'R'), unit('U1', 'R')] }, '2025-12-01');
    let written = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyFile, { minLength: 1, maxLength: 3 }), async (files) => {
        const states = [await tablesOfTenant(db)];
        const batches: string[] = [];
        for (const file of files) {
          const on = `2026-0${file.month}-01` as IsoDate;
          const done = await load.load(sheetsOf(file), on, { mode: file.mode, skipRefused: true, ...(file.complete ? { completeFor: 'AG' } : {}) });
          if (!done.ok || !done.value.written) continue;
          batches.push(done.value.preview.batch);
          states.push(await tablesOfTenant(db));
          written += 1;
        }
        for (const batch of batches.toReversed()) {
          states.pop();
          expect(await undoBatch(operator(), { batch })).toMatchObject({ ok: true });
          expect(await tablesOfTenant(db)).toEqual(states.at(-1));
        }
      }),
      { numRuns: 6 },
    );
    expect(written).toBeGreaterThan(2);
  }, 240_000);
});
