import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCommandLine, plan, roster, type CommandLine } from './command-line.ts';

let line: CommandLine;
let folder: string;
const parcel = (name = 'parcel'): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parcels-'));
  line = await openCommandLine();
  await line.done('roster', 'import', 'alpha', await line.roster('r.xlsx', roster), '--effective', '2026-01-01');
  await line.done('plan', 'apply', 'alpha', line.file('plan.json', plan), '--from', '2026-01-01');
  await line.done('plugin', 'enable', 'alpha', 'example');
  await line.cluster.withTenant('alpha', ({ db }) => db.execute(sql`insert into p_example_front_desk_duties (person_id, place, valid_from) select id, 'desk', '2020-01-01' from people`));
});
afterAll(async () => {
  await line.close();
  rmSync(folder, { recursive: true });
});

describe('tenant export, import and compare', () => {
  it('brings a tenant over whole: every table, the figures of a day, the audit', async () => {
    expect(await line.json('tenant', 'export', 'alpha', '--out', parcel(), '--why', 'moves')).toMatchObject({ slug: 'alpha', path: parcel(), filesMissing: [] });
    expect(await line.json('tenant', 'parcel', 'check', parcel())).toMatchObject({ slug: 'alpha', plugins: [{ id: 'example', state: 'enabled' }] });
    expect(await line.json('tenant', 'import', parcel(), '--slug', 'gamma', '--name', 'Gamma')).toMatchObject({ slug: 'gamma', name: 'Gamma', from: 'alpha', accounts: [], aliasesTaken: [], differing: [] });
    expect(await line.json('tenant', 'compare', 'alpha', 'gamma', '--on', '2026-02-01')).toMatchObject({ equal: true, targets: 2 });
    expect((await line.run('tenant', 'compare', 'gamma', parcel())).out).toMatch(/^Both are equal: \d+ tables, \d+ rows\.\n$/);
    expect(await line.json('audit', 'verify', 'gamma')).toMatchObject({ faults: [], anchors: 1 });
    expect((await line.run('progress', 'gamma', '--on', '2026-02-01')).code).toBe(0);
    expect(await line.json('plugin', 'list', 'gamma')).toContainEqual(expect.objectContaining({ plugin: 'example', state: 'enabled' }));
  });

  it('says in words what a parcel is, and that it holds personal data', async () => {
    const { out, err } = await line.run('tenant', 'export', 'alpha', '--out', parcel('second'));
    expect(out).toMatch(/^Exported “Alpha” \(alpha\) to .*: \d+ tables, \d+ rows, 0 files\.\nThe parcel holds personal data/);
    expect(err).toContain('Exporting table people…');
    expect((await line.run('tenant', 'parcel', 'check', parcel('second'))).out).toMatch(/is whole: \d+ tables/);
  });

  it('tells what differs', async () => {
    await line.cluster.withTenant('gamma', ({ db }) => db.execute(sql`update people set sex = 'male' where id_number = '900000000001'`));
    const { code, err } = await line.run('tenant', 'compare', 'alpha', 'gamma', '--on', '2026-02-01');
    expect(code).toBe(1);
    expect(err).toContain('Table people: 6 rows in both, but not the same.');
    // Alpha was exported once more, which stands in its audit.
    expect(err).toMatch(/Table audit_entries: \d+ rows and \d+ rows\./);
  });

  it('refuses with what to do', async () => {
    expect((await line.run('tenant', 'import', parcel())).err).toContain('The short name “alpha” is taken');
    expect((await line.run('tenant', 'import', folder, '--slug', 'delta')).err).toContain('There is no whole parcel at');
    expect((await line.run('tenant', 'compare', 'gamma', parcel(), '--on', '2026-01-01')).err).toContain('A parcel has no figures');
    expect((await line.run('tenant', 'compare', 'gamma', 'nobody')).err).toContain('There is no tenant “nobody”');
    writeFileSync(join(parcel('second'), 'tables', 'people.copy.gz'), 'x');
    const { err, out } = await line.run('tenant', 'import', parcel('second'), '--slug', 'delta', '--json');
    expect(err).toContain('tables/people.copy.gz: has another checksum');
    expect(JSON.parse(out)).toMatchObject({ error: { kind: 'parcel-damaged', damages: [{ part: 'tables/people.copy.gz' }] } });
    expect(await line.cluster.findTenant('delta')).toBeUndefined();
  });
});

describe('tenant rename', () => {
  it('keeps the former short name as another one, and stands in the audit', async () => {
    expect(await line.json('tenant', 'rename', 'beta', 'beta-two')).toEqual({ slug: 'beta-two', former: 'beta' });
    expect(await line.json('audit', 'verify', 'beta')).toMatchObject({ faults: [] });
    expect(await line.cluster.withTenant('beta', ({ db }) => db.execute(sql`select act, actor_label from audit_entries`))).toEqual([{ act: 'tenant.renamed', actor_label: 'operator' }]);
    expect(await line.json('tenant', 'rename', 'beta', 'alpha')).toMatchObject({ error: { kind: 'slug-taken' } });
  });
});

describe('tenant archive', () => {
  it('lets nothing be written until it is taken out again; it can be read, compared and exported', async () => {
    expect(await line.json('tenant', 'archive', 'alpha', '--why', 'moved')).toEqual({ slug: 'alpha', status: 'archived', sessions: 0 });
    expect((await line.run('tenant', 'list')).out).toMatch(/alpha .*archived/);
    const { code, err } = await line.run('roster', 'import', 'alpha', await line.roster('r2.xlsx', roster), '--effective', '2026-01-02');
    expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('This tenant is archived: it can be read, not written to.') as string });
    expect(await line.json('settings', 'apply', 'alpha', line.file('s.json', await line.json('settings', 'show', 'alpha')))).toMatchObject({ error: { kind: expect.stringMatching(/tenant-archived|settings/) as string } });
    await expect(line.cluster.loginAs(await line.cluster.tenantLogin('alpha'))`update people set ethnicity = 'x'`).rejects.toMatchObject({ code: '42501' });
    expect((await line.run('progress', 'alpha', '--on', '2026-02-01')).code).toBe(0);
    expect((await line.run('explain', 'alpha', '900000000001', '--target', 'officials-2025', '--on', '2026-02-01')).code).toBe(0);
    expect(await line.cluster.withTenant('alpha', ({ db }) => db.execute(sql`select count(*)::int as n from audit_person_reads`))).toEqual([{ n: 1 }]);
    expect(await line.json('tenant', 'export', 'alpha', '--out', parcel('archived'))).toMatchObject({ slug: 'alpha' });
    expect(await line.json('tenant', 'archive', 'alpha')).toMatchObject({ error: { kind: 'tenant-archived-already' } });
    await line.done('migrate');
    expect(await line.json('tenant', 'unarchive', 'alpha')).toEqual({ slug: 'alpha', status: 'active' });
    expect(await line.json('tenant', 'unarchive', 'alpha')).toMatchObject({ error: { kind: 'tenant-not-archived' } });
    await line.done('roster', 'import', 'alpha', await line.roster('r3.xlsx', roster), '--effective', '2026-01-02');
    expect(await line.json('audit', 'verify', 'alpha')).toMatchObject({ faults: [] });
    const acts = await line.cluster.withTenant('alpha', ({ db }) => db.execute<{ act: string }>(sql`select act from audit_entries where act like 'tenant.%' order by position`));
    expect(acts.map(({ act }) => act)).toEqual(['tenant.exported', 'tenant.exported', 'tenant.archived', 'tenant.exported', 'tenant.unarchived']);
  });
});
