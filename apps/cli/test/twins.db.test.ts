import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommandLine, plan, roster, type CommandLine } from './command-line.ts';

let cli: CommandLine;

beforeAll(async () => {
  cli = await openCommandLine();
  const settings = new URL('../../../deploy/reference/default-settings.json', import.meta.url).pathname;
  for (const line of [
    ['settings', 'apply', 'alpha', settings],
    ['plan', 'apply', 'alpha', cli.file('plan.json', plan), '--from', '2021-01-01'],
    ['roster', 'import', 'alpha', await cli.roster('r.xlsx', roster), '--effective', '2025-07-01'],
  ]) await cli.done(...line);
});
afterAll(() => cli.close());

describe('equivalence', () => {
  it('is tried out, adopted as it was seen, and not otherwise', async () => {
    const adopted = (await cli.json('equivalence', 'list', 'alpha')) as { table: string; validTo: string }[];
    const { table } = adopted.find((it) => it.validTo === 'infinity' && it.table !== 'cv-6089-2014')!;
    const change = ['--end', table, '--from', '2090-01-01'];
    const before = await cli.version();
    const seen = (await cli.json('equivalence', 'simulate', 'alpha', ...change)) as { digest: string; targets: unknown[] };
    expect(seen.targets.length).toBeGreaterThan(0);
    expect((await cli.run('equivalence', 'simulate', 'alpha', ...change)).out).toContain(seen.digest);
    expect(await cli.version()).toBe(before);
    expect((await cli.run('equivalence', 'adopt', 'alpha', ...change, '--digest', 'x')).code).toBe(1);
    await cli.done('equivalence', 'adopt', 'alpha', ...change, '--digest', seen.digest);
    expect(await cli.json('equivalence', 'list', 'alpha')).toContainEqual(expect.objectContaining({ table, validTo: '2090-01-01' }));
    expect((await cli.run('equivalence', 'simulate', 'alpha', '--from', '2090-01-01')).code).toBe(2);
  });
});

describe('twins', () => {
  it('are listed, merged, told apart, dismissed', async () => {
    const { db } = await cli.cluster.openTenant('alpha');
    const [one, other] = await db.execute<{ id: string }>(sql`select id from people order by id limit 2`);
    await db.execute(sql`update people set full_name = 'Ngô Thị Thu', name_sort = 'thu', name_search = 'ngo thi thu', birth_date = '1980-01-02', birth_precision = 'day' where id in (${one!.id}::uuid, ${other!.id}::uuid)`);
    const pair = [one!.id, other!.id];
    expect((await cli.run('twins', 'list', 'alpha')).out).toContain('same birth date');
    expect((await cli.run('twins', 'preview', 'alpha', ...pair, '--main-posts', 'staying')).out).toContain('Ngô Thị Thu');
    const { id } = (await cli.json('twins', 'propose', 'alpha', ...pair, '--main-posts', 'staying', '--why', 'twice')) as { id: string };
    expect((await cli.run('twins', 'merges', 'alpha')).out).toContain('to be confirmed');
    await cli.done('twins', 'confirm', 'alpha', id);
    expect(await db.execute(sql`select id from people where id in (${one!.id}::uuid, ${other!.id}::uuid)`)).toHaveLength(1);
    await cli.done('twins', 'unmerge', 'alpha', id, '--why', 'two sisters');
    expect(await db.execute(sql`select id from people where id in (${one!.id}::uuid, ${other!.id}::uuid)`)).toHaveLength(2);
    await cli.done('twins', 'dismiss', 'alpha', ...pair);
    expect((await cli.run('twins', 'list', 'alpha')).out).not.toContain(one!.id);
    expect((await cli.run('twins', 'confirm', 'alpha', id)).err).toContain('no longer to be decided');
    await cli.done('twins', 'across', 'alpha', 'on');
    expect((await cli.run('twins', 'elsewhere', 'alpha')).out).toContain('Nobody');
    expect((await cli.run('twins', 'dismiss', 'alpha', 'x', 'y')).code).toBe(2);
  });
});
