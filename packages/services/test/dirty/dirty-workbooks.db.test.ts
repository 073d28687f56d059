import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TenantDb } from '@saubac/db/tenancy';
import { isoDate } from '@saubac/domain/values';
import { importRoster, type ImportPreview } from '@saubac/services/roster';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { rosterLoader } from '../roster-loader.ts';
import { expected } from './expected.ts';

const unit = (code: string, name: string, parent_code = 'UB', more: Record<string, string> = {}) => ({ code, name, parent_code, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010', ...more });
const units = [
  unit('UB', 'Ủy ban nhân dân tỉnh', ''), unit('SNV', 'Sở Nội vụ'), unit('STC', 'Sở Tài chính'), unit('SGD', 'Sở Giáo dục và Đào tạo'), unit('SYT', 'Sở Y tế'), unit('TTYT', 'Trung tâm Y tế Mẫu Đông', 'SYT'),
  unit('X1', 'Ủy ban nhân dân xã Bình Mẫu'), unit('X2', 'Ủy ban nhân dân xã An Mẫu'), unit('P1', 'Ủy ban nhân dân phường Mẫu Tây'), unit('T1', 'Trường THCS Bình Mẫu', 'SGD'),
  unit('SNV-TC', 'Phòng Tổ chức', 'SNV'), unit('STC-TC', 'Phòng Tổ chức', 'STC'), unit('SNG', 'Sở Ngoại vụ', 'UB', { valid_to: '30/06/2025' }),
];
const known = [{ id_number: '068079000107', full_name: 'Đặng Quốc Hưng', birth_date: '02/11/1979', sex: 'Nam', unit_code: 'SNV', kind: 'Cán bộ', valid_from: '01/01/2020' }];

const clusters: TestCluster[] = [];
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'dirty-'))));
afterAll(async () => {
  for (const it of clusters) await it.close();
  await rm(folder, { recursive: true });
});

const tenants: string[] = [];
const freshTenant = async (): Promise<TenantDb> => {
  if (tenants.length === 0) {
    clusters.push(await cloneDatabase());
    tenants.push('alpha', 'beta');
  }
  const { db } = await clusters.at(-1)!.openTenant(tenants.shift()!);
  await rosterLoader(() => testCtx({ db, today: isoDate('2026-01-15') }), () => folder).written({ units, posts: [{ code: 'CV', name: 'Chuyên viên tổng hợp' }], people: known }, '2025-12-01');
  return db;
};

/** The rows of a file that hold anything, counted in its bytes without the product's reader. */
const filledRows = async (name: string): Promise<number> => {
  const bytes = await readFile(join(import.meta.dirname, name));
  if (name.endsWith('.csv')) return bytes.toString('latin1').split('\n').filter((line) => line.replaceAll(/[;"\r]/g, '') !== '').length;
  const sheets = Object.entries(unzipSync(bytes)).filter(([part]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(part));
  return sheets.map(([, xml]) => [...new TextDecoder().decode(xml).matchAll(/<row .*?<\/row>/gs)].filter(([row]) => /<v>|<t[ >]/.test(row)).length).reduce((sum, rows) => sum + rows, 0);
};

const peopleIn = async (db: TenantDb): Promise<string[]> =>
  (await db.execute<{ line: string }>(sql`
    select concat_ws(' ', p.id_number, p.full_name, left(p.birth_date::text, case p.birth_precision when 'year' then 4 when 'month' then 7 else 10 end), p.sex, (select string_agg(concat_ws(':', u.code, a.kind, po.code, a.office, case when a.leader then 'leads' end), ' + ' order by u.code) from assignments a join units u on u.id = a.unit_id left join posts po on po.id = a.post_id where a.person_id = p.id and a.valid_to = 'infinity')) as line
    from people p where p.id_number <> ${known[0]!.id_number} or exists (select 1 from assignments a where a.person_id = p.id and a.valid_from > '2020-01-01') order by p.id_number`)).map(({ line }) => line);

const refusalsOf = ({ refusals }: ImportPreview): string[] => refusals.map((it) => `${it.sheetName} ${it.row} ${it.column} ${it.kind}`);

const skippedOf = ({ reading }: ImportPreview): Record<string, number> => {
  const counts = new Map<string, number>();
  for (const { skipped } of reading?.sheets ?? []) for (const [kind, { count }] of Object.entries(skipped)) if (count > 0) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return Object.fromEntries(counts);
};

const loaded = async (name: string) => {
  const db = await freshTenant();
  const result = await importRoster(testCtx({ db, today: isoDate('2026-01-15') }), { path: join(import.meta.dirname, name), effectiveDate: isoDate('2026-01-01'), skipRefused: true, acceptProposal: true });
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure, null, 1)}`);
  return { db, preview: result.value.preview };
};

describe('a workbook as it comes from an office', () => {
  it.each(Object.keys(expected))('%s is read to the right people, and nothing is lost without a word', async (name) => {
    const { db, preview } = await loaded(name);
    const { people, posts, certificates } = preview.counts;
    const found = { people: await peopleIn(db), refusals: refusalsOf(preview), skipped: skippedOf(preview), mended: preview.mended, encoding: preview.encoding, claims: preview.claims };
    expect(found).toEqual(expected[name]);
    // Of the template only the row of headings is no row of data, and the reader does not speak of it.
    const { blank: _, ...skipped } = found.skipped;
    const passed = preview.reading ? Object.values(skipped).reduce((sum, rows) => sum + rows, 0) : 1;
    expect([posts, certificates].map((it) => it.new + it.refused)).toEqual([0, 0]);
    expect(people.new + people.changed + people.unchanged + people.refused + passed).toBe(await filledRows(name));
  });
});
