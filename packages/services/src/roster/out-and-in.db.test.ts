import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TenantDb } from '@saubac/db/tenancy';
import { isoDate, subtreesOf, type UnitId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '../context/index.ts';
import { exportRoster, importRoster, type ImportInput, type ReadEvent, readRosterFile, type RosterCells, type RosterSheets, type SheetKey, writeRosterWorkbook } from './index.ts';

const on = isoDate('2025-07-01');
let cluster: TestCluster;
let folder: string;
const dbs: Record<string, TenantDb> = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roster-'));
  cluster = await cloneDatabase();
  for (const slug of ['alpha', 'beta']) dbs[slug] = (await cluster.openTenant(slug)).db;
});
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});

const ctx = (slug: string): Ctx => testCtx({ db: dbs[slug]!, actor: { id: null, label: 'operator' }, today: isoDate('2025-12-31'), now: () => new Date('2025-07-01T08:00:00Z') });
const tables = ['certificate_levels', 'level_decisions', 'certificates', 'language_claims', 'planned_posts', 'language_training_list', 'assignments', 'people', 'post_standards', 'posts', 'unit_successions', 'unit_lines', 'unit_versions'];
const clear = async (slug: string): Promise<void> => {
  for (const table of [...tables, 'import_undo', 'roster_batches', 'units']) await dbs[slug]!.execute(sql`delete from ${sql.identifier(table)}`);
};
const stored = async (slug: string): Promise<string[]> => {
  const lines: string[] = [];
  for (const table of tables) {
    const rows = await dbs[slug]!.execute<{ line: string }>(sql`select (to_jsonb(t) - 'id' - 'version' - 'person_id' - 'unit_id' - 'parent_id' - 'to_unit_id' - 'from_unit_id' - 'post_id' - 'certificate_id')::text as line from ${sql.identifier(table)} t order by 1`);
    lines.push(...rows.map(({ line }) => `${table} ${line}`));
  }
  return lines;
};
// People of whom nothing is known but that they exist: their first import takes the way of those who are known.
const know = (slug: string, serials: number[]) =>
  dbs[slug]!.execute(sql`insert into people (id_number, full_name, name_sort, name_search) select lpad(n, 12, '0'), '', '', '' from unnest(${`{${serials.join()}}`}::text[]) n`);
const forgetBare = (slug: string) => dbs[slug]!.execute(sql`delete from people where full_name = ''`);
const imported = async (slug: string, path: string, more: Partial<ImportInput> = {}) => {
  const result = await importRoster(ctx(slug), { path, effectiveDate: on, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.failure.kind === 'rows-refused' ? result.failure.preview.refusals : result.failure, null, 1));
  return result.value;
};
const contents = async (path: string): Promise<string[]> => {
  const events: ReadEvent[] = [];
  for await (const event of readRosterFile(path, { batch: 'b' })) events.push(event);
  const text = (sheet: SheetKey) => events.flatMap((it) => (it.kind === 'rows' && it.sheet === sheet ? [new TextDecoder().decode(it.chunk)] : [])).join('');
  return (['units', 'posts', 'people', 'certificates'] as const).flatMap((sheet) => text(sheet).split('\n').map((line) => `${sheet} ${line.split('\t').slice(2).join('|')}`)).sort();
};

const flag = fc.constantFrom('', 'x', '?');
const oddText = fc.constantFrom('', 'Trưởng phòng', '=SUM(A1)', '-', '+84', '@x', "'quoted", "'=x", 'a\tb', 'Phó "giám đốc", \\ khoa', 'Ⅻ – ½');
const units: RosterCells[] = [
  { code: 'R', name: 'Tỉnh', tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' },
  { code: 'S', name: 'Sở', parent_code: 'R', tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010', valid_to: '31/12/2022' },
  { code: 'S', name: 'Sở mới', parent_code: 'R', tier: 'Cấp tỉnh', body_kind: 'Cơ quan Đảng', field: 'external-affairs', needs_language: '?', reports_to: 'R', valid_from: '01/01/2023' },
  { code: 'T', name: 'Trường', parent_code: 'S', tier: 'Cấp tỉnh', body_kind: 'Đơn vị sự nghiệp công lập', needs_language: 'x', budgets_through: 'S', valid_from: '01/01/2010' },
  { code: 'D', name: 'Huyện', parent_code: 'R', tier: 'Cấp huyện', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010', valid_to: '30/06/2025', succeeded_by: 'X', succession_kind: 'Giải thể' },
  { code: 'X', name: 'Xã', parent_code: 'R', tier: 'Cấp xã', body_kind: 'Cơ quan nhà nước', valid_from: '01/07/2025', valid_to: '31/12/2030' },
];
const post = (code: string) => fc.record({ code: fc.constant(code), name: oddText.map((it) => it || 'Tên'), needs_language: flag, language_teacher: flag, language_code: fc.constantFrom('', 'en'), level: fc.constantFrom('', '3', '4'), valid_from: fc.constantFrom('', '01/01/2020') }).map((it) => (it.level === '' ? { ...it, valid_from: '' } : it));
const cuts = ['01/01/2015', '01/01/2020', '01/01/2023', '01/07/2025', '01/01/2027'];
const ends = ['31/12/2019', '31/12/2022', '30/06/2025', '31/12/2026', ''];
const stint = fc.record({
  held: fc.boolean(), unit_code: fc.constantFrom('R', 'S', 'T'), post_code: fc.constantFrom('', 'P1', 'P2'), kind: fc.constantFrom('Cán bộ', 'Công chức', 'Viên chức', 'Người lao động'), rank_code: fc.constantFrom('', '01.003'),
  office: oddText, office_rank: fc.constantFrom('', '?', 'Cấp phòng', 'Lãnh đạo tỉnh'), leader: flag, planned_rank: fc.constantFrom('', 'Cấp sở'), training_list: fc.constantFrom('', 'x'), language_text: fc.constantFrom('', 'IELTS 6.0 (2023)', 'Tiếng Anh B1'),
});
const certificate = fc.record({
  type_code: fc.constantFrom('ielts', 'toeic', 'framework'), number: fc.constantFrom('', 'A 1'), issuer: oddText, exam_date: fc.constantFrom('01/06/2024', '01/09/2025'), expires_on: fc.constantFrom('', '01/06/2026'),
  score: fc.constantFrom('', '6.5', '650'), listening: fc.constantFrom('', '7'), grade: fc.constantFrom('', 'B1'), state: fc.constantFrom('', 'Đã xác minh', 'Hủy'), decided: fc.boolean(),
}).map(({ decided, ...it }) => ({ ...it, language_code: it.type_code === 'framework' ? 'fr' : '', score: it.type_code === 'ielts' && it.score !== '' ? '6.5' : it.score, ...(decided ? { decision_level: '4', decision_document: '12/QĐ', decision_date: it.exam_date.replace('01/', '02/') } : {}) }));
const person = (serial: number) =>
  fc.record({ full_name: fc.constantFrom('Nguyễn Văn Ánh', 'Đỗ Thị Đào', '=x', 'Y Bhăm'), birth_date: fc.constantFrom('', '1980', '03/1981', '15/03/1985'), sex: fc.constantFrom('', 'Nữ'), ethnicity: oddText, stints: fc.tuple(...cuts.map(() => stint)), beside: fc.boolean(), certificates: fc.uniqueArray(certificate, { maxLength: 2, selector: (it) => `${it.type_code}${it.number}${it.exam_date}` }) })
    .map(({ stints, beside, certificates, ...own }) => {
      const id_number = String(serial).padStart(12, '0');
      const rows = stints.flatMap(({ held, ...it }, i): RosterCells[] => (held ? [{ id_number, ...own, ...it, valid_from: cuts[i]!, valid_to: ends[i]! }] : []));
      const concurrent: RosterCells[] = beside ? [{ id_number, ...own, unit_code: 'X', kind: 'Công chức', concurrent: 'x', valid_from: '01/07/2025', valid_to: '31/12/2029' }] : [];
      const all = [...rows, ...concurrent];
      return { rows: all, certificates: all.length > 0 ? certificates.map((it) => ({ id_number, ...it })) : [] };
    });
const roster = fc.record({ posts: fc.tuple(post('P1'), post('P2')), people: fc.tuple(person(1), person(2), person(3), person(4)) }).map(({ posts, people }): RosterSheets => ({ units, posts, people: people.flatMap(({ rows }) => rows), certificates: people.flatMap(({ certificates }) => certificates) }));

describe('out and in', () => {
  it('is the identity: a roster exported on a date gives the same export from another tenant, and changes nothing where it came from', async () => {
    await fc.assert(
      fc.asyncProperty(roster, async (sheets) => {
        await clear('alpha');
        await clear('beta');
        const [source, out, back] = ['source.xlsx', 'out.xlsx', 'back.xlsx'].map((it) => join(folder, it)) as [string, string, string];
        await writeRosterWorkbook(source, sheets);
        await imported('alpha', source);
        await exportRoster(ctx('alpha'), { on, path: out });
        const before = await stored('alpha');
        expect((await imported('alpha', out)).written).toBe(false);
        expect(await stored('alpha')).toEqual(before);
        await imported('beta', out);
        await exportRoster(ctx('beta'), { on, path: back });
        expect(await contents(back)).toEqual(await contents(out));
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('stores the same whether people are new, known and alike, or reconciled one by one', async () => {
    await fc.assert(
      fc.asyncProperty(roster, roster, async (first, second) => {
        const [a, b] = ['a.xlsx', 'b.xlsx'].map((it) => join(folder, it)) as [string, string];
        await writeRosterWorkbook(a, first);
        await writeRosterWorkbook(b, second);
        for (const slug of ['alpha', 'beta']) {
          await clear(slug);
          const reconcileEverybody = slug === 'beta';
          if (reconcileEverybody) await know(slug, [1, 2, 3, 4]);
          await imported(slug, a, { reconcileEverybody });
          await imported(slug, b, { reconcileEverybody, skipRefused: true });
          await imported(slug, a, { reconcileEverybody, skipRefused: true, mode: 'correct' });
          await forgetBare(slug);
        }
        expect(await stored('beta')).toEqual(await stored('alpha'));
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('holds only what the scope of the caller lets be seen', async () => {
    await clear('alpha');
    const [source, out] = [join(folder, 'source.xlsx'), join(folder, 'out.xlsx')];
    const people = ['R', 'S', 'T'].map((unit_code, i) => ({ id_number: String(i).padStart(12, '0'), full_name: unit_code, unit_code, kind: 'Cán bộ', valid_from: '01/01/2020' }));
    await writeRosterWorkbook(source, { units, people });
    await imported('alpha', source);
    const [unit] = await dbs['alpha']!.execute<{ id: UnitId }>(sql`select id from units where code = 'S'`);
    const result = await exportRoster({ ...ctx('alpha'), access: { kind: 'granted', held: [{ role: 'agency-officer', scope: subtreesOf([unit!.id]) }] } }, { on, path: out });
    expect(result).toEqual({ ok: true, value: { rows: { units: 3, posts: 0, people: 2, certificates: 0 } } });
  });

  it('takes one sheet through csv without loss', async () => {
    await clear('alpha');
    const [source, csv] = [join(folder, 'source.xlsx'), join(folder, 'people.csv')];
    await writeRosterWorkbook(source, { units, people: [{ id_number: '000000000001', full_name: '=x', unit_code: 'R', kind: 'Cán bộ', office: "'-5", ethnicity: '@y', valid_from: '01/01/2020', office_rank: '?' }] });
    await imported('alpha', source);
    await exportRoster(ctx('alpha'), { on, path: csv });
    expect((await imported('alpha', csv)).written).toBe(false);
  });
});
