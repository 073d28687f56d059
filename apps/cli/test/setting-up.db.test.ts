import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommandLine, plan, roster, type CommandLine } from './command-line.ts';

let cli: CommandLine;
beforeAll(async () => {
  cli = await openCommandLine();
});
afterAll(() => cli.close());

const target = plan.targets[0];
const within = { ...plan, id: 'within', targets: [{ ...target, cohort: { fact: 'unit', within: ['S'] } }] };
const misspelt = { ...plan, targets: [{ ...target, cohort: { fact: 'governmentLevle', in: ['province'] } }] };

describe('a tenant', () => {
  const create = (slug: string, ...more: string[]) => cli.json('tenant', 'create', slug, '--name', 'Example', '--kind', 'province', '--code', '04', ...more);

  it('is created with the settings that ship and with its plan in force from its first day', async () => {
    expect(await create('third', '--plan', cli.file('good.json', plan))).toMatchObject({ slug: 'third', name: 'Example', kind: 'province', status: 'active' });
    expect(await cli.json('plan', 'list', 'third')).toMatchObject([{ number: 1, plan: 'example-2021-2030', inForceFrom: '2021-01-01', units: null, inForce: true }]);
    expect(await cli.json('settings', 'show', 'third')).toMatchObject({ schemaVersion: 1, adoptions: expect.arrayContaining([expect.objectContaining({ table: 'vstep' })]) as unknown[] });
    expect(await cli.json('tenant', 'list')).toEqual(expect.arrayContaining([expect.objectContaining({ slug: 'third' })]));
  });

  it.each([
    ['a plan that misspells a fact', () => ['--plan', cli.file('wrong.json', misspelt)], 'plan-has-problems'],
    ['a plan that names units', () => ['--plan', cli.file('within.json', within)], 'plan-needs-units'],
    ['a file that is no JSON', () => ['--plan', cli.file('broken.json', '{\n  "id": }')], 'not-json'],
    ['wrong settings', () => ['--settings', cli.file('settings.json', { schemaVersion: 1, adoptions: [{ table: 'none', validFrom: '2020-01-01' }], validity: [], issuers: [] })], 'settings-have-problems'],
    ['an unknown province', () => ['--code', '00'], 'unknown-province'],
    ['a blank name', () => ['--code', '08', '--name', ' '], 'name-blank'],
  ])('is not created from %s', async (_, files, kind) => {
    expect(await create('fourth', '--code', '08', ...files())).toMatchObject({ error: { kind } });
    expect((await cli.cluster.tenants()).map((it) => it.slug)).not.toContain('fourth');
  });

  it('of a province must have its code', async () => {
    expect(await cli.json('tenant', 'create', 'fourth', '--name', 'Example', '--kind', 'province')).toMatchObject({ error: { kind: 'province-needs-code' } });
  });

  it('is not created twice, nor without a name', async () => {
    expect(await create('alpha')).toMatchObject({ error: { kind: 'slug-taken', message: 'The short name “alpha” is taken; choose another one.' } });
    expect(await cli.run('tenant', 'create', 'fifth', '--kind', 'province')).toMatchObject({ out: '', code: 2 });
  });
});

describe('a plan', () => {
  it('is checked without a database, and its rules read as sentences', async () => {
    const { out, code } = await cli.run('plan', 'check', cli.file('good.json', plan));
    expect(out).toContain('The plan can be used: Language learning plan 2021–2030.');
    expect(out).toContain('cohort: level of government is province');
    expect(code).toBe(0);
    expect(await cli.json('plan', 'check', cli.path('good.json'))).toMatchObject({ plan: 'example-2021-2030', problems: [], targets: [{ id: 'officials-2025', goalPercent: 25 }, { goalPercent: null }] });
  });

  it('is refused with the place of each problem and what to do', async () => {
    const path = cli.file('wrong.json', { ...misspelt, documents: [], surplus: 1 });
    const { out, err, code } = await cli.run('plan', 'check', path);
    expect([out, code]).toEqual(['', 1]);
    expect(err).toContain('The plan can not be used yet, 2 places must be corrected; nothing was changed.\n');
    expect(err).toContain('\n  documents: “documents” must not be empty.\n');
    expect(err).toContain('\n  surplus: the form has no “surplus”; correct the name or remove it.');
    expect((await cli.run('plan', 'check', cli.file('wrong.json', misspelt))).err).toContain(
      'targets[0].cohort.fact: there is no fact “governmentLevle”; correct the name. Did you mean: governmentLevel?',
    );
    expect(await cli.json('plan', 'check', cli.path('wrong.json'))).toMatchObject({
      error: { kind: 'plan-has-problems', problems: [{ path: 'targets[0].cohort.fact', kind: 'unknown-fact', fact: 'governmentLevle' }] },
    });
  });

  it('is applied as a version, once; versions are compared in words', async () => {
    const apply = (content: unknown, from: string) => cli.json('plan', 'apply', 'beta', cli.file('plan.json', content), '--from', from);
    expect(await apply(plan, '2021-01-01')).toMatchObject({ number: 1, inForceFrom: '2021-01-01', unchanged: false });
    const version = await cli.version('beta');
    expect(await apply(plan, '2021-01-01')).toMatchObject({ number: 1, unchanged: true });
    const lower = { ...plan, targets: [{ ...target, measure: { kind: 'share', goal: 2000 } }, plan.targets[1]] };
    expect(await apply(lower, '2021-01-01')).toMatchObject({ error: { kind: 'another-version-on-that-day' } });
    expect(await apply({ ...plan, id: 'other' }, '2022-01-01')).toMatchObject({ error: { kind: 'territory-taken', by: 'example-2021-2030' } });
    expect(await cli.version('beta')).toBe(version);
    expect(await apply(lower, '2023-01-01')).toMatchObject({ number: 2 });
    expect(await cli.json('plan', 'list', 'beta')).toMatchObject([{ number: 1, lastDay: '2022-12-31' }, { number: 2, lastDay: null }]);
    expect((await cli.run('plan', 'list', 'beta')).out).toContain('31/12/2022');
    expect((await cli.run('plan', 'diff', 'beta', '1', '2')).out).toBe('~ Target “Provincial officials at level 4 or above” (officials-2025): goal: 25\u00a0% → 20\u00a0%\n1 difference.\n');
    expect(await cli.json('plan', 'diff', 'beta', '1', '7')).toMatchObject({ error: { kind: 'unknown-plan-version', number: 7 } });
    expect(await cli.run('plan', 'diff', 'beta', '1', 'x')).toMatchObject({ code: 2 });
  });

  it('may name units that are there, in its rules and its scope, and no others', async () => {
    const version = await cli.version();
    const apply = (content: unknown) => cli.json('plan', 'apply', 'alpha', cli.file('plan.json', content), '--from', '2021-01-01');
    expect(await apply(within)).toMatchObject({ error: { kind: 'unknown-rule-units', units: ['S'], sentences: [expect.stringContaining('targets[0].cohort') as string] } });
    expect(await apply({ ...plan, scope: { ...plan.scope, units: ['S', 'X'] } })).toMatchObject({ error: { kind: 'unknown-scope-units', units: ['S', 'X'] } });
    expect(await cli.version()).toBe(version);
    await cli.run('roster', 'import', 'alpha', await cli.roster('units.xlsx', { units: roster.units }), '--effective', '2025-07-01');
    expect(await apply(within)).toMatchObject({ plan: 'within', number: 1 });
  });
});

describe('settings', () => {
  it('are shown in the form in which they are applied', async () => {
    const shown = await cli.json('settings', 'show', 'third');
    const version = await cli.version('third');
    expect(await cli.json('settings', 'apply', 'third', cli.file('shown.json', shown))).toMatchObject({ unchanged: true });
    expect(await cli.version('third')).toBe(version);
  });

  it.each([
    [{ schemaVersion: 1 }, 'settings-not-in-form', '  adoptions: “adoptions” is missing; add it.'],
    [{ schemaVersion: 1, adoptions: [{ table: 'vstep', validFrom: 'soon', validTo: 5 }], validity: [], issuers: [{ code: 'x' }] }, 'settings-not-in-form', '  issuers[0].name: “name” is missing; add it.'],
    [{ schemaVersion: 1, adoptions: [{ table: 'none', validFrom: '2020-01-01' }], validity: [], issuers: [] }, 'settings-have-problems', '  adoptions[0].table: there is no equivalence table “none” in the reference; correct the code.'],
  ])('are refused with the place of each problem: %j', async (content, kind, line) => {
    const version = await cli.version('third');
    const told = await cli.run('settings', 'apply', 'third', cli.file('settings.json', content), '--json');
    expect(JSON.parse(told.out)).toMatchObject({ error: { kind } });
    expect(told.err).toContain(line);
    expect([told.code, await cli.version('third')]).toEqual([1, version]);
  });
});

describe('a plugin', () => {
  it('is listed, enabled and disabled', async () => {
    expect(await cli.json('plugin', 'list', 'third')).toContainEqual({ plugin: 'example', state: 'available', version: expect.any(String) as string });
    expect(await cli.json('plugin', 'enable', 'third', 'example', '--dry-run')).toMatchObject({ rehearsal: true, state: 'done', findings: { blockedBy: [] } });
    expect(await cli.json('plugin', 'status', 'third', 'example')).toMatchObject({ id: 'example', state: 'available', change: null });
    expect(await cli.json('plugin', 'enable', 'third', 'example')).toMatchObject({ plugin: 'example', state: 'enabled' });
    expect(await cli.json('plugin', 'remove', 'third', 'example')).toMatchObject({ error: { kind: 'plugin-still-enabled' } });
    expect((await cli.run('plugin', 'list', 'third')).out).toContain('enabled');
    expect(await cli.json('plugin', 'disable', 'third', 'example')).toMatchObject({ state: 'disabled' });
    expect(await cli.json('plugin', 'disable', 'third', 'example')).toMatchObject({ error: { kind: 'plugin-not-enabled' } });
    expect((await cli.run('plugin', 'remove', 'third', 'example', '--dry-run')).out).toContain('p_example_front_desk_duties');
    expect(await cli.json('plugin', 'remove', 'third', 'example')).toMatchObject({ act: 'remove', state: 'done' });
    expect(await cli.json('plugin', 'status', 'third', 'example')).toMatchObject({ state: 'available', change: { act: 'remove' } });
    expect(await cli.json('plugin', 'enable', 'third', 'nothing')).toMatchObject({ error: { kind: 'unknown-plugin', known: expect.arrayContaining(['example']) as string[] } });
    expect(await cli.json('plugin', 'enable', 'nowhere', 'example')).toMatchObject({ error: { kind: 'unknown-tenant' } });
  });
});

describe('a roster', () => {
  const load = (path: string, ...more: string[]) => cli.json('roster', 'import', 'third', path, '--effective', '2025-07-01', ...more);

  it('is previewed, imported, and imported again without effect', async () => {
    const path = await cli.roster('r.xlsx', roster);
    const version = await cli.version('third');
    const preview = { counts: { people: { new: 6, changed: 0, unchanged: 0, refused: 0 } } };
    expect(await load(path, '--dry-run')).toMatchObject({ dryRun: true, written: false, preview });
    expect(await cli.version('third')).toBe(version);
    expect(await load(path)).toMatchObject({ dryRun: false, written: true, preview });
    expect((await cli.run('roster', 'import', 'third', path, '--effective', '2025-07-01')).out).toContain('r.xlsx holds nothing new; nothing was changed.');
    expect(await cli.version('third')).toBe(version + 1);
  });

  it('is refused as a whole with sheet, row, column and hint', async () => {
    const version = await cli.version('third');
    const people = [{ ...roster.people[0], unit_code: 'X' }, { ...roster.people[1], birth_date: '30/02/1980' }];
    const told = await cli.run('roster', 'import', 'third', await cli.roster('bad.xlsx', { people }), '--effective', '2025-08-01', '--json');
    expect(told.err).toBe(
      [
        '2 rows of the file are refused; nothing was changed. Correct them, then check or import again.',
        '  Sheet Nhân sự, row 2, column “Mã đơn vị”, value “X”: there is no unit with this code; add it to the sheet of units or correct the code.',
        '  Sheet Nhân sự, row 3, column “Ngày sinh”, value “30/02/1980”: there is no such day; correct it.\n',
      ].join('\n'),
    );
    expect(JSON.parse(told.out)).toMatchObject({ error: { kind: 'rows-refused', count: 2, preview: { refusals: [{ kind: 'unknown-unit', row: 2 }, { kind: 'no-such-day', row: 3 }] } } });
    expect([told.code, await cli.version('third')]).toEqual([1, version]);
  });

  it('gives its refused rows back as a file that is taken once it is corrected', async () => {
    const people = [{ ...roster.people[0], id_number: '009999999991' }, { ...roster.people[1], id_number: '009999999992', birth_date: '30/02/1980' }];
    const out = cli.path('refused.xlsx');
    const file = await cli.roster('half.xlsx', { people });
    expect(await cli.json('roster', 'refused', 'third', file, '--effective', '2025-08-01', '--out', out)).toMatchObject({ file: out });
    expect(await cli.json('roster', 'import', 'third', out, '--effective', '2025-08-01', '--dry-run')).toMatchObject({ error: { kind: 'rows-refused', count: 1 } });
    expect(await cli.json('roster', 'refused', 'third', cli.path('r.xlsx'), '--effective', '2025-07-01', '--out', out)).toMatchObject({ error: { kind: 'nothing-refused' } });
    expect(await cli.json('roster', 'refused', 'third', '0199a5c2-0000-7000-8000-00000000000a', '--out', out)).toMatchObject({ error: { kind: 'unknown-import' } });
  });

  it('is taken back, after a preview, unless something later depends on it', async () => {
    const added = [{ ...roster.people[0], id_number: '009999999993', full_name: 'Trần Thị Mới' }];
    const first = (await load(await cli.roster('first.xlsx', { people: added }))) as { preview: { batch: string } };
    const second = (await load(await cli.roster('second.xlsx', { people: [{ ...added[0], full_name: 'Trần Thị Khác' }] }))) as typeof first;
    const blocked = await cli.run('roster', 'undo', 'third', first.preview.batch);
    expect(blocked.err).toMatch(/later changes depend on this import\. .*\n  .*operator: .* \(Trần Thị Khác\)/);
    expect(await cli.json('roster', 'undo', 'third', second.preview.batch, '--dry-run')).toMatchObject({ dryRun: true, subjects: 1, blockers: [] });
    for (const { preview } of [second, first]) expect(await cli.json('roster', 'undo', 'third', preview.batch, '--why', 'x')).toMatchObject({ dryRun: false, subjects: 1 });
    expect(await cli.json('roster', 'undo', 'third', first.preview.batch)).toMatchObject({ error: { kind: 'undone-already' } });
    expect(await cli.json('roster', 'undo', 'third', 'x')).toMatchObject({ error: { kind: 'unknown-batch' } });
  });

  it.each([
    ['no roster at all', () => cli.file('text.xlsx', 'PK nothing'), 'not-a-workbook', []],
    ['a unit that is not there', () => cli.path('r.xlsx'), 'unknown-unit', ['--complete-for', 'X']],
  ])('is refused for %s', async (_, path, kind, more) => {
    expect(await load(path(), ...more)).toMatchObject({ error: { kind } });
  });

  it('goes out in the form in which it comes in', async () => {
    const out = cli.path('out.xlsx');
    expect(await cli.json('roster', 'export', 'third', '--on', '2025-12-31', '--out', out)).toMatchObject({ file: out, rows: { units: 2, people: 6, certificates: 2 } });
    expect(await cli.json('roster', 'import', 'third', out, '--effective', '2025-12-31')).toMatchObject({ written: false });
    expect(await cli.json('roster', 'export', 'third', '--on', '2025-12-31', '--out', cli.path('out.doc'))).toMatchObject({ error: { kind: 'unknown-file-type' } });
    expect(await cli.json('roster', 'export', 'third', '--on', '2025-12-31', '--out', cli.path('nowhere/out.xlsx'))).toMatchObject({ error: { kind: 'file-not-writable' } });
  });

  it('has a template, which is a file with no rows', async () => {
    expect(await cli.json('roster', 'template', '--out', cli.path('template.xlsx'))).toEqual({ file: cli.path('template.xlsx') });
    expect(await load(cli.path('template.xlsx'))).toMatchObject({ error: { kind: 'no-rows' } });
    expect(await cli.json('roster', 'template', '--out', cli.path('nowhere/template.xlsx'))).toMatchObject({ error: { kind: 'file-not-writable' } });
    expect(existsSync(cli.path('template.xlsx.part'))).toBe(false);
  });
});

describe('a sample', () => {
  it('is written as a roster that can be imported, the same for the same seed', async () => {
    const sample = (name: string, ...more: string[]) => cli.json('sample', 'roster', '--people', '40', '--seed', '7', '--out', cli.path(name), ...more);
    const first = (await sample('a.xlsx')) as { rows: unknown };
    expect(await sample('b.xlsx')).toMatchObject({ people: 40, seed: 7, rows: first.rows });
    await cli.run('tenant', 'create', 'sampled', '--name', 'Sampled', '--kind', 'province', '--code', '08');
    expect(await cli.json('roster', 'import', 'sampled', cli.path('a.xlsx'), '--effective', '2026-01-01')).toMatchObject({ written: true });
  });

  it('is refused before its time, from a wrong outline, and without a number', async () => {
    expect(await cli.json('sample', 'roster', '--people', '5', '--seed', '7', '--out', cli.path('c.xlsx'), '--effective', '2019-12-31')).toMatchObject({ error: { kind: 'day-before-sample' } });
    const wrong = await cli.run('sample', 'roster', '--people', '5', '--seed', '7', '--out', cli.path('c.xlsx'), '--profile', cli.file('profile.json', { idPrefix: '042' }));
    expect(wrong.err).toContain('  profile.idPrefix: three digits from 900 to 999 are needed, which no province has.');
    expect(await cli.run('sample', 'roster', '--people', 'many', '--seed', '7', '--out', 'x')).toMatchObject({ out: '', code: 2 });
    expect(existsSync(cli.path('c.xlsx'))).toBe(false);
  });
});
