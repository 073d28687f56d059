import { createUser } from '@saubac/auth/accounts';
import { activeMembers } from '@saubac/db/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountsOf } from '../src/frame/accounts.ts';
import { operator } from '../src/frame/tenant-context.ts';
import { openCommandLine, type CommandLine } from './command-line.ts';

let cli: CommandLine;
beforeAll(async () => {
  cli = await openCommandLine();
  for (const name of ['first', 'second']) await createUser(accountsOf(cli.cluster), { email: `${name}@x.test`, displayName: name, password: 'một mật khẩu đủ dài', by: operator, now: new Date() });
});
afterAll(() => cli.close());

describe('a role', () => {
  it('makes the first administrator at the command line, with the door opened to him', async () => {
    expect(await cli.json('grant', 'give', 'alpha', 'FIRST@x.test', '--role', 'home-affairs-head')).toMatchObject({ role: 'home-affairs-head', unit: null, state: 'holds', unchanged: false });
    expect(await cli.json('grant', 'give', 'alpha', 'first@x.test', '--role', 'home-affairs-head')).toMatchObject({ unchanged: true });
    const tenant = await cli.cluster.findTenant('alpha');
    expect((await activeMembers(cli.cluster.registry, tenant?.id ?? '')).size).toBe(1);
    const { out } = await cli.run('grant', 'list', 'alpha');
    expect(out).toContain('first@x.test');
    expect(out).toContain('Head in the Department of Home Affairs');
    expect(await cli.json('grant', 'list', 'beta')).toEqual([]);
  });

  it('is taken back by its id, but for that of the last administrator', async () => {
    const [administrator] = (await cli.json('grant', 'list', 'alpha')) as { id: string }[];
    const given = (await cli.json('grant', 'give', 'alpha', 'second@x.test', '--role', 'auditor', '--until', '2099-12-31')) as { id: string };
    expect(await cli.json('grant', 'end', 'alpha', administrator?.id ?? '')).toMatchObject({ error: { kind: 'last-administrator' } });
    expect(await cli.json('grant', 'end', 'alpha', given.id)).toMatchObject({ state: 'ended' });
    expect(await cli.json('grant', 'list', 'alpha')).toHaveLength(1);
    expect(await cli.json('grant', 'list', 'alpha', '--ended')).toHaveLength(2);
  });

  it.each([
    ['an account that is not there', ['give', 'alpha', 'nobody@x.test', '--role', 'auditor'], 'no-such-account'],
    ['a unit that is not there', ['give', 'alpha', 'second@x.test', '--role', 'agency-officer', '--unit', 'none'], 'unknown-unit'],
    ['a grant that is not there', ['end', 'alpha', 'x'], 'unknown-grant'],
  ])('is refused for %s', async (_, given, kind) => {
    expect(await cli.json('grant', ...given)).toMatchObject({ error: { kind } });
  });
});
