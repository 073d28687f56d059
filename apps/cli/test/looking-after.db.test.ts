import { anchorHead, writeWithAudit } from '@saubac/db/audit';
import { deadMailQueue, openJobs } from '@saubac/db/jobs';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openCommandLine, type CommandLine } from './command-line.ts';

let line: CommandLine;
beforeAll(async () => {
  line = await openCommandLine();
});
afterAll(() => line.close());

const addPost = (code: string) =>
  line.cluster.withTenant('alpha', ({ db }) =>
    writeWithAudit(db, { actor: { id: null, label: 'operator' }, now: new Date() }, async (tx, record) => {
      await tx.execute(sql`insert into posts (code, name) values (${code}, 'P')`);
      await record({ act: 'post.added', subject: { kind: 'post' } });
    }),
  );

describe('audit verify', () => {
  it('says that an audit is whole, and counts what it saw', async () => {
    for (const code of ['A', 'B']) await addPost(code);
    const { cluster } = line;
    const tenant = await cluster.findTenant('alpha');
    if (tenant) await anchorHead(cluster.registry, cluster.provisioner, tenant);
    expect(await line.json('audit', 'verify', 'alpha')).toEqual({ slug: 'alpha', entries: 2, erased: 0, anchors: 1, faults: [] });
    expect((await line.run('audit', 'verify', 'alpha')).out).toBe('The audit of alpha is whole: 2 entries, 0 of them erased, in agreement with 1 anchors.\n');
  });

  it('fails with each fault in words', async () => {
    const tenant = await line.cluster.findTenant('alpha');
    await line.cluster.superuser().unsafe(`update ${tenant?.schemaName}.audit_entries set why = 'x' where position = 1`);
    const { code, err } = await line.run('audit', 'verify', 'alpha');
    expect(code).toBe(1);
    expect(err).toBe('The audit of alpha is not whole; there is 1 fault:\n  Entry 1: what the entry says was changed.\n');
  });

  it('knows no tenant that is not there', async () => {
    expect(await line.run('audit', 'verify', 'gamma')).toMatchObject({ code: 1, out: '' });
  });
});

describe('jobs', () => {
  it('says that nothing was given up', async () => {
    expect(await line.run('jobs', 'list')).toMatchObject({ code: 0, out: 'No work was given up.\n' });
  });

  it('lists what was given up, of whom and why, and lets it be attempted anew', async () => {
    const dead = (slug: string) =>
      line.cluster.withTenant(slug, async ({ db }) => {
        const [row] = await db.execute<{ id: string }>(sql`insert into outbox (kind, payload, state, attempts, failure, ended_at) values ('roster.check', '{}', 'dead', 8, '40001', now()) returning id`);
        return row?.id ?? '';
      });
    const [ofAlpha, ofBeta] = [await dead('alpha'), await dead('beta')];
    expect(await line.json('jobs', 'list')).toMatchObject([
      { id: ofAlpha, tenant: 'alpha', kind: 'roster.check', attempts: 8, failure: '40001' },
      { id: ofBeta, tenant: 'beta' },
    ]);
    expect((await line.run('jobs', 'retry', ofAlpha)).out).toBe('1 piece of work will be attempted anew.\n');
    expect(await line.json('jobs', 'list')).toMatchObject([{ id: ofBeta }]);
    const [row] = await line.cluster.withTenant('alpha', ({ db }) => db.execute(sql`select state, attempts from outbox`));
    expect(row).toEqual({ state: 'waiting', attempts: 0 });
    expect(await line.json('jobs', 'retry', '--all')).toEqual({ retried: 1 });
  });

  it('lists mails that could not be sent without telling to whom, and sends them anew', async () => {
    const { cluster } = line;
    const login = { user: cluster.roles.platformApi, password: inject('testServer').secrets.platformApiPassword };
    const jobs = await openJobs(cluster.server, login, { role: 'send', onFault: () => {} });
    await jobs.boss.send('mail', { key: 'k', template: 'reset', sealed: 'v1.x' }, { retryLimit: 0 });
    const [taken] = await jobs.boss.fetch('mail');
    await jobs.boss.fail('mail', taken?.id ?? '', new Error('EAUTH'));
    expect(await line.json('jobs', 'list')).toMatchObject([{ tenant: null, kind: 'mail: reset', failure: 'EAUTH' }]);
    expect(await line.json('jobs', 'retry', '--all')).toEqual({ retried: 1 });
    expect(await jobs.boss.findJobs(deadMailQueue)).toEqual([]);
    expect(await jobs.boss.findJobs('mail', { queued: true })).toMatchObject([{ data: { key: 'k' } }]);
    await jobs.stop();
  });

  it.each([[[]], [['x']], [['--all', '0199a5c2-0000-7000-8000-000000000001']]])('wants to know which work to attempt anew: %j', async (args) => {
    expect((await line.run('jobs', 'retry', ...args)).code).toBe(2);
  });

  it('says that no such work was given up', async () => {
    expect(await line.run('jobs', 'retry', '0199a5c2-0000-7000-8000-000000000001')).toMatchObject({ code: 1, out: '' });
  });
});
