import { listMemberships } from '@saubac/db/accounts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { after, client, noon, openTestAuth, operator, password, valueOf, type TestAuth } from '../../test/test-auth.ts';
import { signInWithPassword } from '../passwords/index.ts';
import { readSession } from '../sessions/index.ts';
import { acceptInvitation, askForReset, completeReset, disableUser, inviteUser, resetLinkFor } from './index.ts';

let test: TestAuth;
beforeAll(async () => {
  test = await openTestAuth();
});
afterAll(() => test.close());
beforeEach(() => void test.mails.splice(0));

let address = 0;
const from = () => `198.51.100.${(address += 1) % 250}`;
const invite = (email: string, now = noon) => inviteUser(test.auth, { email, displayName: 'Nguyễn Văn An', tenant: { id: test.alpha, name: 'Alpha' }, by: operator, now });
const ask = (email: string, now = noon) => askForReset(test.auth, { email, address: from(), now });
const accept = (token: string, chosen = password, now = noon) => acceptInvitation(test.auth, { token, password: chosen, address: from(), now });
const reset = (token: string, chosen = 'another long one', now = noon) => completeReset(test.auth, { token, password: chosen, address: from(), now });
const signIn = (email: string, tried = password) => signInWithPassword(test.auth, { email, password: tried, client: { ...client, address: from() }, now: noon });
const tokenIn = (mail = test.mails.at(-1)) => mail?.params['link']?.split('#')[1] ?? '';

const notValid = { ok: false, failure: { kind: 'link-not-valid' } };

describe('an invitation', () => {
  it('opens the door and mails a link, by which the account gets its password', async () => {
    const invited = valueOf(await invite('a@x.test'));
    expect(invited).toMatchObject({ created: true, entered: true, account: { status: 'invited' } });
    expect(test.mails).toEqual([{ to: 'a@x.test', locale: 'vi', template: 'invitation', params: { name: 'Nguyễn Văn An', tenant: 'Alpha', hours: '72', link: invited.link?.link } }]);
    expect(invited.link?.link).toMatch(/^https:\/\/example\.test\/invitation#[\w-]{43}$/);
    expect(valueOf(await accept(tokenIn()))).toMatchObject({ email: 'a@x.test', user: invited.account.id });
    valueOf(await signIn('a@x.test'));
    expect(await listMemberships(test.auth.sql, invited.account.id)).toMatchObject([{ slug: 'alpha', status: 'active' }]);
  });

  it('works once, in its time, and only the latest of them', async () => {
    await invite('b@x.test');
    const first = tokenIn();
    await invite('B@x.test');
    const second = tokenIn();
    expect(await accept(first)).toEqual(notValid);
    expect(await accept(second, password, after(72 * 60))).toEqual(notValid);
    valueOf(await accept(second));
    expect(await accept(second)).toEqual(notValid);
  });

  it('is not spent by a password that the rules do not take', async () => {
    await invite('c@x.test');
    expect(await accept(tokenIn(), 'short')).toMatchObject({ failure: { kind: 'password-too-short' } });
    valueOf(await accept(tokenIn()));
  });

  it('of somebody who is there already only says that he may enter', async () => {
    const user = await test.user('d@x.test', test.beta);
    const invited = valueOf(await invite('D@x.test'));
    expect(invited).toMatchObject({ created: false, entered: true, link: null, account: { id: user.id, displayName: 'd@x.test' } });
    expect(test.mails).toMatchObject([{ template: 'added-to-tenant', params: { tenant: 'Alpha', link: 'https://example.test' } }]);
    expect(valueOf(await invite('d@x.test'))).toMatchObject({ entered: false, link: null });
    expect(test.mails).toHaveLength(1);
  });

  it('does not open a disabled account again', async () => {
    const user = await test.user('e@x.test');
    await disableUser(test.auth, { user: user.id, by: operator, now: noon });
    expect(await invite('e@x.test')).toEqual({ ok: false, failure: { kind: 'account-disabled' } });
    expect(await listMemberships(test.auth.sql, user.id)).toEqual([]);
  });

  it('does not set a password where one is wanted anew', async () => {
    await invite('f@x.test');
    expect(await reset(tokenIn())).toEqual(notValid);
  });
});

describe('asking for a reset', () => {
  it('answers alike whether or not the address has an account, and mails only to one that has', async () => {
    await test.user('g@x.test');
    expect([await ask('g@x.test'), await ask('nobody@x.test'), await ask('no address')]).toEqual(Array.from({ length: 3 }, () => ({ ok: true, value: null })));
    expect(test.mails).toMatchObject([{ to: 'g@x.test', template: 'reset', params: { hours: '1' } }]);
  });

  it('sends an invitation again to one who has not accepted his, and nothing to a disabled account', async () => {
    await invite('h@x.test');
    const old = tokenIn();
    await ask('h@x.test');
    expect(test.mails.at(-1)).toMatchObject({ template: 'invitation' });
    expect(await accept(old)).toEqual(notValid);
    const user = await test.user('i@x.test');
    await disableUser(test.auth, { user: user.id, by: operator, now: noon });
    test.mails.splice(0);
    await ask('i@x.test');
    expect(test.mails).toEqual([]);
  });

  it('is limited alike for known and unknown addresses', async () => {
    await test.user('j@x.test');
    for (const email of ['j@x.test', 'nobody-j@x.test']) {
      for (let i = 0; i < 5; i += 1) expect(await ask(email)).toMatchObject({ ok: true });
      expect(await ask(email)).toMatchObject({ failure: { kind: 'too-many-attempts' } });
    }
  });
});

describe('a reset', () => {
  it('sets the password, ends all sessions and tells the owner', async () => {
    await test.user('k@x.test');
    const { token } = valueOf(await signIn('k@x.test'));
    await ask('k@x.test');
    valueOf(await reset(tokenIn()));
    expect(await readSession(test.auth, token, noon)).toBeNull();
    expect(test.mails.map((it) => it.template)).toEqual(['reset', 'password-changed']);
    expect(await signIn('k@x.test')).toMatchObject({ failure: { kind: 'wrong-credentials' } });
    valueOf(await signIn('k@x.test', 'another long one'));
  });

  it('works once, also when it is used twice at once, and only in its time', async () => {
    await test.user('l@x.test');
    await ask('l@x.test');
    const token = tokenIn();
    expect(await reset(token, 'another long one', after(60))).toEqual(notValid);
    const both = await Promise.all([reset(token, 'one long password'), reset(token, 'two long passwords')]);
    expect(both.map((it) => it.ok).toSorted()).toEqual([false, true]);
  });

  it('is no longer possible once the account is disabled', async () => {
    const user = await test.user('m@x.test');
    await ask('m@x.test');
    await disableUser(test.auth, { user: user.id, by: operator, now: noon });
    expect(await reset(tokenIn())).toEqual(notValid);
  });

  it('is not guessed', async () => {
    for (const token of ['', 'x', 'a'.repeat(43), 'a'.repeat(10_000)]) expect(await reset(token)).toEqual(notValid);
  });

  it('can be handed over by the operator where no mail goes out', async () => {
    const user = await test.user('n@x.test');
    const link = valueOf(await resetLinkFor(test.auth, { user: user.id, by: operator, now: noon }));
    expect(test.mails).toEqual([]);
    valueOf(await reset(link.link.split('#')[1] ?? ''));
  });
});

describe('what is stored of links', () => {
  it('is nothing that opens anything', async () => {
    await invite('o@x.test');
    expect(JSON.stringify(await test.cluster.superuser()`select * from platform.user_tokens`)).not.toContain(tokenIn());
  });
});
