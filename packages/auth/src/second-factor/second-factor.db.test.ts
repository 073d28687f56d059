import { listAccountEvents } from '@saubac/db/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { after, client, noon, openTestAuth, operator, password, valueOf, type TestAuth } from '../../test/test-auth.ts';
import { changePassword, signInWithPassword } from '../passwords/index.ts';
import { readSession, type Visitor } from '../sessions/index.ts';
import { beginEnrolment, confirmEnrolment, passSecondFactor, removeSecondFactor, renewRecoveryCodes, resetSecondFactor, signInRequirement } from './index.ts';
import { codeAt } from './totp.ts';

let test: TestAuth;
beforeAll(async () => {
  test = await openTestAuth();
});
afterAll(() => test.close());

let address = 0;
const from = () => `198.51.100.${(address += 1) % 250}`;

const signIn = async (email: string, now = noon) => valueOf(await signInWithPassword(test.auth, { email, password, client: { ...client, address: from() }, now }));

const visitorOf = async (token: string, now = noon): Promise<Visitor> => {
  const visitor = await readSession(test.auth, token, now);
  if (!visitor) throw new Error('The session is not open.');
  return visitor;
};

/** A user with a second factor in force since noon, and what it was set up with. */
const enrolled = async (email: string) => {
  const user = await test.user(email, test.alpha);
  const { token } = await signIn(email);
  const visitor = await visitorOf(token);
  const { secret } = valueOf(await beginEnrolment(test.auth, { visitor, password, address: null, now: noon }));
  const { recoveryCodes, session } = valueOf(await confirmEnrolment(test.auth, { visitor, code: codeAt(secret, noon), address: null, now: noon }));
  return { user, secret, recoveryCodes, session };
};

const pass = async (token: string, code: string, now: Date) => passSecondFactor(test.auth, { visitor: await visitorOf(token, now), code, address: from(), now });

describe('setting up', () => {
  it('shows a secret, asks for a code of it, and gives ten recovery codes and another token', async () => {
    await test.user('a@x.test');
    const { token } = await signIn('a@x.test');
    const visitor = await visitorOf(token);
    const { secret, uri } = valueOf(await beginEnrolment(test.auth, { visitor, password, address: null, now: noon }));
    expect(uri).toContain(secret);
    expect(await confirmEnrolment(test.auth, { visitor, code: '000000', address: null, now: noon })).toEqual({ ok: false, failure: { kind: 'wrong-code' } });
    const done = valueOf(await confirmEnrolment(test.auth, { visitor, code: codeAt(secret, noon), address: null, now: noon }));
    expect(done.recoveryCodes).toHaveLength(10);
    expect(await readSession(test.auth, token, noon)).toBeNull();
    expect(await visitorOf(done.session.token)).toMatchObject({ secondFactorPassed: true, secondFactorEnrolled: true });
    expect(test.mails.at(-1)).toMatchObject({ to: 'a@x.test', template: 'second-factor-changed' });
  });

  it('stores neither the secret nor the codes as they are', async () => {
    const { secret, recoveryCodes } = await enrolled('b@x.test');
    const superuser = test.cluster.superuser();
    const stored = JSON.stringify([await superuser`select * from platform.users`, await superuser`select * from platform.recovery_codes`]);
    for (const text of [secret, ...recoveryCodes, ...recoveryCodes.map((it) => it.replaceAll('-', ''))]) expect(stored).not.toContain(text);
  });

  it("binds the secret to its account: copied to another account's row it does not open", async () => {
    const mine = await enrolled('c@x.test');
    const theirs = await enrolled('d@x.test');
    await test.cluster.superuser()`update platform.users set totp_ciphertext = (select totp_ciphertext from platform.users where id = ${mine.user.id}) where id = ${theirs.user.id}`;
    const { token } = await signIn('d@x.test', after(10));
    await expect(pass(token, codeAt(mine.secret, after(10)), after(10))).rejects.toThrow(/unable to authenticate/);
  });

  it('asks for the password, so that an open session cannot lock its owner out', async () => {
    await test.user('e@x.test');
    const visitor = await visitorOf((await signIn('e@x.test')).token);
    for (const wrong of [null, 'wrong']) expect(await beginEnrolment(test.auth, { visitor, password: wrong, address: null, now: noon })).toEqual({ ok: false, failure: { kind: 'wrong-password' } });
  });

  it('is refused while one is in force', async () => {
    const { session, secret } = await enrolled('f@x.test');
    const visitor = await visitorOf(session.token);
    expect(await beginEnrolment(test.auth, { visitor, password, address: null, now: noon })).toEqual({ ok: false, failure: { kind: 'second-factor-in-force' } });
    expect(await confirmEnrolment(test.auth, { visitor, code: codeAt(secret, after(5)), address: null, now: after(5) })).toEqual({ ok: false, failure: { kind: 'no-enrolment' } });
  });

  it('leaves other open sessions with the second step to pass', async () => {
    await test.user('g@x.test');
    const other = await signIn('g@x.test');
    const visitor = await visitorOf((await signIn('g@x.test')).token);
    const { secret } = valueOf(await beginEnrolment(test.auth, { visitor, password, address: null, now: noon }));
    valueOf(await confirmEnrolment(test.auth, { visitor, code: codeAt(secret, noon), address: null, now: noon }));
    expect(signInRequirement(await visitorOf(other.token), null)).toBe('second-factor');
  });
});

describe('signing in with a second factor', () => {
  it('opens a session that leads nowhere until a code was given', async () => {
    const { secret } = await enrolled('h@x.test');
    const signedIn = await signIn('h@x.test', after(10));
    expect(signedIn.next).toBe('second-factor');
    expect(signInRequirement(await visitorOf(signedIn.token, after(10)), test.alpha)).toBe('second-factor');
    const passed = valueOf(await pass(signedIn.token, codeAt(secret, after(10)), after(10)));
    expect(signInRequirement(await visitorOf(passed.token, after(10)), test.alpha)).toBe('nothing');
    expect(await readSession(test.auth, signedIn.token, after(10))).toBeNull();
  });

  it('takes each code once, also when it is given twice at once', async () => {
    const { secret } = await enrolled('i@x.test');
    const [one, two] = [await signIn('i@x.test', after(10)), await signIn('i@x.test', after(10))];
    const code = codeAt(secret, after(10));
    const answers = await Promise.all([pass(one.token, code, after(10)), pass(two.token, code, after(10))]);
    expect(answers.map((it) => it.ok).toSorted()).toEqual([false, true]);
    const left = answers[0].ok ? two : one;
    expect(await pass(left.token, code, after(10))).toEqual({ ok: false, failure: { kind: 'wrong-code' } });
    expect(await pass(left.token, codeAt(secret, after(9)), after(9))).toEqual({ ok: false, failure: { kind: 'wrong-code' } });
  });

  it('does not take the code again that it was set up with', async () => {
    const { secret } = await enrolled('j@x.test');
    const { token } = await signIn('j@x.test');
    expect(await pass(token, codeAt(secret, noon), noon)).toEqual({ ok: false, failure: { kind: 'wrong-code' } });
  });

  it('takes a recovery code in its place, once, and says how many are left', async () => {
    const { recoveryCodes, user } = await enrolled('k@x.test');
    const [code = ''] = recoveryCodes;
    expect(valueOf(await pass((await signIn('k@x.test')).token, code.toUpperCase(), noon))).toMatchObject({ recoveryCodesLeft: 9 });
    expect(await pass((await signIn('k@x.test')).token, code, noon)).toEqual({ ok: false, failure: { kind: 'wrong-code' } });
    expect((await listAccountEvents(test.auth.sql, { user: user.id })).map((it) => it.act)).toContain('second-factor.recovery-code-used');
  });

  it("does not take another account's recovery code", async () => {
    const { recoveryCodes } = await enrolled('l@x.test');
    await enrolled('m@x.test');
    expect(await pass((await signIn('m@x.test')).token, recoveryCodes[0] ?? '', noon)).toEqual({ ok: false, failure: { kind: 'wrong-code' } });
  });

  it('limits how often a code may be tried, over all sessions and addresses', async () => {
    const { secret } = await enrolled('n@x.test');
    const { token } = await signIn('n@x.test', after(10));
    for (let i = 0; i < 10; i += 1) expect(await pass(token, '000000', after(10))).toEqual({ ok: false, failure: { kind: 'wrong-code' } });
    expect(await pass(token, codeAt(secret, after(10)), after(10))).toMatchObject({ failure: { kind: 'too-many-attempts' } });
  });

  it('has nothing to pass without one', async () => {
    await test.user('o@x.test');
    expect(await pass((await signIn('o@x.test')).token, '123456', noon)).toEqual({ ok: false, failure: { kind: 'no-second-factor' } });
  });
});

describe('with the password alone', () => {
  it('nothing of the account can be changed before the second step', async () => {
    await enrolled('p@x.test');
    const visitor = await visitorOf((await signIn('p@x.test')).token);
    const own = { visitor, password, address: null, now: noon };
    const needed = { ok: false, failure: { kind: 'second-factor-needed' } };
    expect(await removeSecondFactor(test.auth, own)).toEqual(needed);
    expect(await renewRecoveryCodes(test.auth, own)).toEqual(needed);
    expect(await changePassword(test.auth, { visitor, current: password, password: 'another long one', address: null, now: noon })).toEqual(needed);
  });
});

describe('removing', () => {
  it('is done by its owner with the password, and then nothing is asked any more', async () => {
    const { session } = await enrolled('q@x.test');
    const visitor = await visitorOf(session.token);
    expect(await removeSecondFactor(test.auth, { visitor, password: 'wrong', address: null, now: noon })).toEqual({ ok: false, failure: { kind: 'wrong-password' } });
    expect(await removeSecondFactor(test.auth, { visitor, password, address: null, now: noon })).toEqual({ ok: true, value: null });
    expect(await signIn('q@x.test')).toMatchObject({ next: 'nothing' });
  });

  it('takes back from open sessions that they had passed it', async () => {
    const { session } = await enrolled('t@x.test');
    expect(await visitorOf(session.token)).toMatchObject({ secondFactorPassed: true });
    valueOf(await removeSecondFactor(test.auth, { visitor: await visitorOf(session.token), password, address: null, now: noon }));
    expect(await visitorOf(session.token)).toMatchObject({ secondFactorPassed: false, secondFactorEnrolled: false });
  });

  it('is done by the operator for one who has lost everything, and ends all sessions', async () => {
    const { user, session } = await enrolled('r@x.test');
    expect(await resetSecondFactor(test.auth, { user: user.id, by: operator, now: noon })).toEqual({ ok: true, value: null });
    expect(await readSession(test.auth, session.token, noon)).toBeNull();
    expect(await signIn('r@x.test')).toMatchObject({ next: 'nothing' });
    expect(await resetSecondFactor(test.auth, { user: user.id, by: operator, now: noon })).toEqual({ ok: false, failure: { kind: 'no-second-factor' } });
  });

  it('of recovery codes gives ten others', async () => {
    const { session, recoveryCodes } = await enrolled('s@x.test');
    const renewed = valueOf(await renewRecoveryCodes(test.auth, { visitor: await visitorOf(session.token), password, address: null, now: noon }));
    expect(await pass((await signIn('s@x.test')).token, recoveryCodes[0] ?? '', noon)).toEqual({ ok: false, failure: { kind: 'wrong-code' } });
    expect(valueOf(await pass((await signIn('s@x.test')).token, renewed[0] ?? '', noon))).toMatchObject({ recoveryCodesLeft: 9 });
  });
});
