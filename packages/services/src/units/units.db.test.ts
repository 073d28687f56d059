import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TenantDb } from '@saubac/db/tenancy';
import { foldedName } from '@saubac/db/units';
import { nameSearch } from '@saubac/domain/people';
import { isoDate } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { callerOf, idsOf, today, world } from '../../test/people-world.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import type { Ctx } from '../context/index.ts';
import { getPost, listPosts } from '../posts/index.ts';
import { reference } from '../reference/index.ts';
import { getUnit, listUnits, searchUnits, unitDays, unitTree, type UnitsPage } from './index.ts';

let cluster: TestCluster;
let folder: string;
let db: TenantDb;
let operator: Ctx;
let ofA: Ctx;
let elsewhere: Ctx;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'units-'));
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  operator = testCtx({ db, today });
  elsewhere = testCtx({ db: (await cluster.openTenant('beta')).db, today });
  await rosterLoader(() => operator, () => folder).written(world, '2026-01-01');
  ofA = callerOf(db, 'agency-officer', [(await idsOf(db)).unit('A')]);
});
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});

const got = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const codes = async (ctx: Ctx, asked: Parameters<typeof searchUnits>[1] = {}): Promise<string[]> => got(await searchUnits(ctx, asked)).units.map((it) => it.code);

describe('looking for a unit', () => {
  it.each([
    ['so', ['A', 'B']],
    ['NỘI vu', ['A']],
    ['a1', ['A1']],
    ['tài chính', ['B']],
    ['%', []],
    ['', ['R', 'A', 'B', 'A1']],
  ])('“%s” finds names without accents and beginnings of codes, higher ones first', async (text, found) => {
    expect(await codes(operator, { text })).toEqual(found);
  });

  it('goes through pages without losing one', async () => {
    const found: string[] = [];
    let after: UnitsPage['next'] = null;
    do {
      const page: UnitsPage = got(await searchUnits(operator, { after, limit: 1 }));
      found.push(...page.units.map((it) => it.code));
      after = page.next;
    } while (after);
    expect(found).toEqual(['R', 'A', 'B', 'A1']);
  });

  it('stays on the day asked for', async () => {
    expect(await codes(operator, { text: 'huyen' })).toEqual([]);
    expect(await codes(operator, { text: 'huyen', on: isoDate('2025-06-30') })).toEqual(['D']);
  });

  it('stays inside the scope and the tenant', async () => {
    expect(await codes(ofA)).toEqual(['A', 'A1']);
    expect(await codes(ofA, { text: 'tai chinh' })).toEqual([]);
    expect(await searchUnits(ofA, { below: 'B' })).toEqual({ ok: false, failure: { kind: 'unknown-unit', unit: 'B', on: today } });
    expect(await codes(elsewhere)).toEqual([]);
  });

  it('folds letters as names of people are folded', async () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ', ...'ĐĂÂÊÔƠƯÁẠ', ' '), minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(letters, { minLength: 1, maxLength: 20 }), fc.boolean(), async (texts, decomposed) => {
        const names = texts.map((it) => nameSearch(it).trim() && it.trim().replaceAll(/ +/g, ' ')).filter(Boolean).map((it) => (decomposed ? it.normalize('NFD') : it));
        const rows = await db.execute<{ name: string; folded: string }>(sql`select v.name, ${foldedName('v')} as folded from jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) as v (name)`);
        expect(rows.map((it) => it.folded)).toEqual(names.map(nameSearch));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the tree of units', () => {
  const tree = async (ctx: Ctx, parent: string | null) => got(await unitTree(ctx, { parent })).units.map((it) => [it.code, it.children, it.people]);

  it('begins with the highest units of the scope and goes down one by one', async () => {
    expect(await tree(operator, null)).toEqual([['R', 2, 0]]);
    expect(await tree(operator, 'R')).toEqual([['A', 1, 2], ['B', 0, 2]]);
    expect(await tree(ofA, null)).toEqual([['A', 1, 2]]);
    expect(await tree(ofA, 'A')).toEqual([['A1', 0, 1]]);
  });

  it('does not open a unit outside the scope', async () => {
    for (const parent of ['R', 'B']) expect(await unitTree(ofA, { parent })).toMatchObject({ ok: false, failure: { kind: 'unknown-unit' } });
    expect(await unitTree(elsewhere, { parent: 'A' })).toMatchObject({ ok: false, failure: { kind: 'unknown-unit' } });
  });
});

describe('the days on which units changed', () => {
  it('are told in their order with what began, ended and became something else, each unit once a day', async () => {
    expect(got(await unitDays(operator))).toEqual([{ on: '2010-01-01', began: 5, ended: 0, changed: 0 }, { on: '2025-07-01', began: 0, ended: 1, changed: 0 }]);
  });

  it('are those of the units of the scope, and of the tenant', async () => {
    expect(got(await unitDays(ofA))).toEqual([{ on: '2010-01-01', began: 2, ended: 0, changed: 0 }]);
    expect(got(await unitDays(elsewhere))).toEqual([]);
  });
});

describe('the units of a day', () => {
  it('say whom each reports to and budgets through on that day alone', async () => {
    await db.execute(sql`insert into unit_lines (unit_id, line, to_unit_id, valid_from, valid_to) select a.id, 'reports-to', b.id, '2024-01-01', '2024-02-01' from units a, units b where a.code = 'A1' and b.code = 'B'`);
    const of = async (on: string) => got(await listUnits(operator, { on: isoDate(on) })).find(({ code }) => code === 'A1');
    expect(await of('2024-01-31')).toMatchObject({ reportsTo: 'B', budgetsThrough: null });
    expect(await of('2024-02-01')).toMatchObject({ reportsTo: null, budgetsThrough: null });
    expect(got(await unitDays(operator)).slice(1, 3)).toEqual([{ on: '2024-01-01', began: 0, ended: 0, changed: 1 }, { on: '2024-02-01', began: 0, ended: 0, changed: 1 }]);
  });
});

describe('the file of a unit', () => {
  it('holds its versions, what it followed and its people', async () => {
    const file = got(await getUnit(operator, { unit: 'A' }));
    expect(file).toMatchObject({
      code: 'A', versions: [{ name: 'Sở Nội vụ', parent: { code: 'R', name: 'Ủy ban' }, from: '2010-01-01', to: 'infinity' }], follows: [{ on: '2025-07-01', kind: 'merge', unit: { code: 'D', name: 'Huyện Đông' } }], followedBy: [], people: 2, peopleBelow: 3,
    });
    expect(file.lines).toMatchObject([{ line: 'manages', unit: { code: 'R' } }]);
    expect(got(await getUnit(operator, { unit: file.id })).code).toBe('A');
    expect(got(await getUnit(operator, { unit: 'D', on: isoDate('2025-01-01') }))).toMatchObject({ followedBy: [{ unit: { code: 'A' } }], people: 1 });
  });

  it('stays shut outside the scope, and in another tenant', async () => {
    for (const unit of ['R', 'B', 'nowhere']) expect(await getUnit(ofA, { unit })).toEqual({ ok: false, failure: { kind: 'unknown-unit', unit, on: today } });
    const { id } = got(await getUnit(operator, { unit: 'A' }));
    expect(await getUnit(elsewhere, { unit: id })).toMatchObject({ ok: false, failure: { kind: 'unknown-unit' } });
  });
});

describe('the catalogue of posts', () => {
  it('is found by names and codes, with what posts require on the day', async () => {
    expect(got(await listPosts(operator, { text: 'doi ngoai' })).posts).toMatchObject([{ code: 'P1', standards: [{ language: 'en', level: 3, from: '2020-01-01', to: 'infinity' }] }]);
    expect(got(await listPosts(operator, { text: 'p', limit: 1 }))).toMatchObject({ posts: [{ code: 'P1' }], next: 'P1' });
    expect(got(await listPosts(operator, { text: 'p', after: 'P1' }))).toMatchObject({ posts: [{ code: 'P2', standards: [] }], next: null });
    expect(got(await listPosts(operator, { text: 'doi ngoai', on: isoDate('2019-12-31') })).posts[0]?.standards).toEqual([]);
    expect(got(await getPost(operator, { post: 'P1' })).standards).toHaveLength(1);
    expect(await getPost(operator, { post: 'P9' })).toEqual({ ok: false, failure: { kind: 'unknown-post', post: 'P9' } });
    expect(got(await listPosts(elsewhere, {})).posts).toEqual([]);
  });
});

describe('the reference lists', () => {
  it('are all there, for whoever may read the catalogue', async () => {
    const lists = got(await reference(callerOf(db, 'learner', [(await idsOf(db)).unit('A')])));
    expect(lists.kinds.map((it) => it.code)).toEqual(['cadre', 'civil-servant', 'public-employee', 'contract-staff']);
    expect(lists.frameworks[0]?.levels.map((it) => it.level)).toEqual([1, 2, 3, 4, 5, 6]);
    expect([lists.provinces.length, lists.languages.length > 5, lists.ranks.length > 5, lists.governmentLevels.length]).toEqual([34, true, true, 4]);
  });
});
