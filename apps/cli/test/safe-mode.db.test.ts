import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { openCommandLine, plan, roster, type CommandLine } from './command-line.ts';

let cli: CommandLine;
beforeAll(async () => {
  cli = await openCommandLine();
  await cli.done('roster', 'import', 'alpha', await cli.roster('roster.xlsx', roster), '--effective', '2020-01-01');
  await cli.done('plugin', 'enable', 'alpha', 'example');
  const [counted, ...others] = plan.targets;
  const targets = [{ ...counted, cohort: { fact: 'example.servesForeignVisitors', is: false } }, ...others];
  await cli.done('plan', 'apply', 'alpha', cli.file('plan.json', { ...plan, targets }), '--from', '2021-01-01');
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => cli.close());

const safely = <T>(work: () => Promise<T>): Promise<T> => {
  vi.stubEnv('SAFE_MODE', '1');
  return work();
};
const statuses = async (): Promise<unknown[]> => ((await cli.json('progress', 'alpha', '--on', '2025-12-31')) as { status: string }[]).map((it) => it.status);

describe('in safe mode', () => {
  it('says of every plugin that it does not run', async () => {
    expect(await safely(() => cli.json('plugin', 'list', 'alpha'))).toContainEqual({ plugin: 'example', version: '1.0.0', state: 'safe-mode' });
    expect((await cli.run('plugin', 'list', 'alpha')).out).toMatch(/example +1\.0\.0 +not running \(safe mode\)/);
  });

  it('answers a target that needs a fact of a plugin as unavailable, and the others as ever', async () => {
    const usual = await statuses();
    const safe = await safely(statuses);
    expect([usual[0], safe[0]]).toEqual(['measured', 'unavailable']);
    expect(safe.slice(1)).toEqual(usual.slice(1));
  });

  it('enables no plugin, and says how to get out of it', async () => {
    const { err, code } = await safely(() => cli.run('plugin', 'enable', 'beta', 'example'));
    expect([code, err]).toEqual([1, expect.stringContaining('start it again without SAFE_MODE')]);
  });

  it('keeps what was enabled as it was', async () => {
    await safely(() => cli.run('plugin', 'list', 'alpha'));
    vi.unstubAllEnvs();
    expect(await cli.json('plugin', 'list', 'alpha')).toContainEqual({ plugin: 'example', version: '1.0.0', state: 'enabled' });
  });
});
