import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyChain } from '@saubac/db/audit';
import { saveSettings } from '@saubac/db/levels';
import type { TenantDb } from '@saubac/db/tenancy';
import type { Role } from '@saubac/domain/access';
import { examplePlan } from '@saubac/domain/plan';
import type { UnitOperation } from '@saubac/domain/unit-changes';
import { everything, isoDate, type UserId } from '@saubac/domain/values';
import { cloneDatabase, raceFor, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { defaultSettings } from '@saubac/testing/levels';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import { callerOf, idsOf, today, userOf, world } from '../../test/people-world.ts';
import { rosterLoader } from '../../test/roster-loader.ts';
import type { Ctx } from '../context/index.ts';
import { applyPlan } from '../plans/index.ts';
import { commitUnitChange, dropUnitChange, getUnitChange, listChangeFindings, listUnitChanges, prepareUnitChange, previewUnitChange, rewriteChange, type UnitChangeInput, withdrawUnitChange } from './index.ts';

let cluster: TestCluster;
let folder: string;
let db: TenantDb;
let operator: Ctx;
let officer: Ctx;
let head: Ctx;

const on = isoDate('2026-07-01');
const officeOf = (role: Role, serial: number, more: Partial<Ctx> = {}): Ctx => testCtx({ db, today, actor: { id: userOf(serial), label: role }, access: { kind: 'granted', held: [{ role, scope: everything }] }, ...more });

beforeEach(async () => {
  await cluster?.close();
  folder ??= await mkdtemp(join(tmpdir(), 'unit-changes-'));
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  operator = testCtx({ db, today });
  officer = officeOf('home-affairs-officer', 1);
  head = officeOf('home-affairs-head', 2);
  await rosterLoader(() => operator, () => folder).written(world, '2026-01-01');
});
afterAll(async () => {
  await cluster.close();
  await rm(folder, { recursive: true });
});

const got = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const merge: UnitOperation = { row: 1, on, op: 'merge', units: ['A'], into: 'B' };
const batch = (operations: readonly UnitOperation[], more: Partial<UnitChangeInput> = {}): UnitChangeInput => ({ title: 'Sắp xếp', on, operations, moves: [], decision: { number: '12/QĐ-UBND', date: isoDate('2026-02-01') }, ...more });
const previewed = async (input: UnitChangeInput, by: Ctx = officer) => {
  const { id } = got(await prepareUnitChange(by, input));
  return got(await previewUnitChange(by, id));
};
const committed = async (input: UnitChangeInput) => {
  const { id, version } = await previewed(input);
  return got(await commitUnitChange(head, { id, version }));
};

const everythingKept = async (): Promise<Record<string, unknown>> => {
  const kept: Record<string, unknown> = {};
  for (const table of ['unit_versions', 'unit_lines', 'unit_successions', 'assignments', 'planned_posts', 'language_training_list']) {
    [kept[table]] = await db.execute(sql`select coalesce(jsonb_agg(to_jsonb(t) order by t.id), '[]') as rows from ${sql.identifier(table)} t`);
  }
  [kept['units']] = await db.execute(sql`select jsonb_agg(code order by code) as rows from units`);
  return kept;
};
const posts = async (number: number): Promise<string[]> =>
  (await db.execute<{ line: string }>(sql`
    select concat_ws(' ', u.code, po.code, a.valid_from, nullif(a.valid_to, 'infinity'), case when not a.main then 'beside' end) as line from assignments a join people p on p.id = a.person_id join units u on u.id = a.unit_id
    left join posts po on po.id = a.post_id where p.id_number = ${String(number).padStart(12, '0')} order by a.valid_from, u.code, a.main`)).map(({ line }) => line);

describe('a change of units', () => {
  it('is previewed exactly, committed by another, and does what was agreed to in one act', async () => {
    const before = await everythingKept();
    const seen = await previewed(batch([merge]));
    expect(seen).toMatchObject({ state: 'previewed', failure: null, preview: { created: 0, ended: 1, changed: 1, successions: 1, people: 2, posts: { ended: 2, started: 2, removed: 0 } } });
    expect(await everythingKept()).toEqual(before);
    expect(got(await listChangeFindings(officer, { id: seen.id, list: 'units' })).items.map(({ code, kind }) => `${code} ${kind}`).toSorted()).toEqual(['A ended', 'A1 changed']);
    expect(got(await listChangeFindings(officer, { id: seen.id, list: 'people' })).items.map(({ name, from, to }) => [name, from, to]).toSorted()).toEqual([['Nguyễn Thị Ánh', 'A', 'B'], ['Nguyễn Văn Hòa', 'A', 'B']]);
    expect(await commitUnitChange(officer, { id: seen.id, version: seen.version })).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    expect(got(await commitUnitChange(head, { id: seen.id, version: seen.version }))).toMatchObject({ state: 'committed', committed: { label: 'home-affairs-head' } });
    expect(await posts(1)).toEqual(['A P1 2020-01-01 2026-07-01', 'B P1 2026-07-01']);
    expect(await posts(4)).toEqual(['A P2 2020-01-01 2026-07-01', 'B 2020-01-01 beside', 'B P2 2026-07-01']);
    const [audit] = await db.execute<{ acts: string[] }>(sql`select jsonb_agg(d.act order by d.act) as acts from audit_details d join audit_entries e on e.id = d.entry_id where e.act = 'unit-change.committed'`);
    expect(audit?.acts).toEqual(['career.changed', 'career.changed', 'unit.changed', 'unit.changed']);
    expect((await verifyChain(db)).faults).toEqual([]);
  });

  it('is taken back whole before its day, to exactly what was', async () => {
    const before = await everythingKept();
    const establish: UnitOperation = { row: 1, on, op: 'establish', unit: 'N', value: { name: 'Trung tâm', parent: 'R', officialCode: null, tier: 'province', bodyKind: 'public-service', field: null, needsLanguage: null, reportsTo: 'B', budgetsThrough: null } };
    const abolish: UnitOperation = { row: 4, on, op: 'abolish', unit: 'A1', successors: [], successor: null, endPosts: true };
    const { person } = await idsOf(db);
    const { id } = await committed(batch([establish, abolish, { row: 5, on, op: 'merge', units: ['A', 'B'], into: 'N' }], { moves: [{ row: 1, on, person: person(1), from: null, to: 'R', posting: null }] }));
    expect(await everythingKept()).not.toEqual(before);
    expect(await posts(1)).toEqual(['A P1 2020-01-01 2026-07-01', 'R P1 2026-07-01']);
    expect(await posts(2)).toEqual(['A1 2020-01-01 2026-07-01']);
    expect(got(await withdrawUnitChange(head, { id, why: 'Quyết định bị hủy' })).state).toBe('withdrawn');
    expect(await everythingKept()).toEqual(before);
    expect((await verifyChain(db)).faults).toEqual([]);
    expect(await withdrawUnitChange(head, { id, why: 'again' })).toEqual({ ok: false, failure: { kind: 'unit-change-not-committed', state: 'withdrawn' } });
  });

  it('is not taken back once its day has come, nor while something builds on it', async () => {
    const { id } = await committed(batch([merge]));
    expect(await withdrawUnitChange({ ...head, today: on }, { id, why: 'x' })).toEqual({ ok: false, failure: { kind: 'unit-change-in-effect', on } });
    const later = await committed(batch([{ row: 1, on: isoDate('2026-10-01'), op: 'merge', units: ['B'], into: 'R' }], { on: isoDate('2026-10-01') }));
    const refused = await withdrawUnitChange(head, { id, why: 'x' });
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'unit-change-built-upon' } });
    expect(got(await withdrawUnitChange(head, { id: later.id, why: 'x' })).state).toBe('withdrawn');
    // Even put back, the rows in between are those of this very change.
    expect((await withdrawUnitChange(head, { id, why: 'x' })).ok).toBe(true);
  });

  it('that can not be done stays a draft and says why, row by row, and who would be left', async () => {
    const seen = await previewed(batch([{ row: 3, on, op: 'abolish', unit: 'B', successors: [], successor: null, endPosts: false }]));
    expect(seen).toMatchObject({ state: 'draft', preview: null, failure: { kind: 'unit-change-refused', count: 1 } });
    expect(got(await listChangeFindings(officer, { id: seen.id, list: 'refusals' })).items).toEqual([{ list: 'operations', row: 3, column: 'successor', kind: 'people-left', params: { unit: 'B', people: 3 } }]);
    expect(got(await listChangeFindings(officer, { id: seen.id, list: 'stranded' })).items).toHaveLength(3);
    expect(await commitUnitChange(head, { id: seen.id, version: seen.version })).toEqual({ ok: false, failure: { kind: 'unit-change-not-previewed', state: 'draft' } });
    const rewritten = got(await rewriteChange(officer, { id: seen.id, version: seen.version, ...batch([merge]) }));
    expect(rewritten).toMatchObject({ state: 'draft', failure: null });
    expect(await rewriteChange(officer, { id: seen.id, version: seen.version, ...batch([merge]) })).toMatchObject({ ok: false, failure: { kind: 'changed-meanwhile' } });
    expect(got(await dropUnitChange(officer, { id: seen.id, version: rewritten.version })).state).toBe('dropped');
    expect(await previewUnitChange(officer, seen.id)).toEqual({ ok: false, failure: { kind: 'unit-change-closed', state: 'dropped' } });
  });

  it('is committed as it was seen or not at all', async () => {
    const seen = await previewed(batch([merge]));
    expect(await commitUnitChange(head, { id: seen.id, version: seen.version - 1 })).toMatchObject({ ok: false, failure: { kind: 'changed-meanwhile' } });
    const overtaking = await committed(batch([{ row: 1, on, op: 'move', unit: 'A1', parent: 'R' }]));
    expect(overtaking.state).toBe('committed');
    const before = await everythingKept();
    expect(await commitUnitChange(head, { id: seen.id, version: seen.version })).toMatchObject({ ok: false, failure: { kind: 'changed-meanwhile', current: { state: 'draft', failure: { kind: 'not-as-agreed' } } } });
    expect(await everythingKept()).toEqual(before);
  });

  it('that two commit at the same moment is committed once, and the later is told that it has changed', async () => {
    const handle = await cluster.openTenant('alpha');
    const { id, version } = await previewed(batch([merge]));
    const approver = officeOf('committee-approver', 3);
    const outcomes = await raceFor(handle, sql`select 1 from level_head for update`, () => commitUnitChange(head, { id, version }), () => commitUnitChange(approver, { id, version }));
    expect(outcomes.map((it) => (it.ok ? it.value.state : it.failure.kind)).toSorted()).toEqual(['changed-meanwhile', 'committed']);
    const acts = await db.execute<{ act: string }>(sql`select act from audit_entries where act in ('unit-change.committed', 'unit-change.overtaken')`);
    expect([...acts]).toEqual([{ act: 'unit-change.committed' }]);
    handle.release();
  });

  it('that another change of the same units comes before is not written, and says so', async () => {
    const handle = await cluster.openTenant('alpha');
    const [one, other] = [await previewed(batch([merge])), await previewed(batch([{ row: 1, on, op: 'merge', units: ['A'], into: 'R' }]))];
    const commit = ({ id, version }: typeof one) => () => commitUnitChange(head, { id, version });
    const outcomes = await raceFor(handle, sql`select 1 from level_head for update`, commit(one), commit(other));
    expect(outcomes.map((it) => (it.ok ? it.value.state : it.failure.kind)).toSorted()).toEqual(['changed-meanwhile', 'committed']);
    handle.release();
  });

  it('is never committed by who prepared it, where he has an account', async () => {
    const own = await previewed(batch([merge]), head);
    expect(await commitUnitChange(head, { id: own.id, version: own.version })).toEqual({ ok: false, failure: { kind: 'same-person' } });
    expect((await commitUnitChange(officeOf('committee-approver', 3), { id: own.id, version: own.version })).ok).toBe(true);
    const ofCommandLine = await previewed(batch([{ row: 1, on, op: 'rename', unit: 'B', traits: { name: 'Sở Tài chính mới' } }]), operator);
    expect((await commitUnitChange(operator, { id: ofCommandLine.id, version: ofCommandLine.version })).ok).toBe(true);
  });

  it('shows no one but who may see all units of this tenant', async () => {
    const seen = await previewed(batch([merge]));
    const ofA = callerOf(db, 'agency-head', [(await idsOf(db)).unit('A')]);
    const narrowHead = callerOf(db, 'home-affairs-head', [(await idsOf(db)).unit('A')]);
    const elsewhere = officeOf('home-affairs-head', 2, { db: (await cluster.openTenant('beta')).db });
    for (const ctx of [ofA, narrowHead]) {
      expect(await prepareUnitChange(ctx, batch([merge]))).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
      expect(await getUnitChange(ctx, seen.id)).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
      expect(await listUnitChanges(ctx, {})).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
      expect(await commitUnitChange(ctx, { id: seen.id, version: seen.version })).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    }
    expect(await getUnitChange(elsewhere, seen.id)).toEqual({ ok: false, failure: { kind: 'unknown-unit-change', change: seen.id } });
    expect(await commitUnitChange(elsewhere, { id: seen.id, version: seen.version })).toMatchObject({ ok: false, failure: { kind: 'unknown-unit-change' } });
    expect(await withdrawUnitChange(elsewhere, { id: seen.id, why: 'x' })).toMatchObject({ ok: false, failure: { kind: 'unknown-unit-change' } });
    expect(got(await listUnitChanges(elsewhere, {})).changes).toEqual([]);
    const people = got(await listChangeFindings(officeOf('committee-approver', 4), { id: seen.id, list: 'people' })).items;
    expect(people.map(({ name }) => name)).toEqual([null, null]);
  });

  it('names the grants and plans it touches', async () => {
    const { unit } = await idsOf(db);
    await db.execute(sql`insert into grants (user_id, role, unit_id, line, valid_from) values (${userOf(9) satisfies UserId}::uuid, 'agency-officer', ${unit('A')}::uuid, 'uses', '2026-01-01')`);
    const seen = await previewed(batch([merge]));
    expect(seen.preview).toMatchObject({ grants: 1, plans: 0 });
    expect(got(await listChangeFindings(officer, { id: seen.id, list: 'grants' })).items).toMatchObject([{ role: 'agency-officer', unit: 'A' }]);
  });

  it('tells the plans that name its units, and what their targets come to', async () => {
    await db.transaction((tx) => saveSettings(tx, defaultSettings));
    got(await applyPlan(operator, { plan: examplePlan, from: isoDate('2024-01-01') }));
    await db.execute(sql`insert into plan_scopes (plan_version_id, unit_id) select v.id, u.id from plan_versions v, units u where u.code = 'A'`);
    const seen = await previewed(batch([merge]));
    expect(seen.preview?.plans).toBe(1);
    expect(got(await listChangeFindings(officer, { id: seen.id, list: 'plans' })).items).toMatchObject([{ unit: 'A', place: 'scope', version: 1 }]);
    // A plan for a unit that ends counts nobody from then on.
    expect(seen.preview?.whole.map(({ before, after }) => [before?.denominator ?? 0, after?.denominator ?? 0])).toContainEqual([expect.any(Number) as number, 0]);
    expect(got(await listChangeFindings(officer, { id: seen.id, list: 'figures' })).items.every(({ unit }) => ['A', 'A1'].includes(unit))).toBe(true);
  });

  it('names the closed periods that it reaches back into, and no others', async () => {
    const close = async (to: string, number: number, corrects: string | null, signed: boolean): Promise<string> => {
      const [row] = await db.execute<{ id: string }>(sql`
        insert into closes (period_from, period_to, cut_off, number, corrects, reason, state, prepared_label, created_at, data_position, content_digest, approved_at, anchor_position, ended_at)
        select '2026-01-01', ${to}::date, ${to}::date, ${number}, ${corrects}::uuid, ${corrects === null ? null : 'x'}, ${signed ? 'signed' : 'prepared'}, 'x', now(), 1, 'x', s, 1, s
        from (select ${signed ? '2027-01-01' : null}::timestamptz as s) as signed returning id`);
      return row!.id;
    };
    await close('2026-06-30', 1, null, true);
    const first = await close('2026-12-31', 1, null, true);
    const second = await close('2026-12-31', 2, first, true);
    await close('2026-12-31', 3, second, false);
    expect((await previewed(batch([merge]))).preview?.closes).toEqual(['2026@2']);
  });

  it('whatever it is, leaves everybody somewhere, and is taken back to exactly what was', async () => {
    const codes = ['R', 'A', 'A1', 'B', 'N'];
    const code = fc.constantFrom(...codes);
    const day = fc.constantFrom(on, isoDate('2026-10-01'));
    const value = { name: 'N', officialCode: null, tier: 'province', bodyKind: 'state', field: null, needsLanguage: null, reportsTo: null, budgetsThrough: null };
    const base = { row: fc.constant(0), on: day };
    const operation: fc.Arbitrary<UnitOperation> = fc.oneof(
      fc.record({ ...base, op: fc.constant('merge' as const), units: fc.uniqueArray(code, { minLength: 1, maxLength: 2 }), into: code }),
      fc.record({ ...base, op: fc.constant('split' as const), unit: code, into: fc.uniqueArray(code, { minLength: 1, maxLength: 2 }), goesOn: fc.boolean(), successor: fc.option(code), byPost: fc.constant([]) }),
      fc.record({ ...base, op: fc.constant('abolish' as const), unit: code, successors: fc.uniqueArray(code, { maxLength: 2 }), successor: fc.constant(null), endPosts: fc.boolean() }),
      fc.record({ ...base, op: fc.constant('move' as const), unit: code, parent: fc.option(code) }),
      fc.record({ ...base, op: fc.constant('rename' as const), unit: code, traits: fc.record({ name: fc.constantFrom('X', 'Y') }) }),
      fc.record({ ...base, op: fc.constant('line' as const), unit: code, line: fc.constantFrom('reports-to' as const, 'budgets-through' as const), to: fc.option(code) }),
    );
    const before = await everythingKept();
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 3 }), async (operations) => {
        const establish: UnitOperation = { row: 1, on, op: 'establish', unit: 'N', value: { ...value, parent: 'R' } };
        const seen = await previewed(batch([establish, ...operations.map((it, i) => ({ ...it, row: i + 2 }))]));
        expect(await everythingKept()).toEqual(before);
        if (seen.state !== 'previewed') return;
        done += 1;
        const { id } = got(await commitUnitChange(head, { id: seen.id, version: seen.version }));
        const astray = await db.execute(sql`
          select 1 from assignments a where a.valid_to > '2026-07-01' and not exists (select 1 from unit_versions v where v.unit_id = a.unit_id and v.valid @> greatest(a.valid_from, date '2026-07-01') and (upper_inf(v.valid) or upper(v.valid) >= a.valid_to or exists (
            select 1 from unit_versions w where w.unit_id = v.unit_id and lower(w.valid) = upper(v.valid))))`);
        expect(astray).toHaveLength(0);
        got(await withdrawUnitChange(head, { id, why: 'x' }));
        expect(await everythingKept()).toEqual(before);
      }),
      { numRuns: 25, endOnFailure: true },
    );
    expect(done).toBeGreaterThan(3);
    expect((await verifyChain(db)).faults).toEqual([]);
  }, 120_000);
});
