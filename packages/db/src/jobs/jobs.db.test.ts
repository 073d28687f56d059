import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { executorOf, openJobs, type Jobs } from './index.ts';

let cluster: TestCluster;
let jobs: Jobs;
const faults: unknown[] = [];

beforeAll(async () => {
  cluster = await cloneDatabase();
  const login = { user: cluster.roles.platformApi, password: inject('testServer').secrets.platformApiPassword };
  jobs = await openJobs(cluster.server, login, { role: 'work', onFault: (fault) => faults.push(fault) });
  await jobs.boss.createQueue('greet', { notify: true, retryLimit: 0 });
});
afterAll(async () => {
  await jobs.stop();
  await cluster.close();
});

describe('the queue of the platform', () => {
  it('hands over what was put in, as it was, and keeps what was answered', async () => {
    const handled = Promise.withResolvers<object>();
    await jobs.boss.work('greet', async ([job]) => {
      handled.resolve(job?.data ?? {});
      return { seen: ['"', '\\', 'ắ'] };
    });
    const id = await jobs.boss.send('greet', { text: 'Xin chào "\\', list: [1, { a: null }] });
    expect(await handled.promise).toEqual({ text: 'Xin chào "\\', list: [1, { a: null }] });
    await expect.poll(async () => (await jobs.boss.findJobs('greet', { id: id ?? '' }))[0]).toMatchObject({ state: 'completed', output: { seen: ['"', '\\', 'ắ'] } });
    expect(faults).toEqual([]);
  });

  it('leaves a job to whoever works on it, however long that takes', async () => {
    await jobs.boss.createQueue('long', { heartbeatSeconds: 10 });
    const taken = Promise.withResolvers<AbortSignal>();
    const done = Promise.withResolvers<void>();
    await jobs.boss.work('long', { heartbeatRefreshSeconds: 0.1 }, async ([job]) => {
      if (job) taken.resolve(job.signal);
      await done.promise;
    });
    await jobs.boss.send('long', {});
    const signal = await taken.promise;
    const heardOf = new Set<string>();
    const heard = async (): Promise<number> => {
      const [row] = await cluster.superuser()<{ at: string }[]>`select heartbeat_on::text as at from jobs.job where name = 'long'`;
      if (row) heardOf.add(row.at);
      return heardOf.size;
    };
    // At each of these the queue looks whether the job is still this worker's.
    await expect.poll(heard, { interval: 20, timeout: 20_000 }).toBeGreaterThan(3);
    expect(signal.aborted).toBe(false);
    done.resolve();
  });

  it('takes a job only when the transaction that sends it commits', async () => {
    await jobs.boss.createQueue('mailing');
    const send = (fate: 'commit' | 'rollback') =>
      cluster.registry.begin(async (tx) => {
        await jobs.boss.send('mailing', { fate }, { db: executorOf(tx) });
        if (fate === 'rollback') throw new Error('no');
      });
    await send('commit');
    await expect(send('rollback')).rejects.toThrow('no');
    expect((await jobs.boss.findJobs('mailing')).map((job) => job.data)).toEqual([{ fate: 'commit' }]);
  });

  it('takes a job with an id only once', async () => {
    const id = '0199a5c2-0000-7000-8000-000000000001';
    expect(await jobs.boss.send('mailing', {}, { id })).toBe(id);
    expect(await jobs.boss.send('mailing', {}, { id })).toBeNull();
  });
});
