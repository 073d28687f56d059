import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Layout } from '@saubac/domain/layouts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommandLine, type CommandLine } from './command-line.ts';

let cli: CommandLine;
const foreign = fileURLToPath(new URL('../../../packages/services/test/foreign/two-sheets-of-an-agency.xlsx', import.meta.url));
const list = (...lines: string[]) => ['DANH SÁCH VIÊN CHỨC', 'TT,Họ tên,Số CCCD,Năm sinh,Đơn vị,Số điện thoại', ...lines, ',Tổng cộng: 1', ''].join('\n');
const units = [{ code: 'R', name: 'R', tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' }];
const load = (path: string, ...more: string[]) => cli.json('roster', 'import', 'alpha', path, '--effective', '2026-01-01', ...more);

beforeAll(async () => {
  cli = await openCommandLine();
  await cli.done('roster', 'import', 'alpha', await cli.roster('units.xlsx', { units }), '--effective', '2025-12-01');
});
afterAll(() => cli.close());

describe('a file that is not the template', () => {
  it('is told how it would be read, with what is missing and what nobody reads', async () => {
    const told = await cli.run('roster', 'layout', 'propose', foreign, '--out', cli.path('layout.json'));
    expect(told.out).toContain('Sheet “Biên chế” is the sheet Nhân sự, headings from row 6:');
    expect(told.out).toContain('Ngày sinh ← columns Ngày, tháng, năm sinh / Nam');
    expect(told.out).toContain('Not used: column I “Trình độ / Văn hóa” (3 filled)');
    expect(told.out).toContain('Sheet “Lưu ý” is not read');
    expect(told.out).toContain('Nothing required is missing');
    expect(JSON.parse(await readFile(cli.path('layout.json'), 'utf8'))).toMatchObject({ format: 1, sheets: [{ target: 'people' }] });
    expect(await cli.json('roster', 'layout', 'propose', await cli.roster('own.xlsx', { units }))).toMatchObject({ error: { kind: 'file-is-the-template' } });
  });

  it('is imported as proposed only where that is said, and under a name for the next one', async () => {
    const first = cli.file('a.csv', list('1,Nguyễn Văn An,000000000001,1980,R,0912'));
    expect(await load(first)).toMatchObject({ error: { kind: 'needs-layout' } });
    expect(await load(first, '--accept-proposal', '--save-layout', 'School')).toMatchObject({ written: true, preview: { counts: { people: { new: 1 } }, reading: { layout: { how: 'proposed' } } } });
    const told = await cli.run('roster', 'import', 'alpha', cli.file('b.csv', list('1,Trần Thị Bình,000000000002,1985,R,0913')), '--effective', '2026-01-01');
    expect(told.out).toContain('Read with the layout “School”.');
    expect(told.out).toContain('Sheet “csv”: 4 rows, 1 of data, 3 left out.');
    expect(told.out).toContain('totals: 1 (rows 4)');
    expect(told.out).toContain('Not used: column F “Số điện thoại” (1 filled)');
  });

  it('is imported with a layout by its name or from a file, which says what is wrong with it', async () => {
    const layout = JSON.parse(await readFile(cli.path('layout.json'), 'utf8')) as Layout;
    const own = { ...layout, sheets: layout.sheets.map((rule) => ({ ...rule, columns: { ...rule.columns, unit_code: { from: 'constant', value: 'R' } } })) };
    expect(await load(foreign, '--layout', cli.file('own.json', own), '--dry-run')).toMatchObject({ preview: { counts: { people: { new: 2, changed: 2, refused: 0 } }, reading: { sheets: [{ data: 3 }, { data: 1 }] } } });
    expect(await load(foreign, '--layout', 'school', '--dry-run')).toMatchObject({ error: { kind: 'layout-does-not-fit' } });
    expect(await load(foreign, '--layout', 'nobody')).toMatchObject({ error: { kind: 'unknown-layout' } });
    expect(await load(foreign, '--layout', cli.file('bad.json', { format: 1 }))).toMatchObject({ error: { kind: 'layout-not-in-form' } });
  });

  it('has layouts that are listed, renamed and deleted', async () => {
    expect((await cli.run('roster', 'layout', 'list', 'alpha')).out).toContain('School: csv (operator,');
    expect(await cli.json('roster', 'layout', 'rename', 'alpha', 'School', 'Schools')).toMatchObject({ name: 'Schools', version: 2 });
    expect(await cli.json('roster', 'layout', 'delete', 'alpha', 'schools')).toEqual({ deleted: 'Schools' });
    expect((await cli.run('roster', 'layout', 'list', 'alpha')).out).toContain('No layout was saved yet.');
  });
});
