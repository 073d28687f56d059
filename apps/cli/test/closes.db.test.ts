import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommandLine, plan, roster, type CommandLine } from './command-line.ts';

let cli: CommandLine;

beforeAll(async () => {
  cli = await openCommandLine();
  const settings = new URL('../../../deploy/reference/default-settings.json', import.meta.url).pathname;
  for (const line of [
    ['settings', 'apply', 'alpha', settings],
    ['plan', 'apply', 'alpha', cli.file('plan.json', plan), '--from', '2021-01-01'],
    ['roster', 'import', 'alpha', await cli.roster('r.xlsx', roster), '--effective', '2025-07-01'],
  ]) await cli.done(...line);
});
afterAll(() => cli.close());

const target = ['--target', 'officials-2025'];

describe('close', () => {
  it('previews a period, makes it, and signs it with its anchor', async () => {
    expect(await cli.json('close', 'preview', 'alpha', '2025')).toMatchObject({ period: '2025', cutOff: '2025-12-31', targets: [{ denominator: 4, numerator: 1 }, {}], standing: null });
    expect(await cli.json('close', 'make', 'alpha', '2025')).toMatchObject({ state: 'prepared', number: 1 });
    expect(await cli.json('close', 'approve', 'alpha', '2025')).toMatchObject({ state: 'signed', anchor: { position: expect.any(Number) as number } });
    expect(await cli.json('close', 'list', 'alpha')).toMatchObject([{ period: '2025', state: 'signed' }]);
  });

  it('shows figures, units, people and the course of a target, and prints them', async () => {
    expect(await cli.json('close', 'show', 'alpha', '2025')).toMatchObject({ targets: [{ denominator: 4, numerator: 1, percent: 25 }, { status: 'no-evidence' }] });
    expect(await cli.json('close', 'show', 'alpha', '2025', ...target)).toMatchObject({ total: { denominator: 4 } });
    expect(await cli.json('close', 'people', 'alpha', '2025', ...target, '--in', 'missing')).toHaveLength(3);
    expect(await cli.json('trend', 'alpha', ...target, '--from', '2025-01-01')).toMatchObject({ points: [{ on: '2025-12-31', source: 'close' }] });
    const out = cli.path('close.xlsx');
    await cli.done('close', 'print', 'alpha', '2025', '--out', out);
    expect(existsSync(out)).toBe(true);
  });

  it('makes a correction for a reason only, and compares the two', async () => {
    expect((await cli.run('close', 'make', 'alpha', '2025')).err).toContain('--reason');
    await cli.done('close', 'make', 'alpha', '2025', '--reason', 'Kiểm tra');
    expect(await cli.json('close', 'compare', 'alpha', '2025@1', '2025@2')).toMatchObject({ targets: [{ counts: { entered: 0, left: 0, gained: 0, lost: 0 } }] });
    expect(await cli.json('close', 'cancel', 'alpha', '2025@2')).toMatchObject({ state: 'cancelled' });
  });

  it('sends one back with the reason, which it then tells', async () => {
    const { id } = await cli.json('close', 'make', 'alpha', '2025', '--reason', 'Kiểm tra') as { id: string };
    expect((await cli.run('close', 'send-back', 'alpha', id)).code).toBe(2);
    expect(await cli.json('close', 'send-back', 'alpha', id, '--why', 'Thiếu đơn vị.')).toMatchObject({ state: 'cancelled', failure: { kind: 'close-sent-back', reason: 'Thiếu đơn vị.' } });
  });
});
