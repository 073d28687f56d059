import { verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import { settingsInForce } from '@saubac/db/levels';
import { lockImports } from '@saubac/db/roster';
import type { Certificate } from '@saubac/domain/levels';
import { type IsoDate, isoDate, type PersonId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { asStored, certificate, defaultSettings, issuerIds, storeCertificates, storePeople } from '@saubac/testing/levels';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Ctx } from '../context/index.ts';
import { applySettings, explainLevel, recordDecision, setCertificateState } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let ctx: Ctx;

beforeAll(async () => {
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  ctx = testCtx({ db, actor: { id: null, label: 'operator' }, today: isoDate('2026-01-15'), now: () => new Date('2026-01-15T02:00:00Z') });
});
afterAll(() => cluster.close());
beforeEach(async () => {
  await applySettings(ctx, defaultSettings);
});

const only = async (it: Certificate): Promise<Certificate> => {
  const people = await storePeople(db, 1);
  const [stored] = asStored([it], people, await issuerIds(db));
  if (!stored) throw new Error('Nothing was stored');
  await storeCertificates(db, [stored]);
  await applySettings(ctx, defaultSettings);
  return stored;
};

/** The level that the explanation gives and the one that SQL takes from the rows; they must be one. */
const levelsOn = async (person: PersonId, on: string): Promise<[explained: number | null, rows: number | null]> => {
  const explained = await explainLevel(ctx, { person, on: on as IsoDate, statesThatCount: ['verified'] });
  const [row] = await db.execute<{ level: number | null }>(sql`
    select max(level) as level from certificate_levels x where person_id = ${person}::uuid and state = 'verified' and valid_from <= ${on}::date and valid_to > ${on}::date
      and (equivalence_code is null or equivalence_code in (select table_code from equivalence_adoptions y where y.valid_from <= ${on}::date and y.valid_to > ${on}::date))`);
  return [explained.ok ? explained.value.answer.level : null, row?.level ?? null];
};

const auditOf = async (act: string) => db.execute<{ before: unknown; after: unknown; why: string | null }>(sql`
  select p.before, p.after, e.why from audit_entries e join audit_payloads p on p.entry_id = e.id where e.act = ${act} order by e.position`);

describe('settings of a tenant', () => {
  it('wait for an import at work, whose certificates would keep levels by the former rules', async () => {
    const order: string[] = [];
    let applied: Promise<unknown> = Promise.resolve();
    await db.transaction(async (tx) => {
      await lockImports(tx);
      applied = applySettings(ctx, defaultSettings).then(() => order.push('settings'));
      const waits = async () => (await tx.execute(sql`select 1 from pg_locks where not granted and database = (select oid from pg_database where datname = current_database()) or not granted and locktype = 'transactionid'`)).length > 0;
      for (let i = 0; i < 10_000 && order.length === 0 && !(await waits()); i += 1);
      order.push('import');
    });
    await applied;
    expect(order).toEqual(['import', 'settings']);
  });

  it('are applied once: the same file again changes and records nothing', async () => {
    const entries = (await auditOf('settings.applied')).length;
    expect(await applySettings(ctx, defaultSettings)).toMatchObject({ ok: true, value: { changed: 0, levels: { written: 0, removed: 0 } } });
    expect((await auditOf('settings.applied')).length).toBe(entries);
  });

  it('are refused, and change nothing, when two tables would count for one type on a day', async () => {
    const before = await settingsInForce(db);
    const rivals = { ...defaultSettings, adoptions: [...defaultSettings.adoptions, { table: 'cv-6089-2014', validFrom: '2024-01-01' }] };
    expect(await applySettings(ctx, rivals)).toMatchObject({
      ok: false,
      failure: { kind: 'settings-have-problems', problems: [{ kind: 'tables-cover-the-same-type', types: ['ielts', 'toeic'], from: '2024-01-01' }] },
    });
    expect(await settingsInForce(db)).toEqual(before);
  });

  it('are refused with the place that is not in form', async () => {
    expect(await applySettings(ctx, { ...defaultSettings, validity: [{ type: 'ielts', months: 0, validFrom: '2020-01-01' }] })).toMatchObject({
      ok: false,
      failure: { kind: 'settings-not-in-form', problems: [{ path: 'validity[0].months', kind: 'out-of-range', least: 1 }] },
    });
  });

  it('that adopt another table from a day change levels only from that day', async () => {
    const { person } = await only(certificate('toeic', { examDate: isoDate('2023-06-01'), scores: { overall: 760 } }));
    const [vstep, circular] = defaultSettings.adoptions;
    const settings = {
      ...defaultSettings,
      adoptions: [vstep, { ...circular, validTo: '2024-01-01' }, { table: 'cv-6089-2014', validFrom: '2024-01-01', basis: 'x' }],
    };
    expect(await levelsOn(person, '2024-06-01')).toEqual([null, null]);
    expect(await applySettings(ctx, settings)).toMatchObject({ ok: true, value: { changed: 2 } });
    expect(await levelsOn(person, '2023-12-31')).toEqual([null, null]);
    expect(await levelsOn(person, '2024-01-01')).toEqual([4, 4]);
  });

  it('that shorten validity end certificates earlier', async () => {
    const { person } = await only(certificate('ielts', { scores: { overall: 6 } }));
    expect(await levelsOn(person, '2025-12-31')).toEqual([4, 4]);
    await applySettings(ctx, { ...defaultSettings, validity: [{ type: 'ielts', months: 12, validFrom: '2020-01-01' }] });
    expect(await levelsOn(person, '2025-12-31')).toEqual([null, null]);
  });
});

describe('the state of a certificate', () => {
  it('once void takes the level away for the past too, and says why in the audit', async () => {
    const { id, person } = await only(certificate('ielts', { scores: { overall: 6 } }));
    expect(await levelsOn(person, '2024-06-30')).toEqual([4, 4]);
    expect(await setCertificateState(ctx, { certificate: id, state: 'void', why: 'forged' })).toMatchObject({ ok: true });
    expect(await levelsOn(person, '2024-06-30')).toEqual([null, null]);
    expect((await auditOf('certificate.void')).at(-1)).toEqual({ before: { state: 'verified' }, after: { state: 'void' }, why: 'forged' });
  });

  it('never goes from void to verified in one step', async () => {
    const { id } = await only(certificate('ielts', { state: 'void', scores: { overall: 6 } }));
    expect(await setCertificateState(ctx, { certificate: id, state: 'verified' })).toEqual({ ok: false, failure: { kind: 'state-not-reachable', from: 'void', to: 'verified' } });
  });
});

describe('a decision on one certificate', () => {
  const decidedOn = isoDate('2024-09-01');

  it('gives its level from the exam date and replaces the one before it', async () => {
    const { id, person } = await only(certificate('topik', { language: 'ko', grade: '4' }));
    expect(await levelsOn(person, '2024-03-01')).toEqual([null, null]);
    await recordDecision(ctx, { certificate: id, level: 3, decidedOn, document: '12/2024' });
    expect(await levelsOn(person, '2024-03-01')).toEqual([3, 3]);
    await recordDecision(ctx, { certificate: id, level: 4, decidedOn, document: '13/2024' });
    expect(await levelsOn(person, '2024-03-01')).toEqual([4, 4]);
    expect((await auditOf('level-decision.recorded')).at(-1)).toMatchObject({ before: { level: 3, document: '12/2024' }, after: { level: 4, document: '13/2024' } });
  });

  it('is refused for a level that the framework has not, and before the exam', async () => {
    const { id } = await only(certificate('topik', { language: 'ko', grade: '4' }));
    expect(await recordDecision(ctx, { certificate: id, level: 7, decidedOn, document: 'x' })).toEqual({ ok: false, failure: { kind: 'level-not-in-framework', level: 7, framework: 'vn-6' } });
    expect(await recordDecision(ctx, { certificate: id, level: 3, decidedOn: isoDate('2024-02-01'), document: 'x' })).toMatchObject({ ok: false, failure: { kind: 'decided-before-exam' } });
  });
});

it('leaves an audit whose chain is whole', async () => {
  expect((await verifyChain(db)).faults).toEqual([]);
});
