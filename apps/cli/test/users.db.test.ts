import { signInWithPassword } from '@saubac/auth/passwords';
import { acceptInvitation } from '@saubac/auth/accounts';
import { createAuth, type Auth } from '@saubac/auth/context';
import { localAccessFeed } from '@saubac/db/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommandLine, type CommandLine } from './command-line.ts';

const password = 'ngua chay tren de';

let cli: CommandLine;
let auth: Auth;
beforeAll(async () => {
  cli = await openCommandLine();
  auth = createAuth({ sql: cli.cluster.registry, vault: cli.cluster.vault, access: localAccessFeed(), sendMail: () => Promise.resolve() });
});
afterAll(() => cli.close());

const signIn = async (email: string, tried = password) => signInWithPassword(auth, { email, password: tried, client: { address: null, userAgent: null }, now: new Date() });
const add = (email: string, ...more: string[]) => cli.piped(`${password}\n`, 'user', 'add', email, '--name', 'Nguyễn Văn An', '--password-stdin', ...more);
const jobs = () => cli.cluster.superuser()`select data from jobs.job`;

describe('an account', () => {
  it('is made with a password that is piped in, and may enter a tenant', async () => {
    expect(await add('a@x.test', '--tenant', 'alpha')).toEqual({ email: 'a@x.test', status: 'active', created: true, entered: true, link: null });
    expect(await signIn('a@x.test')).toMatchObject({ ok: true });
    expect(await add('A@x.test', '--tenant', 'beta')).toMatchObject({ created: false, entered: true });
    expect(await cli.json('user', 'list', '--tenant', 'beta')).toEqual([
      { email: 'a@x.test', name: 'Nguyễn Văn An', status: 'active', locale: 'vi', secondFactor: false, tenants: ['alpha', 'beta'] },
    ]);
  });

  it('without a password is invited: a mail is queued that names nobody in the open, and the link is printed', async () => {
    const invited = (await cli.json('user', 'add', 'b@x.test', '--name', 'B', '--tenant', 'alpha', '--locale', 'en')) as { link: string };
    expect(invited).toMatchObject({ status: 'invited', created: true, entered: true });
    const queued = JSON.stringify(await jobs());
    expect(queued).toContain('invitation');
    expect(queued).not.toMatch(/b@x\.test/);
    expect(queued).not.toContain(invited.link.split('#')[1]);
    expect(await acceptInvitation(auth, { token: invited.link.split('#')[1] ?? '', password, address: null, now: new Date() })).toMatchObject({ ok: true });
    expect(await signIn('b@x.test')).toMatchObject({ ok: true });
  });

  it.each([
    ['an address that is none', ['user', 'add', 'nobody', '--name', 'N'], 'email-invalid'],
    ['a tenant that is none', ['user', 'add', 'c@x.test', '--name', 'N', '--tenant', 'nowhere'], 'unknown-tenant'],
    ['no password where one is to be piped in', ['user', 'add', 'c@x.test', '--name', 'N', '--password-stdin'], 'password-missing'],
    ['an address that nobody has', ['user', 'disable', 'nobody@x.test'], 'no-such-account'],
  ])('is refused for %s', async (_, args, kind) => {
    expect(await cli.json(...args)).toMatchObject({ error: { kind } });
  });

  it('is refused for a password that the rules do not take', async () => {
    expect(await cli.piped('short\n', 'user', 'add', 'c@x.test', '--name', 'N', '--password-stdin')).toMatchObject({ error: { kind: 'password-too-short', message: 'The password is too short: at least 10 characters are needed.' } });
  });

  it('is disabled and enabled, and leaves a tenant', async () => {
    await add('d@x.test', '--tenant', 'alpha');
    expect(await cli.json('user', 'disable', 'D@x.test')).toEqual({ email: 'd@x.test', status: 'disabled' });
    expect(await signIn('d@x.test')).toMatchObject({ failure: { kind: 'account-disabled' } });
    expect(await cli.json('user', 'enable', 'd@x.test')).toEqual({ email: 'd@x.test', status: 'active' });
    expect(await cli.json('user', 'leave', 'd@x.test', '--tenant', 'alpha')).toEqual({ email: 'd@x.test', tenant: 'alpha', changed: true });
    expect((await cli.run('user', 'list')).out).toMatch(/d@x\.test\s+Nguyễn Văn An\s+active\n/);
  });
});

describe('a lost password', () => {
  it('is set anew by the operator or by a link, and sessions end', async () => {
    await add('e@x.test');
    await signIn('e@x.test');
    expect(await cli.json('user', 'sessions', 'e@x.test')).toHaveLength(1);
    expect(await cli.piped('another long one\n', 'user', 'reset-password', 'e@x.test', '--password-stdin')).toEqual({ email: 'e@x.test' });
    expect(await cli.json('user', 'sessions', 'e@x.test')).toEqual([]);
    expect(await signIn('e@x.test', 'another long one')).toMatchObject({ ok: true });
    expect(await cli.json('user', 'reset-password', 'e@x.test')).toMatchObject({ link: expect.stringContaining('/reset#') as string });
  });
});

describe('sessions', () => {
  it('are listed and ended', async () => {
    await add('f@x.test');
    await signIn('f@x.test');
    await signIn('f@x.test');
    expect(await cli.json('user', 'sessions', 'f@x.test', '--end')).toEqual({ email: 'f@x.test', ended: 2 });
    expect((await cli.run('user', 'sessions', 'f@x.test')).out).toBe('There are no sessions.\n');
  });
});

describe('a second factor', () => {
  it('is removed for one who has lost it, if there is one', async () => {
    await add('g@x.test');
    expect(await cli.json('user', 'reset-second-factor', 'g@x.test')).toMatchObject({ error: { kind: 'no-second-factor' } });
  });
});
