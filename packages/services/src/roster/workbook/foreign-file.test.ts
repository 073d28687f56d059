import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { skippedKinds } from '@saubac/domain/layouts';
import type { Cell } from '@saubac/domain/people';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LayoutChoice } from './choose-layout.ts';
import { defaultLimits, type ReadEvent } from './file-refusal.ts';
import { rosterEvents } from './read-file.ts';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'foreign-'))));
afterAll(() => rm(folder, { recursive: true }));

const accepting: LayoutChoice = { given: null, saved: [], acceptProposal: true };
const read = async (bytes: Uint8Array | string, layouts: LayoutChoice = accepting): Promise<ReadEvent[]> => {
  const path = join(folder, 'f');
  await writeFile(path, bytes);
  const events: ReadEvent[] = [];
  for await (const event of rosterEvents({ path, batch: 'b', limits: defaultLimits, layouts })) events.push(event);
  return events;
};
const linesOf = (events: ReadEvent[]): string[][] => events.flatMap((it) => (it.kind === 'rows' ? [new TextDecoder().decode(it.chunk)] : [])).join('').split('\n').slice(0, -1).map((line) => line.split('\t'));

const headings: Cell[] = ['TT', 'Họ và tên', 'Số CCCD', 'Ngày sinh', 'Đơn vị', 'Đối tượng', 'Email'];
const person = (n: number): Cell[] => [n, `Nguyễn Văn ${n}`, String(n).padStart(12, '0'), '1980', 'U', 'Công chức', 'a@b'];
const sheet = (name: string, rows: Cell[][]) => ({ name, rows: [['Danh sách'], headings, ...rows] as never[][] });

describe('a file that is not the template', () => {
  it('is staged sheet by sheet under the references of its rows, with what it does not state', async () => {
    const events = await read(await writeXlsx({ sheets: [sheet('A', [person(1), [], person(2)]), sheet('B', [person(3)])] }));
    const lines = linesOf(events);
    expect(lines.map(([, ref]) => Number(ref))).toEqual([3, 5, 2 ** 20 + 3]);
    expect(lines[0]!.at(-1)).toBe('\\N');
    expect(lines[0]!.at(-2)).toContain('leader,concurrent,valid_from');
    expect(events[0]).toMatchObject({ kind: 'opened', sheets: ['people'], sources: [{ name: 'A', headings: { id_number: 'Số CCCD' } }, { name: 'B' }], layout: { how: 'proposed', leftOut: [] } });
    expect(events.at(-1)).toMatchObject({ kind: 'done', rows: { people: 3 }, accounts: [{ name: 'A', rows: 5, data: 2 }, { name: 'B', rows: 3, data: 1 }] });
  });

  it('is refused with the proposal unless that is accepted', async () => {
    const refused = (await read(await writeXlsx({ sheets: [sheet('A', [person(1)])] }), { ...accepting, acceptProposal: false })).at(-1);
    expect(refused).toMatchObject({ kind: 'refused', refusal: { kind: 'needs-layout', proposal: { complete: true } } });
  });

  it('may bear the name of a sheet of the template', async () => {
    expect((await read(await writeXlsx({ sheets: [sheet('Nhân sự', [person(1)])] }))).at(-1)).toMatchObject({ kind: 'done', rows: { people: 1 } });
  });

  it('has each of its rows staged or left out for a reason, whatever stands in them', async () => {
    const cell = fc.oneof(fc.constant(''), fc.stringMatching(/^[\w .]{1,10}$/), fc.constantFrom('Tổng cộng', 'II', 'Phòng A', 'Người lập biểu', 'Họ và tên', '000000000001', '\u200b'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 7, maxLength: 8 }), { maxLength: 25 }), async (rows) => {
        const all = [headings, person(1), ...rows].map((row) => row.join(';'));
        const events = await read(`Danh sách;;;;;;\n${all.join('\n')}\n`);
        const last = events.at(-1)!;
        if (last.kind !== 'done') throw new Error(JSON.stringify(last));
        const [account] = last.accounts;
        expect(linesOf(events)).toHaveLength(account!.data);
        expect(account!.data + skippedKinds.reduce((sum, kind) => sum + account!.skipped[kind].count, 0)).toBe(account!.rows);
        expect(account!.rows).toBe(all.length + 1);
      }),
      { numRuns: 40 },
    );
  });
});
