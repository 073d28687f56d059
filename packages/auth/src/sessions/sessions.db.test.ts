import { listAccountEvents } from '@saubac/db/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { after, client, noon, openTestAuth, operator, valueOf, type TestAuth } from '../../test/test-auth.ts';
import { disableUser, enableUser } from '../accounts/index.ts';
import { endAllSessions, endSession, endSessionOf, listSessions, openSession, readSession, renewSession } from './index.ts';

// What any replacement of the library behind must pass unchanged: it names the functions of this folder alone.

let it_: TestAuth;
beforeAll(async () => {
  it_ = await openTestAuth();
});
afterAll(() => it_.close());

const open = async (user: Awaited<ReturnType<TestAuth['user']>>, now = noon) =>
  valueOf(await openSession(it_.auth, { user: user.id, secondFactorPassed: false, client, now, by: 'password' }));

const hour = 60;
const day = 24 * hour;

describe('a session', () => {
  it('says whose it is and which tenants it leads to', async () => {
    const user = await it_.user('a@x.test', it_.alpha, it_.beta);
    const { token } = await open(user);
    expect(await readSession(it_.auth, token, after(1))).toMatchObject({
      user: user.id,
      email: 'a@x.test',
      displayName: 'a@x.test',
      locale: 'vi',
      status: 'active',
      secondFactorPassed: false,
      secondFactorEnrolled: false,
      throughTenant: null,
      doors: [it_.alpha, it_.beta].toSorted().map((tenant) => ({ tenant, requiresSecondFactor: false })),
    });
  });

  it('is stored without what opens it', async () => {
    const { token } = await open(await it_.user('b@x.test'));
    const rows = await it_.cluster.superuser()`select * from platform.sessions`;
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('opened through a tenant leads to that tenant alone', async () => {
    const user = await it_.user('c@x.test', it_.alpha, it_.beta);
    const { token } = valueOf(await openSession(it_.auth, { user: user.id, secondFactorPassed: true, client, now: noon, by: 'single-sign-on', throughTenant: it_.beta }));
    expect(await readSession(it_.auth, token, noon)).toMatchObject({ throughTenant: it_.beta, doors: [{ tenant: it_.beta }] });
  });

  it('is not opened by anything that is no token', async () => {
    for (const token of ['', 'x', 'a'.repeat(40), '%', 'a'.repeat(10_000)]) expect(await readSession(it_.auth, token, noon)).toBeNull();
  });

  it('ends when nobody has used it for its idle time', async () => {
    const { token } = await open(await it_.user('d@x.test'));
    expect(await readSession(it_.auth, token, after(12 * hour + 1))).toBeNull();
    expect(await readSession(it_.auth, token, noon)).toBeNull();
  });

  it('goes on while it is used, and ends at its last moment all the same', async () => {
    const { token, endsAt } = await open(await it_.user('e@x.test'));
    expect(endsAt).toEqual(after(7 * day));
    for (let at = 7 * hour; at < 7 * day; at += 7 * hour) {
      const visitor = await readSession(it_.auth, token, after(at));
      expect(visitor?.expiresAt.getTime()).toBeLessThanOrEqual(endsAt.getTime());
    }
    expect(await readSession(it_.auth, token, after(7 * day - 1))).not.toBeNull();
    expect(await readSession(it_.auth, token, after(7 * day + 1))).toBeNull();
  });

  it('says when it was prolonged, so that a cookie can say so too', async () => {
    const { token } = await open(await it_.user('f@x.test'));
    expect(await readSession(it_.auth, token, after(5 * hour))).toMatchObject({ prolonged: false });
    expect(await readSession(it_.auth, token, after(7 * hour))).toMatchObject({ prolonged: true });
    expect(await readSession(it_.auth, token, after(8 * hour))).toMatchObject({ prolonged: false });
  });
});

describe('opening', () => {
  it('is refused for an account that is not active', async () => {
    const user = await it_.user('g@x.test');
    await disableUser(it_.auth, { user: user.id, by: operator, now: noon });
    expect(await openSession(it_.auth, { user: user.id, secondFactorPassed: false, client, now: noon, by: 'password' })).toEqual({ ok: false, failure: { kind: 'account-not-active' } });
  });

  it('is refused when the credentials have changed since they were checked', async () => {
    const user = await it_.user('h@x.test');
    const refused = await openSession(it_.auth, { user: user.id, secondFactorPassed: false, client, now: noon, by: 'password', credentialsVersion: 7 });
    expect(refused).toEqual({ ok: false, failure: { kind: 'account-not-active' } });
  });

  it('is recorded with how it was done, and without the address', async () => {
    const user = await it_.user('i@x.test');
    await open(user);
    const [event] = await listAccountEvents(it_.auth.sql, { user: user.id, limit: 1 });
    expect(event).toMatchObject({ act: 'session.opened', at: noon, by: { id: user.id }, details: { by: 'password' } });
    expect(JSON.stringify(event)).not.toContain(client.address);
  });
});

describe('the list of sessions', () => {
  it('shows the open ones of the account, the latest first, with the network and not the machine', async () => {
    const user = await it_.user('j@x.test');
    await open(await it_.user('k@x.test'));
    await open(user, after(-13 * hour));
    const first = await open(user);
    const second = await open(user, after(1));
    const listed = await listSessions(it_.auth, user.id, after(2));
    expect(listed.map((it) => it.id)).toEqual([second.id, first.id]);
    expect(listed[0]).toMatchObject({ userAgent: 'Firefox', network: '203.0.113.0/24', createdAt: after(1), lastSeenAt: after(1) });
  });

  it('says when a session was last used, to some minutes', async () => {
    const user = await it_.user('l@x.test');
    const { token } = await open(user);
    await readSession(it_.auth, token, after(4));
    expect((await listSessions(it_.auth, user.id, after(5)))[0]?.lastSeenAt).toEqual(noon);
    await readSession(it_.auth, token, after(20));
    expect((await listSessions(it_.auth, user.id, after(21)))[0]?.lastSeenAt).toEqual(after(20));
  });
});

describe('renewing', () => {
  it('gives another token and takes the old one, but not its last moment', async () => {
    const opened = await open(await it_.user('m@x.test'));
    const renewed = valueOf(await renewSession(it_.auth, { session: opened.id, now: after(60), secondFactorPassed: true }));
    expect(await readSession(it_.auth, opened.token, after(61))).toBeNull();
    expect(await readSession(it_.auth, renewed.token, after(61))).toMatchObject({ secondFactorPassed: true });
    expect(renewed.endsAt).toEqual(opened.endsAt);
  });

  it('does nothing for a session that has ended', async () => {
    const opened = await open(await it_.user('n@x.test'));
    await endSession(it_.auth, opened.token);
    expect(await renewSession(it_.auth, { session: opened.id, now: noon })).toEqual({ ok: false, failure: { kind: 'no-session' } });
  });
});

describe('ending', () => {
  it('ends one, all but one, or all', async () => {
    const user = await it_.user('o@x.test');
    const [a, b, c, d] = [await open(user), await open(user), await open(user), await open(user)];
    await endSession(it_.auth, a.token);
    expect(await endSessionOf(it_.auth, { user: user.id, session: b.id, by: operator, now: noon })).toBe(true);
    expect(await endAllSessions(it_.auth, { user: user.id, but: c.id, by: operator, now: noon })).toBe(1);
    expect(await Promise.all([a, b, c, d].map(async ({ token }) => (await readSession(it_.auth, token, noon)) !== null))).toEqual([false, false, true, false]);
    expect(await endAllSessions(it_.auth, { user: user.id, by: operator, now: noon })).toBe(1);
  });

  it("leaves another account's session alone, even one that is named", async () => {
    const theirs = await open(await it_.user('p@x.test'));
    const user = await it_.user('q@x.test');
    expect(await endSessionOf(it_.auth, { user: user.id, session: theirs.id, by: operator, now: noon })).toBe(false);
    expect(await readSession(it_.auth, theirs.token, noon)).not.toBeNull();
  });

  it('by disabling the account is for good: enabling it brings no session back', async () => {
    const user = await it_.user('r@x.test');
    const { token } = await open(user);
    await disableUser(it_.auth, { user: user.id, by: operator, now: noon });
    expect(await readSession(it_.auth, token, noon)).toBeNull();
    await enableUser(it_.auth, { user: user.id, by: operator, now: noon });
    expect(await readSession(it_.auth, token, noon)).toBeNull();
  });
});
