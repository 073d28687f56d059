import type { AddressInfo } from 'node:net';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJobs, type Jobs } from '@saubac/db/jobs';
import { mailSender, wasSent, type MailSender, type QueuedMail } from '@saubac/db/mail';
import { vaultOf } from '@saubac/db/tenancy';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { startWorker, type Working } from '../src/start-worker.ts';
import { silent, workerSettings } from './test-worker.ts';

type Caught = { to: string[]; text: string };

let cluster: TestCluster;
let sender: Jobs;
let send: MailSender;
let smtp: SMTPServer;
let smtpUrl: string;
let folder: string;
let worker: Working | undefined;
let caught: Caught[] = [];
let refusals = 0;

beforeAll(async () => {
  cluster = await cloneDatabase();
  folder = await mkdtemp(join(tmpdir(), 'saubac-mail-'));
  const { platformApiPassword, key } = inject('testServer').secrets;
  sender = await openJobs(cluster.server, { user: cluster.roles.platformApi, password: platformApiPassword }, { role: 'send', onFault: () => {} });
  send = mailSender(sender, vaultOf({ name: key.name, bytes: Buffer.from(key.bytes, 'base64') }));
  smtp = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        if (refusals > 0) {
          refusals -= 1;
          done(Object.assign(new Error('Mailbox of binh@example.org is busy'), { responseCode: 451 }));
          return;
        }
        caught.push({ to: session.envelope.rcptTo.map((it) => it.address), text: Buffer.concat(pieces).toString() });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  smtpUrl = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  caught = [];
});
afterAll(async () => {
  await new Promise<void>((resolve) => smtp.close(resolve));
  await sender.stop();
  await cluster.close();
  await rm(folder, { recursive: true });
});

const start = async (mail: { smtpUrl?: string } = { smtpUrl }): Promise<void> => {
  worker = await startWorker(workerSettings(cluster, { mail: { ...mail, folder: join(folder, 'mail') } }), () => ({}), silent);
};
const mail: QueuedMail = { to: 'binh@example.org', locale: 'vi', template: 'reset', params: { name: 'Lê Thị Bình', link: 'https://example.org/reset#secret', hours: '1' } };
const keyOf = (n: number): string => `0199a5c2-0000-7000-8000-00000000000${n}`;
const jobsHolding = async (text: string): Promise<number> => {
  const [row] = await cluster.superuser()<{ jobs: number }[]>`select count(*)::int as jobs from jobs.job where data::text like ${`%${text}%`} or output::text like ${`%${text}%`}`;
  return row?.jobs ?? -1;
};

describe('a mail', () => {
  it('goes out in the language of whoever gets it, and nothing of it is left behind', async () => {
    await send(mail, undefined, keyOf(1));
    expect(await jobsHolding('example.org')).toBe(0);
    await start();
    await expect.poll(() => caught).toHaveLength(1);
    expect(caught[0]?.to).toEqual(['binh@example.org']);
    expect(caught[0]?.text).toContain(`Message-ID: <${keyOf(1)}@saubac.invalid>`);
    expect(caught[0]?.text).toMatch(/^From: =\?UTF-8\?.* <no-reply@saubac\.invalid>/m);
    expect(caught[0]?.text).toContain('Subject: =?UTF-8?');
    await expect.poll(() => jobsHolding(keyOf(1))).toBe(0);
    expect(await wasSent(cluster.registry, keyOf(1))).toBe(true);
  });

  it('goes out only when the transaction that gives rise to it commits', async () => {
    const undone = cluster.registry.begin(async (tx) => {
      await send(mail, tx, keyOf(2));
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await cluster.registry.begin((tx) => send({ ...mail, to: 'an@example.org' }, tx, keyOf(3)));
    await start();
    await expect.poll(() => caught.map((it) => it.to[0])).toEqual(['an@example.org']);
  });

  it('is sent once under one key, however often it is queued', async () => {
    await send(mail, undefined, keyOf(4));
    await send(mail, undefined, keyOf(4));
    await start();
    await expect.poll(() => wasSent(cluster.registry, keyOf(4))).toBe(true);
    await send(mail, undefined, keyOf(4));
    await send(mail, undefined, keyOf(5));
    await expect.poll(() => wasSent(cluster.registry, keyOf(5)), { timeout: 60_000 }).toBe(true);
    await expect.poll(() => jobsHolding('sealed')).toBe(0);
    expect(caught).toHaveLength(2);
  });

  it('is tried again when the server does not take it, and the reason is kept without the address', async () => {
    refusals = 1;
    await send(mail, undefined, keyOf(6));
    await start();
    await expect.poll(() => refusals).toBe(0);
    await expect.poll(() => jobsHolding('EMESSAGE')).toBe(1);
    expect(await jobsHolding('example.org')).toBe(0);
    expect(caught).toEqual([]);
    await expect.poll(() => caught.length, { timeout: 20_000 }).toBe(1);
  });

  it('is written to a file where no server is given', async () => {
    await start({});
    await send(mail, undefined, keyOf(7));
    await expect.poll(() => wasSent(cluster.registry, keyOf(7))).toBe(true);
    expect(await readdir(join(folder, 'mail'))).toEqual([`${keyOf(7)}.eml`]);
    expect(await readFile(join(folder, 'mail', `${keyOf(7)}.eml`), 'utf8')).toContain('To: binh@example.org');
  });
});
