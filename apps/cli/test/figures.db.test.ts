import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommandLine, plan, roster, type CommandLine } from './command-line.ts';

let cli: CommandLine;
const on = ['--on', '2025-12-31'];

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

describe('progress', () => {
  it('answers for every target of the plan in one shape', async () => {
    expect(await cli.json('progress', 'alpha', ...on)).toEqual([
      {
        target: 'officials-2025',
        title: { vi: 'Cán bộ, công chức cấp tỉnh đạt bậc 4 trở lên', en: 'Provincial officials at level 4 or above' },
        milestone: '2025-12-31',
        denominator: 4,
        numerator: 1,
        percent: 25,
        goalPercent: 25,
        missing: 0,
        focus: { denominator: 1, numerator: 1, percent: 100 },
        levelAlone: null,
        unknown: {},
        status: 'measured',
        plan: 'example-2021-2030',
        planVersion: 1,
      },
      {
        target: 'policies-2025',
        title: { vi: 'Xây dựng cơ chế, chính sách khuyến khích', en: 'Policies of encouragement' },
        milestone: '2025-12-31',
        denominator: null,
        numerator: null,
        percent: null,
        goalPercent: null,
        missing: null,
        focus: null,
        levelAlone: null,
        unknown: {},
        status: 'no-evidence',
        plan: 'example-2021-2030',
        planVersion: 1,
      },
    ]);
  });

  it('answers for a unit with all below it, and for the past', async () => {
    expect(await cli.json('progress', 'alpha', ...on, '--unit', 'S')).toMatchObject([{ denominator: 3, numerator: 1 }, {}]);
    expect(await cli.json('progress', 'alpha', '--on', '2022-12-31')).toMatchObject([{ denominator: 4, numerator: 0, missing: 1 }, {}]);
  });

  it('is a table for people', async () => {
    const { out, code } = await cli.run('progress', 'alpha', ...on);
    expect(out).toContain('officials-2025  31/12/2025        4        1     25\u00a0%  25\u00a0%              0  measured');
    expect(out).toContain('focus: 1 of 1 person (100\u00a0%)');
    expect(code).toBe(0);
  });

  it.each([
    [['progress', 'nowhere', ...on], 'unknown-tenant', 'There is no tenant “nowhere”; see tenant list.'],
    [['progress', 'alpha', '--on', '2019-12-31'], 'no-plan-in-force', 'No plan is in force on 31/12/2019; see plan list, or apply one (plan apply).'],
    [['progress', 'alpha', ...on, '--unit', 'X'], 'unknown-unit', 'There is no unit with the code “X” on 31/12/2025; see unit list.'],
    [['progress', 'alpha', ...on, '--plan-version', '9'], 'unknown-plan-version', 'There is no plan version 9; see plan list.'],
    [['people', 'alpha', ...on, '--in', 'cohort', '--target', 'x'], 'unknown-target', 'The plan has no target “x”; choose one of: officials-2025, policies-2025.'],
    [['people', 'alpha', ...on, '--in', 'cohort', '--target', 'policies-2025'], 'target-without-people', 'The target “policies-2025” has no percentage: it is met by evidence, so there are no people behind it; see evidence list.'],
    [['explain', 'alpha', '900000000099', ...on, '--target', 'officials-2025'], 'unknown-person', 'This person was not found'],
    [['standards', 'alpha', '--on', '2019-12-31'], 'no-plan-in-force', 'No plan is in force'],
    [['unit', 'list', 'alpha', ...on, '--unit', 'X'], 'unknown-unit', 'There is no unit'],
  ])('is refused in words and as data: %j', async (line, kind, message) => {
    const told = await cli.run(...line, '--json');
    expect(told.code).toBe(1);
    expect(told.err).toContain(message);
    expect(JSON.parse(told.out)).toMatchObject({ error: { kind, message: expect.stringContaining(message) as string } });
    expect(await cli.run(...line)).toMatchObject({ out: '', code: 1 });
  });

  it.each([
    ['progress alpha', 'The required option --on <date> is missing.'],
    ['progress alpha --on yesterday', 'The value “yesterday” of --on <date> is not valid: an existing day between 1900 and 2200 is needed, as yyyy-mm-dd.'],
    ['people alpha --on 2025-12-31 --target officials-2025 --in nobody', 'one of these is needed: cohort, reached, missing, focus'],
    ['plan apply alpha nowhere.json --from 2025-01-01', 'The file nowhere.json was not found; check its path.'],
  ])('ends with 2 when it is used wrongly: %s', async (line, message) => {
    const { out, err, code } = await cli.run(...line.split(' '));
    expect([out, code]).toEqual(['', 2]);
    expect(err).toContain(message);
  });
});

describe('people', () => {
  const names = async (...more: string[]) => ((await cli.json('people', 'alpha', ...on, '--target', 'officials-2025', ...more)) as { name: string }[]).map((it) => it.name);

  it('come in the order of Vietnamese names, with the reason as data and in words', async () => {
    expect(await names('--in', 'cohort')).toEqual(['Trần Thị An', 'Nguyễn Thị Bình', 'Lê Thị Cúc', 'Hồ Thị Giang']);
    expect(await names('--in', 'cohort', '--limit', '2')).toEqual(['Trần Thị An', 'Nguyễn Thị Bình']);
    expect(await names('--in', 'missing', '--unit', 'S')).toEqual(['Trần Thị An', 'Hồ Thị Giang']);
    expect(await cli.json('people', 'alpha', ...on, '--target', 'officials-2025', '--in', 'missing', '--limit', '1')).toEqual([
      {
        id: expect.any(String) as string,
        name: 'Trần Thị An',
        birthDate: '1980-03-15',
        birthPrecision: 'day',
        unit: { code: 'S', name: 'Sở' },
        reached: false,
        reason: [{ condition: { fact: 'level', atLeast: 4, languages: 'any' }, value: 3, holds: false, unknown: false }],
        sentence: 'highest level: level 3 (level 4 or above is needed)',
      },
    ]);
  });

  it('stand in words under a heading, with their number below; nobody is told as such', async () => {
    const told = async (...more: string[]) => (await cli.run('people', 'alpha', '--target', 'officials-2025', ...more)).out.split('\n');
    const lines = await told(...on, '--in', 'missing', '--unit', 'S');
    expect([lines[0], lines.length, lines.at(-2)]).toEqual(['Name\tBorn\tUnit\tResult\tReason\tId', 5, '2 people.']);
    expect((await told(...on, '--in', 'missing', '--limit', '1')).at(-2)).toBe('1 person. The list stops at --limit; leave it out to see all.');
    expect(await told('--on', '2022-12-31', '--in', 'reached')).toEqual(['There is nobody in this group.', '']);
  });

  it('are an empty list where nobody is', async () => {
    expect(await cli.json('people', 'alpha', '--on', '2022-12-31', '--target', 'officials-2025', '--in', 'reached')).toEqual([]);
  });

  it('are explained by the id of the list as by the personal number', async () => {
    const [first] = (await cli.json('people', 'alpha', ...on, '--target', 'officials-2025', '--in', 'reached')) as { id: string }[];
    const byId = await cli.run('explain', 'alpha', first?.id ?? '', ...on, '--target', 'officials-2025');
    expect(byId.out).toBe((await cli.run('explain', 'alpha', '900000000001', ...on, '--target', 'officials-2025')).out);
    expect(byId.out).toContain('Result: counts, and has reached the target.');
    expect(byId.out).toContain('✓ level 4 or above in any language – level 4');
    expect(byId.out).toContain('IELTS, exam of 01/06/2025: level 4 by');
    expect(byId.out).toContain('[12/KH-UBND, II.1]');
  });

  it('who do not count are told why not', async () => {
    const why = async (id: string, date = '2025-12-31') => (await cli.run('explain', 'alpha', id, '--on', date, '--target', 'officials-2025')).out;
    expect(await why('900000000004')).toContain('Because: excluded as “Foreign-language teachers”.');
    expect(await why('900000000005')).toContain('Because: no subject of the plan holds.');
    expect(await why('900000000001', '2021-06-01')).toContain('not counted, because the exam was not yet taken');
    expect(await cli.json('explain', 'alpha', '900000000004', ...on, '--target', 'officials-2025')).toMatchObject({ counts: false, reached: false, planVersion: 1, rules: { unitName: 'Sở' } });
  });
});

describe('units and standards', () => {
  it('list the units of a day below the ones that manage them, with their people', async () => {
    expect(await cli.json('unit', 'list', 'alpha', ...on)).toMatchObject([
      { code: 'R', parent: null, depth: 0, people: 1 },
      { code: 'S', parent: 'R', depth: 1, people: 5 },
    ]);
    expect(await cli.json('unit', 'list', 'alpha', '--on', '2019-12-31')).toEqual([]);
  });

  it('say what posts require and who falls short of it', async () => {
    expect(await cli.json('standards', 'alpha', ...on)).toMatchObject({
      units: [{ unitCode: 'S', required: 1, met: 0 }],
      gaps: [{ fullName: 'Phạm Thị Dung', required: 4, held: null, language: 'en' }],
    });
    expect((await cli.run('standards', 'alpha', ...on)).out).toContain('Phạm Thị Dung');
  });
});

describe('evidence', () => {
  const given = ['--target', 'policies-2025', '--title', 'Resolution on encouragement', '--number', '5/NQ', '--on', '2025-06-01'];

  it('is recorded once and shows its target as met from its day on', async () => {
    const before = await cli.version();
    expect(await cli.json('evidence', 'add', 'alpha', ...given)).toMatchObject({ target: 'policies-2025', number: '5/NQ', issuedOn: '2025-06-01', inForceTo: null, unchanged: false });
    expect(await cli.json('evidence', 'add', 'alpha', ...given)).toMatchObject({ unchanged: true });
    expect(await cli.version()).toBe(before + 1);
    expect(await cli.json('progress', 'alpha', ...on)).toMatchObject([{}, { status: 'met' }]);
    expect(await cli.json('progress', 'alpha', '--on', '2025-05-31')).toMatchObject([{}, { status: 'no-evidence' }]);
    expect(await cli.json('evidence', 'list', 'alpha')).toMatchObject([{ plan: 'example-2021-2030', target: 'policies-2025' }]);
  });

  it.each([
    [['--target', 'officials-2025', '--title', 'T', '--on', '2025-06-01'], 'target-has-percentage'],
    [['--target', 'x', '--title', 'T', '--on', '2025-06-01'], 'unknown-target'],
    [['--target', 'policies-2025', '--title', ' ', '--on', '2025-06-01'], 'title-missing'],
    [['--target', 'policies-2025', '--title', 'T', '--on', '2025-06-01', '--until', '2025-05-01'], 'evidence-ends-before-issue'],
    [['--target', 'policies-2025', '--title', 'T', '--on', '2199-06-01'], 'issued-in-the-future'],
  ])('is refused and changes nothing: %j', async (line, kind) => {
    const before = await cli.version();
    expect(await cli.json('evidence', 'add', 'alpha', ...line)).toMatchObject({ error: { kind } });
    expect(await cli.version()).toBe(before);
  });
});
