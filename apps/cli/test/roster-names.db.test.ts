import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommandLine, roster, type CommandLine } from './command-line.ts';

let cli: CommandLine;
beforeAll(async () => {
  cli = await openCommandLine();
  await cli.done('roster', 'import', 'alpha', await cli.roster('r.xlsx', roster), '--effective', '2025-07-01');
});
afterAll(() => cli.close());

describe('names in rosters', () => {
  const person = { id_number: '42085000009', full_name: 'LÊ THỊ CHÍN', birth_date: '5-3-85', unit_code: 'Cơ quan tôi', kind: 'CC', valid_from: '01/01/2020' };

  it('are set, listed and forgotten', async () => {
    expect((await cli.run('roster', 'name', 'list', 'alpha')).out).toContain('No name is remembered.');
    expect((await cli.run('roster', 'name', 'set', 'alpha', 'Cơ quan tôi', 'S')).out).toContain('From now on “Cơ quan tôi” is S');
    expect(await cli.json('roster', 'name', 'list', 'alpha')).toMatchObject([{ of: 'unit', given: 'Cơ quan tôi', code: 'S', notedBy: { id: null } }]);
    expect(await cli.run('roster', 'name', 'set', 'alpha', 'Cơ quan tôi', 'NIX')).toMatchObject({ code: 1 });
  });

  it('are taken by an import, which tells in words what it mended', async () => {
    const { out, code } = await cli.run('roster', 'import', 'alpha', await cli.roster('n.xlsx', { people: [person] }), '--effective', '2025-12-01', '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('5 cells were mended before they were taken:');
    expect(out).toContain('“Cơ quan tôi” → “S (');
    expect(out).toContain('“42085000009” → “042085000009” (zeros given back to an ID number)');
    expect((await cli.run('roster', 'name', 'forget', 'alpha', 'co quan toi')).out).toContain('Forgot “Cơ quan tôi”.');
    expect(await cli.run('roster', 'name', 'forget', 'alpha', 'co quan toi')).toMatchObject({ code: 1 });
  });
});
