import { writeFileSync } from 'node:fs';
import { changeWorkbookFile } from '@saubac/services/unit-changes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommandLine, type CommandLine } from './command-line.ts';

const unit = (code: string, parent: string) => ({ code, name: code, parent_code: parent, tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước', valid_from: '01/01/2010' });
const person = (id: number, unitCode: string) => ({ id_number: String(id).padStart(12, '0'), full_name: `Người ${id}`, unit_code: unitCode, kind: 'Công chức', valid_from: '01/01/2020' });

let cli: CommandLine;
beforeAll(async () => {
  cli = await openCommandLine();
  const path = await cli.roster('world.xlsx', { units: [unit('R', ''), unit('A', 'R'), unit('B', 'R')], people: [person(1, 'A'), person(2, 'A')] });
  await cli.done('roster', 'import', 'alpha', path, '--effective', '2026-01-01');
});
afterAll(() => cli.close());

type Change = { id: string; state: string; version: number; error?: { kind: string }; preview: object };
const change = async (...args: string[]): Promise<Change> => (await cli.json('unit', 'change', ...args)) as Change;
const workbook = async (name: string, rows: Parameters<typeof changeWorkbookFile>[1]): Promise<string> => {
  writeFileSync(cli.path(name), await changeWorkbookFile('vi', rows));
  return cli.path(name);
};

describe('a change of units at the command line', () => {
  it('is written in the workbook of the template, previewed, committed and withdrawn', async () => {
    await cli.done('unit', 'change', 'template', '--out', cli.path('template.xlsx'));
    expect((await change('preview', 'alpha', cli.path('template.xlsx'))).error).toMatchObject({ kind: 'no-rows' });
    const file = await workbook('change.xlsx', { decision: [{ title: 'Sáp nhập', on: '01/07/2090' }], operations: [{ operation: 'Lập mới', unit: 'N', name: 'Sở mới', parent_code: 'R', tier: 'Cấp tỉnh', body_kind: 'Cơ quan nhà nước' }, { operation: 'Sáp nhập', unit: 'A;B', into: 'N' }], moves: [{ id_number: '000000000002', to_unit: 'R' }] });
    const { out } = await cli.run('unit', 'change', 'preview', 'alpha', file);
    expect(out).toContain('Units: 1 created, 2 ended, 0 changed');
    expect(out).toContain('People: 2');
    const [{ id } = { id: '' }] = (await cli.json('unit', 'change', 'list', 'alpha')) as Change[];
    const moved = (await cli.json('unit', 'change', 'show', 'alpha', id, '--list', 'people')) as { to: string }[];
    expect(moved.map(({ to }) => to).toSorted()).toEqual(['N', 'R']);
    expect(await change('commit', 'alpha', id, '--seen', '1')).toMatchObject({ error: { kind: 'changed-meanwhile' } });
    expect(await change('commit', 'alpha', id)).toMatchObject({ state: 'committed' });
    expect(await cli.json('unit', 'list', 'alpha', '--on', '2090-07-01')).toMatchObject([{ code: 'R', people: 1 }, { code: 'N', people: 1 }]);
    expect(await change('withdraw', 'alpha', id, '--why', 'Hoãn')).toMatchObject({ state: 'withdrawn' });
    expect(await cli.json('unit', 'list', 'alpha', '--on', '2090-07-01')).toMatchObject([{ code: 'R' }, { code: 'A', people: 2 }, { code: 'B' }]);
  });

  it('that can not be is told by sheet, row and column', async () => {
    const file = await workbook('refused.xlsx', { decision: [{ title: 'Giải thể', on: '01/07/2090' }], operations: [{ operation: 'Giải thể', unit: 'A' }] });
    const { code, err } = await cli.run('unit', 'change', 'preview', 'alpha', file);
    expect(code).toBe(1);
    expect(err).toContain('Sắp xếp, row 2, Người còn lại về đơn vị: 2 people of A have nowhere to go');
    const unread = await workbook('unread.xlsx', { decision: [{ title: 'x', on: '01/07/2090' }], operations: [{ operation: 'Xóa', unit: 'A' }] });
    expect((await cli.run('unit', 'change', 'preview', 'alpha', unread)).err).toContain('there is no operation “Xóa”');
    cli.file('change.csv', '');
    writeFileSync(cli.path('change.csv'), 'Thao tác,Mã đơn vị,Mã đơn vị kế thừa\nSáp nhập,A,B\n');
    expect(await change('preview', 'alpha', cli.path('change.csv'))).toMatchObject({ error: { kind: 'unit-change-untitled' } });
    expect(await change('preview', 'alpha', cli.path('change.csv'), '--title', 'Nhập', '--on', '2090-01-01')).toMatchObject({ state: 'previewed', preview: { ended: 1, people: 2 } });
    expect(await change('commit', 'beta', '00000000-0000-7000-8000-000000000000')).toMatchObject({ error: { kind: 'unknown-unit-change' } });
  });
});

describe('the sample', () => {
  it('parts its roster at the reform', async () => {
    const made = await cli.json('sample', 'reform', '--people', '300', '--seed', '3', '--eve', cli.path('eve.xlsx'), '--change', cli.path('reform.xlsx'));
    expect(made).toMatchObject({ people: 300, after: null });
    await cli.done('roster', 'import', 'beta', cli.path('eve.xlsx'), '--effective', '2025-06-30');
    const previewed = await change('preview', 'beta', cli.path('reform.xlsx'));
    expect(await change('commit', 'beta', previewed.id)).toMatchObject({ state: 'committed' });
    expect(await change('withdraw', 'beta', previewed.id, '--why', 'x')).toMatchObject({ error: { kind: 'unit-change-in-effect' } });
  });
});
