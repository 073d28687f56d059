import { notifyAccess, type Account } from '@saubac/db/accounts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { client, noon, openTestAuth, operator, password, valueOf, type TestAuth } from '../../test/test-auth.ts';
import { disableUser, endMembership } from '../accounts/index.ts';
import type { Auth } from '../context/index.ts';
import { changePassword } from '../passwords/index.ts';
import { endAllSessions, endSessionOf, openSession, sessionReader, type OpenedSession, type SessionReader } from './index.ts';

/** A reader as one process has it, which says how often it asked the database. */
type Process = { auth: Auth; reader: SessionReader };

let test: TestAuth;
let here: Process;
let there: Process;
let user: Account;
let opened: OpenedSession;
let others = 0;

const startProcess = async (): Promise<Process> => {
  const auth = await test.another();
  return { auth, reader: sessionReader(auth) };
};

beforeAll(async () => {
  test = await openTestAuth();
  here = await startProcess();
  there = await startProcess();
});
afterAll(() => test.close());

const reads = (process: Process) => process.reader.read(opened.token, noon);

/** Waits until both have heard all that was told before: notices come in the order in which they were sent. */
const heard = async (): Promise<void> => {
  const last = `told-${others}`;
  const waiting = [here, there].map(
    ({ auth }) =>
      new Promise<void>((resolve) => {
        const stop = auth.access.subscribe((notice) => {
          if (notice === 'everything' || !('session' in notice) || notice.session !== last) return;
          stop();
          resolve();
        });
      }),
  );
  await notifyAccess(test.auth.sql, { session: last });
  await Promise.all(waiting);
};

// Both have it in memory, and would answer from there.
beforeEach(async () => {
  user = await test.user(`leaver-${(others += 1)}@x.test`, test.alpha, test.beta);
  opened = valueOf(await openSession(test.auth, { user: user.id, secondFactorPassed: false, client, now: noon, by: 'password' }));
  await heard();
  for (const process of [here, there]) {
    process.reader.invalidate('everything');
    await reads(process);
    expect(process.reader.size()).toBe(1);
  }
});

/** What this process forgets at once, the other forgets as soon as it is told. */
const loseAll = async (): Promise<void> => {
  expect(await reads(here)).toBeNull();
  await vi.waitFor(async () => expect(await reads(there)).toBeNull());
};

describe('a leaver loses everything at once, also with a remembered session', () => {
  it('when the account is disabled', async () => {
    await disableUser(here.auth, { user: user.id, by: operator, now: noon });
    await loseAll();
  });

  it('when the session is ended', async () => {
    await endSessionOf(here.auth, { user: user.id, session: opened.id, by: operator, now: noon });
    await loseAll();
  });

  it('when all sessions are ended', async () => {
    await endAllSessions(here.auth, { user: user.id, by: operator, now: noon });
    await loseAll();
  });

  it('when the password is changed elsewhere', async () => {
    const elsewhere = valueOf(await openSession(test.auth, { user: user.id, secondFactorPassed: false, client, now: noon, by: 'password' }));
    const visitor = await here.reader.read(elsewhere.token, noon);
    if (!visitor) throw new Error('The session is not open.');
    const changed = await changePassword(here.auth, { visitor, current: password, password: 'another long one', address: null, now: noon });
    expect(changed).toEqual({ ok: true, value: null });
    await loseAll();
    expect(await here.reader.read(elsewhere.token, noon)).not.toBeNull();
  });

  it('and only the tenant, when the membership ends', async () => {
    await endMembership(here.auth, { user: user.id, tenant: test.alpha, by: operator, now: noon });
    expect(await reads(here)).toMatchObject({ doors: [{ tenant: test.beta }] });
    await vi.waitFor(async () => expect(await reads(there)).toMatchObject({ doors: [{ tenant: test.beta }] }));
  });

  it('with the process that did it told before it goes on, whether or not others hear', async () => {
    await disableUser(there.auth, { user: user.id, by: operator, now: noon });
    expect(await reads(there)).toBeNull();
  });
});

describe('a reader', () => {
  it('answers from memory for some seconds', async () => {
    const closed = test.cluster.superuser();
    await closed`delete from platform.sessions where id = ${opened.id}`;
    expect(await here.reader.read(opened.token, new Date(noon.getTime() + 4_000))).not.toBeNull();
    expect(await here.reader.read(opened.token, new Date(noon.getTime() + 5_000))).toBeNull();
  });

  it('does not remember who was read while a change was told', async () => {
    here.reader.invalidate('everything');
    const reading = reads(here);
    here.reader.invalidate({ user: user.id });
    await reading;
    expect(here.reader.size()).toBe(0);
  });

  it('forgets the visitors of a tenant whose grants have changed, and no others', async () => {
    const elsewhere = await test.user(`elsewhere-${others}@x.test`, test.beta);
    const theirs = valueOf(await openSession(test.auth, { user: elsewhere.id, secondFactorPassed: false, client, now: noon, by: 'password' }));
    await heard();
    here.reader.invalidate('everything');
    await reads(here);
    await here.reader.read(theirs.token, noon);
    here.reader.invalidate({ tenant: test.alpha });
    expect(here.reader.size()).toBe(1);
  });

  it('never holds more than it may', async () => {
    const small = sessionReader(here.auth, { most: 2 });
    for (let i = 0; i < 4; i += 1) {
      const more = valueOf(await openSession(test.auth, { user: user.id, secondFactorPassed: false, client, now: noon, by: 'password' }));
      await small.read(more.token, noon);
    }
    expect(small.size()).toBe(2);
    small.close();
  });

  it('remembers nothing while it does not hear what others do, and remembers again once it does', async () => {
    const superuser = test.cluster.superuser();
    await superuser`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'saubac access' and datname = current_database()`;
    await vi.waitFor(() => expect(here.auth.access.listening()).toBe(false));
    expect(here.reader.size()).toBe(0);
    await reads(here);
    expect(here.reader.size()).toBe(0);
    await vi.waitFor(() => expect(here.auth.access.listening()).toBe(true), { timeout: 60_000 });
    await reads(here);
    expect(here.reader.size()).toBe(1);
    await vi.waitFor(() => expect(there.auth.access.listening()).toBe(true), { timeout: 60_000 });
  });

  it('without a feed from others remembers nothing at all', async () => {
    const reader = sessionReader(test.auth);
    await reader.read(opened.token, noon);
    expect(reader.size()).toBe(0);
  });
});
