import { findAccountByEmail, listAccountEvents, listAccounts, listMemberships } from '@saubac/db/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { after, noon, openTestAuth, operator, valueOf, type TestAuth } from '../../test/test-auth.ts';
import { addMembership, changeProfile, createUser, disableUser, enableUser, endMembership } from './index.ts';

let test: TestAuth;
beforeAll(async () => {
  test = await openTestAuth();
});
afterAll(() => test.close());

const make = (email: string, more: Partial<Parameters<typeof createUser>[1]> = {}) => createUser(test.auth, { email, displayName: ' Nguyễn \n Văn An ', by: operator, now: noon, ...more });

describe('an account', () => {
  it('waits for its owner, unless it is made with a password', async () => {
    expect(valueOf(await make('a@x.test'))).toMatchObject({ created: true, entered: false, account: { email: 'a@x.test', displayName: 'Nguyễn Văn An', status: 'invited', hasPassword: false, locale: 'vi' } });
    expect(valueOf(await make('b@x.test', { password: 'a long password', locale: 'en' }))).toMatchObject({ account: { status: 'active', hasPassword: true, locale: 'en' } });
  });

  it('is one for each address, however it is written, and the second time changes nothing of it', async () => {
    const first = valueOf(await make('Ứng@x.test'.normalize('NFC')));
    const second = valueOf(await make('ỨNG@X.test'.normalize('NFD'), { displayName: 'Other', password: 'a long password' }));
    expect(second).toEqual({ account: first.account, created: false, entered: false });
  });

  it('is made once by two who make it at once', async () => {
    const made = await Promise.all([make('twice@x.test', { tenant: test.alpha }), make('TWICE@x.test', { tenant: test.alpha })]);
    expect(made.map((it) => valueOf(it).created).toSorted()).toEqual([false, true]);
    expect(made.map((it) => valueOf(it).entered).toSorted()).toEqual([false, true]);
  });

  it('is refused without an address, a name or a password that will do', async () => {
    expect(await make('nobody')).toEqual({ ok: false, failure: { kind: 'email-invalid' } });
    expect(await make('c@x.test', { displayName: ' \n' })).toEqual({ ok: false, failure: { kind: 'display-name-blank' } });
    expect(await make('c@x.test', { password: '1234567890' })).toEqual({ ok: false, failure: { kind: 'password-too-common' } });
    expect(await findAccountByEmail(test.auth.sql, 'c@x.test')).toBeUndefined();
  });

  it('changes its name only on the version that was seen', async () => {
    const { account } = valueOf(await make('d@x.test'));
    const change = (displayName: string) => changeProfile(test.auth, { user: account.id, displayName, locale: 'en', version: account.version, by: operator, now: noon });
    expect(valueOf(await change('Bình'))).toMatchObject({ displayName: 'Bình', locale: 'en', version: account.version + 1 });
    expect(await change('Cường')).toMatchObject({ failure: { kind: 'changed-meanwhile', yours: { displayName: 'Cường' }, current: { displayName: 'Bình' } } });
  });

  it('is disabled and enabled, each as often as one likes', async () => {
    const { account } = valueOf(await make('e@x.test'));
    const on = { user: account.id, by: operator, now: noon };
    for (let i = 0; i < 2; i += 1) expect(valueOf(await disableUser(test.auth, on))).toMatchObject({ status: 'disabled' });
    for (let i = 0; i < 2; i += 1) expect(valueOf(await enableUser(test.auth, on))).toMatchObject({ status: 'invited' });
    const acts = (await listAccountEvents(test.auth.sql, { user: account.id })).map((it) => it.act);
    expect(acts).toEqual(['account.enabled', 'account.disabled', 'account.created']);
  });
});

describe('a membership', () => {
  it('opens and closes the door of one tenant, and says whether it did', async () => {
    const { account } = valueOf(await make('f@x.test', { tenant: test.alpha }));
    const on = { user: account.id, tenant: test.beta, by: operator, now: noon };
    expect(valueOf(await addMembership(test.auth, on))).toEqual({ changed: true });
    expect(valueOf(await addMembership(test.auth, on))).toEqual({ changed: false });
    expect((await listAccounts(test.auth.sql, { tenant: test.beta })).map((it) => it.id)).toContain(account.id);
    expect(valueOf(await endMembership(test.auth, { ...on, now: after(1) }))).toEqual({ changed: true });
    expect(valueOf(await endMembership(test.auth, on))).toEqual({ changed: false });
    expect((await listAccounts(test.auth.sql, { tenant: test.beta })).map((it) => it.id)).not.toContain(account.id);
    expect(await listMemberships(test.auth.sql, account.id)).toMatchObject([
      { slug: 'alpha', status: 'active', endedAt: null },
      { slug: 'beta', status: 'ended', endedAt: after(1) },
    ]);
  });
});

describe('the record of what was done with accounts', () => {
  it('says who did what to whom, the latest first, page by page', async () => {
    const { account } = valueOf(await make('g@x.test', { tenant: test.alpha }));
    await disableUser(test.auth, { user: account.id, by: { id: account.id, label: 'user' }, now: after(5) });
    const events = await listAccountEvents(test.auth.sql, { user: account.id });
    expect(events.map((it) => [it.act, it.by.label, it.tenant])).toEqual([
      ['account.disabled', 'user', null],
      ['membership.opened', 'operator', test.alpha],
      ['account.created', 'operator', null],
    ]);
    expect(await listAccountEvents(test.auth.sql, { user: account.id, before: events[0]?.id ?? '', limit: 1 })).toEqual([events[1]]);
    expect(JSON.stringify(events)).not.toMatch(/g@x\.test|Nguyễn/);
  });

  it('can be added to and not changed by what serves', async () => {
    for (const statement of ["update platform.account_events set act = 'x'", 'delete from platform.account_events', 'truncate platform.account_events'])
      await expect(test.auth.sql.unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
