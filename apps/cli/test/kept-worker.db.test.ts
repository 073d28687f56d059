import { createWords } from '@saubac/i18n';
import { cloneDatabase, commandEnvironment, type CommandEnvironment, type TestCluster } from '@saubac/testing/cluster';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepWorker, type KeptWorker } from '../src/start/worker.ts';

let cluster: TestCluster;
let environment: CommandEnvironment;
let worker: KeptWorker;
const said: string[] = [];

beforeAll(async () => {
  cluster = await cloneDatabase();
  environment = commandEnvironment(cluster);
  worker = await keepWorker({ env: environment.env, server: cluster.server, words: createWords('en'), say: (line) => said.push(line) });
});
afterAll(async () => {
  await worker.stop();
  await cluster.close();
  environment.remove();
});

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('the worker of the product', () => {
  it('is started again when it dies, and that is said', async () => {
    const first = worker.pid() ?? 0;
    expect(isThere(first)).toBe(true);
    process.kill(first, 'SIGKILL');
    await expect.poll(() => said, { timeout: 40_000 }).toEqual(['The worker stopped unexpectedly; it is started again in 1 s.', 'The worker runs again.']);
    expect(worker.pid()).not.toBe(first);
  });

  it('stops when it is told to, and is not started again', async () => {
    const last = worker.pid() ?? 0;
    await worker.stop();
    expect(isThere(last)).toBe(false);
    expect(said).toHaveLength(2);
  });
});
