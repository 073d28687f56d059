import { credentialsOf, listAccountEvents } from '@saubac/db/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { client, noon, openTestAuth, operator, password, valueOf, type TestAuth } from '../../test/test-auth.ts';
import { createUser, disableUser } from '../accounts/index.ts';
import { listSessions, readSession, type Visitor } from '../sessions/index.ts';
import { changePassword, setPassword, signInWithPassword } from './index.ts';

let test: TestAuth;
beforeAll(async () => {
  test = await openTestAuth();
});
afterAll(() => test.close());

let address = 0;
// Each attempt from an address of its own: how often one may try is another matter.
const signIn = (email: string, tried = password, from: string | null = `198.51.100.${(address += 1)}`) =>
  signInWithPassword(test.auth, { email, password: tried, client: { ...client, address: from }, now: noon });

describe('signing in', () => {
  it('opens a session for the right password, however the address and the letters are written', async () => {
    const composed = 'mật khẩu của tôi';
    const user = valueOf(await createUser(test.auth, { email: 'An@x.test', displayName: 'An', password: composed.normalize('NFC'), by: operator, now: noon })).account;
    const signedIn = valueOf(await signIn(' an@X.TEST', composed.normalize('NFD')));
    expect(signedIn).toMatchObject({ user: user.id, next: 'nothing' });
    expect(await readSession(test.auth, signedIn.token, noon)).toMatchObject({ user: user.id });
  });

  it('answers alike for a wrong password, an unknown address and an account that has no password yet', async () => {
    await test.user('known@x.test');
    await createUser(test.auth, { email: 'invited@x.test', displayName: 'I', by: operator, now: noon });
    const answers = [await signIn('known@x.test', 'wrong'), await signIn('nobody@x.test'), await signIn('invited@x.test'), await signIn('invited@x.test', '')];
    for (const answer of answers) expect(answer).toEqual({ ok: false, failure: { kind: 'wrong-credentials' } });
  });

  it('tells that an account is disabled only to one who knows its password', async () => {
    const user = await test.user('gone@x.test');
    await disableUser(test.auth, { user: user.id, by: operator, now: noon });
    expect(await signIn('gone@x.test')).toEqual({ ok: false, failure: { kind: 'account-disabled' } });
    expect(await signIn('gone@x.test', 'wrong')).toEqual({ ok: false, failure: { kind: 'wrong-credentials' } });
  });

  it('records a refusal whether or not the address has an account, and never the address', async () => {
    const count = async () => (await listAccountEvents(test.auth.sql, { limit: 1_000 })).filter((it) => it.act === 'sign-in.refused');
    const before = (await count()).length;
    await signIn('nobody-at-all@x.test');
    const refused = await count();
    expect(refused.length).toBe(before + 1);
    expect(JSON.stringify(refused)).not.toMatch(/nobody-at-all|198\.51/);
  });

  it('brings an old hash up to date with the password that was typed', async () => {
    const user = await test.user('old@x.test');
    const stronger = { ...test.auth, rules: { ...test.auth.rules, passwordCost: { memoryCost: 16, timeCost: 1, parallelism: 1 } } };
    const before = await credentialsOf(test.auth.sql, user.id);
    valueOf(await signInWithPassword(stronger, { email: 'old@x.test', password, client, now: noon }));
    const now = await credentialsOf(test.auth.sql, user.id);
    expect(now?.passwordHash).toContain('m=16');
    expect(now?.passwordHash).not.toBe(before?.passwordHash);
    valueOf(await signIn('old@x.test'));
  });
});

describe('a limit on attempts', () => {
  it('refuses after five from one address, with the seconds to wait, even the right password', async () => {
    await test.user('tried@x.test');
    for (let i = 0; i < 5; i += 1) expect(await signIn('tried@x.test', 'wrong', '192.0.2.1')).toMatchObject({ failure: { kind: 'wrong-credentials' } });
    const refused = await signIn('tried@x.test', password, '192.0.2.1');
    expect(refused).toMatchObject({ failure: { kind: 'too-many-attempts' } });
    const seconds = !refused.ok && refused.failure.kind === 'too-many-attempts' ? refused.failure.seconds : 0;
    expect(seconds).toBeGreaterThan(800);
    expect(seconds).toBeLessThanOrEqual(900);
  });

  it('for an unknown address is the same as for a known one', async () => {
    for (let i = 0; i < 5; i += 1) await signIn('unknown@x.test', 'wrong', '192.0.2.2');
    expect(await signIn('unknown@x.test', 'wrong', '192.0.2.2')).toMatchObject({ failure: { kind: 'too-many-attempts' } });
  });

  it('does not let one address lock an account for its owner elsewhere', async () => {
    expect(valueOf(await signIn('tried@x.test', password, '192.0.2.99'))).toMatchObject({ next: 'nothing' });
  });

  it('begins anew after a success', async () => {
    await test.user('typist@x.test');
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 4; i += 1) await signIn('typist@x.test', 'wrong', '192.0.2.3');
      valueOf(await signIn('typist@x.test', password, '192.0.2.3'));
    }
  });

  it('counts a hundred attempts at once as a hundred', async () => {
    await test.user('flooded@x.test');
    const answers = await Promise.all(Array.from({ length: 20 }, () => signIn('flooded@x.test', 'wrong', '192.0.2.4')));
    const tried = answers.filter((it) => !it.ok && it.failure.kind === 'wrong-credentials');
    expect(tried).toHaveLength(5);
  });

  it('holds for an account tried from many addresses', async () => {
    await test.user('wanted@x.test');
    for (let i = 0; i < 30; i += 1) await signIn('wanted@x.test', 'wrong', `10.1.0.${i}`);
    expect(await signIn('wanted@x.test', password, '10.1.1.1')).toMatchObject({ failure: { kind: 'too-many-attempts' } });
  });

  it('holds for an address that tries many accounts', async () => {
    for (let i = 0; i < 100; i += 1) await signIn(`many-${i}@x.test`, 'wrong', '192.0.2.5');
    expect(await signIn('another@x.test', 'wrong', '192.0.2.5')).toMatchObject({ failure: { kind: 'too-many-attempts' } });
  });

  it('keeps counters that name nobody', async () => {
    const rows = await test.cluster.superuser()`select key from platform.rate_limits`;
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row['key']).toMatch(/^(sign-in|second-factor|reset|token):(pair|account|address):[0-9a-f]{64}$/);
  });
});

describe('changing the password', () => {
  const visitorOf = async (token: string): Promise<Visitor> => {
    const visitor = await readSession(test.auth, token, noon);
    if (!visitor) throw new Error('The session is not open.');
    return visitor;
  };
  const change = async (token: string, current: string, wanted: string) => changePassword(test.auth, { visitor: await visitorOf(token), current, password: wanted, address: null, now: noon });

  it('asks for the current one, ends the other sessions and tells the owner', async () => {
    const user = await test.user('change@x.test');
    const [mine, other] = [valueOf(await signIn('change@x.test')), valueOf(await signIn('change@x.test'))];
    expect(await change(mine.token, 'wrong', 'another long one')).toEqual({ ok: false, failure: { kind: 'wrong-password' } });
    expect(await change(mine.token, password, 'another long one')).toEqual({ ok: true, value: null });
    expect((await listSessions(test.auth, user.id, noon)).map((it) => it.id)).toEqual([mine.id]);
    expect(await readSession(test.auth, other.token, noon)).toBeNull();
    expect(test.mails.at(-1)).toEqual({ to: 'change@x.test', locale: 'vi', template: 'password-changed', params: { name: 'change@x.test' } });
    expect(await signIn('change@x.test')).toMatchObject({ failure: { kind: 'wrong-credentials' } });
    valueOf(await signIn('change@x.test', 'another long one'));
  });

  it('is refused for one that the rules do not take', async () => {
    await test.user('weak@x.test');
    const { token } = valueOf(await signIn('weak@x.test'));
    expect(await change(token, password, 'short')).toEqual({ ok: false, failure: { kind: 'password-too-short', least: 10 } });
    expect(await change(token, password, 'weak@x.test')).toEqual({ ok: false, failure: { kind: 'password-is-email' } });
  });

  it('lets a stolen session try no passwords', async () => {
    await test.user('stolen@x.test');
    const { token } = valueOf(await signIn('stolen@x.test'));
    for (let i = 0; i < 30; i += 1) await change(token, 'wrong', 'another long one');
    expect(await change(token, password, 'another long one')).toMatchObject({ failure: { kind: 'too-many-attempts' } });
  });

  it('opens no session that was asked for with the old one', async () => {
    const user = await test.user('race@x.test');
    const results = await Promise.all([signIn('race@x.test'), setPassword(test.auth, { user: user.id, password: 'another long one', by: operator, now: noon }), signIn('race@x.test')]);
    expect(results[1]).toEqual({ ok: true, value: null });
    expect(await listSessions(test.auth, user.id, noon)).toEqual([]);
  });
});
