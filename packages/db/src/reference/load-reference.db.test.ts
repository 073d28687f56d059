import { addWorkingDays, weekdayOf } from '@saubac/domain/calendar';
import { isoDate } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadReference, workCalendar } from './index.ts';

const shipped = join(import.meta.dirname, '../../../../deploy/reference');

let cluster: TestCluster;
let folder: string;

beforeAll(async () => {
  cluster = await cloneDatabase();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'saubac-reference-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
afterAll(() => cluster.close());

const write = (name: string, content: unknown): void => writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
const language = (name: string): unknown => ({ table: 'languages', rows: [{ code: 'xx', name_vi: name, name_en: name }] });
const nameOf = async (code: string): Promise<unknown> => (await cluster.registry`select name_vi from platform.languages where code = ${code}`)[0]?.['name_vi'];

describe('the reference data that ships', () => {
  it('is loaded once, until a file changes', async () => {
    expect(await loadReference(cluster, shipped)).toEqual([]);
  });

  it('holds the 34 provinces of July 2025, formed from 63 of which each went into one, seven of them cities', async () => {
    const rows = await cluster.registry`select kind, array_to_json(formed_from) as parts from platform.provinces`;
    const parts = rows.flatMap((row) => row['parts'] as string[]);
    expect([rows.length, parts.length, new Set(parts).size, rows.filter((row) => row['kind'] === 'city').length]).toEqual([34, 63, 63, 7]);
  });

  it('ends the district on 1 July 2025 and no other level of government', async () => {
    expect([...(await cluster.registry`select code, valid_to::text as to from platform.government_levels where valid_to < 'infinity'`)]).toEqual([{ code: 'district', to: '2025-07-01' }]);
  });

  it('holds holidays on days that would be worked, and work on days that would be free', async () => {
    const { off, worked } = await cluster.withTenant('alpha', ({ db }) => workCalendar(db));
    expect(off.size).toBeGreaterThan(40);
    expect([...off].filter((day) => weekdayOf(day) > 5)).toEqual([]);
    expect([...worked].filter((day) => weekdayOf(day) <= 5)).toEqual([]);
    expect(addWorkingDays(isoDate('2026-02-13'), 1, { off, worked })).toBe('2026-02-23');
    expect(addWorkingDays(isoDate('2025-04-25'), 1, { off, worked })).toBe('2025-04-26');
  });

  it('ranks offices in the order the rules rely on', async () => {
    const rows = await cluster.registry`select code, position from platform.office_ranks order by position`;
    expect(rows.map((row) => [row['code'], row['position']])).toEqual([['none', 0], ['team', 10], ['division', 20], ['department', 30], ['province', 40]]);
  });
});

describe('a folder of reference files', () => {
  it('is loaded by file: changed rows are changed, rows that left a file stay', async () => {
    write('a.json', language('Một'));
    expect(await loadReference(cluster, folder)).toEqual(['a.json']);
    expect(await loadReference(cluster, folder)).toEqual([]);
    write('a.json', language('Hai'));
    expect(await loadReference(cluster, folder)).toEqual(['a.json']);
    expect(await nameOf('xx')).toBe('Hai');
    write('a.json', { table: 'languages', rows: [] });
    await loadReference(cluster, folder);
    expect(await nameOf('xx')).toBe('Hai');
  });

  it('is loaded in the order in which tables refer to each other, and other files are left alone', async () => {
    mkdirSync(join(folder, 'equivalence'));
    write('equivalence/t.json', { table: 'equivalence_tables', rows: [{ code: 't', name_vi: 't', name_en: 't', legal_basis: 't', framework_code: 'f', valid_from: '2026-01-01', rules: [{ any: 1 }] }] });
    write('z.json', { table: 'frameworks', rows: [{ code: 'f', name_vi: 'f', name_en: 'f', legal_basis: 'f' }] });
    write('default-settings.json', { adoptions: [] });
    expect(await loadReference(cluster, folder)).toEqual(['z.json', 'equivalence/t.json']);
  });

  it.each([
    ['that is not JSON', '{'],
    ['of a table that is none', { table: 'tenants', rows: [] }],
    ['with a column that is none', { table: 'languages', rows: [{ code: 'yy', name_vi: 'y', name_en: 'y', colour: 'red' }] }],
    ['with a row that lacks a value', { table: 'languages', rows: [{ code: 'yy', name_vi: 'y' }] }],
  ])('is refused as a whole for a file %s', async (_, content) => {
    write('a.json', { table: 'languages', rows: [{ code: 'zz', name_vi: 'z', name_en: 'z' }] });
    write('b.json', content);
    await expect(loadReference(cluster, folder)).rejects.toMatchObject({ name: 'ClusterError', code: 'reference-invalid' });
    expect(await nameOf('zz')).toBeUndefined();
  });
});
