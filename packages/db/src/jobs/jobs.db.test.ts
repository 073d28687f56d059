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
