import { anchorHead, anchorNow, anchorsOf, verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import type { HeldRole } from '@saubac/domain/access';
import { examplePlan, type PlanFileInput } from '@saubac/domain/plan';
import { everything, isoDate, subtreesOf, type PersonId, type UnitId, type UnitScope, type UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { storeWorld, worlds } from '@saubac/testing/worlds';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { laterWork } from '../../test/later-work.ts';
import type { Ctx, LaterWork } from '../context/index.ts';
import type { FileStore } from '../files/index.ts';
import { applyPlan } from '../plans/index.ts';
import { people, progress, progressByUnit } from '../targets/index.ts';
import {
  anchorClose, approveClose, cancelClose, changedPeople, closeFigures, closeFiguresByUnit, type CloseView, compareCloses, explainInClose, failClose, freezeClose, getClose, listCloses, peopleBehindClose, type PeopleThenPage, previewClose, sendBackClose,
  startClose, targetTrend,
} from './index.ts';

const today = isoDate('2026-03-01');
const cutOff = isoDate('2025-06-30');
const half = { from: isoDate('2025-01-01'), to: isoDate('2025-06-30'), cutOff };
const target = 'officials-2025';
const unitIds = [0, 1, 2, 3, 4].map((it) => `10000000-0000-7000-8000-00000000000${it}` as UnitId);
const [first, second] = ['a', 'b'].map((it) => `0199a5c2-0000-7000-8000-00000000000${it}` as UserId);
// Everybody of two kinds at level 2, so that a small world has people in every set.
const plan: PlanFileInput = {
  ...examplePlan,
  subjects: examplePlan.subjects.map((it) => ({ ...it, rule: { all: [] } })),
  targets: examplePlan.targets.map((it) => ('cohort' in it ? { ...it, cohort: { any: [{ fact: 'kind', in: ['cadre', 'civil-servant'] }, { fact: 'age', below: 45, on: 'as-of' }] }, reachedWhen: { fact: 'level', atLeast: 2, languages: 'any' } } : it)),
};

const [world] = fc.sample(worlds, { numRuns: 40, seed: 3 }).toSorted((a, b) => b.people.flatMap((it) => it.certificates).length - a.people.flatMap((it) => it.certificates).length);

let cluster: TestCluster;
let db: TenantDb;
const clock = { today, now: () => new Date('2026-03-01T08:00:00Z') };
const operator = (): Ctx => testCtx({ db, ...clock });
const holding = (id: UserId | undefined, role: HeldRole['role'], scope: UnitScope = everything): Ctx => testCtx({ db, ...clock, actor: { id: id!, label: role }, access: { kind: 'granted', held: [{ role, scope }] } });
const later = (more: Partial<LaterWork> = {}) => laterWork({ db, files: undefined as unknown as FileStore, ...clock, ...more });
const anchoring = async () => ({ ...later(), anchor: async () => anchorNow(cluster.registry, cluster.provisioner, (await cluster.findTenant('alpha'))!) });

const got = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const made = async (input: Parameters<typeof startClose>[1] = half): Promise<CloseView> => {
  const { id } = got(await startClose(operator(), input));
  await freezeClose(later(), id);
  return got(await getClose(operator(), id));
};
const signed = async (input?: Parameters<typeof startClose>[1]): Promise<CloseView> => {
  const { id, version } = await made(input);
  got(await approveClose(operator(), { close: id, version }));
  await anchorClose(await anchoring(), id);
  return got(await getClose(operator(), id));
};
/** Everything that is told of a close: figures, tables, lists, with reasons. */
const wholeOf = async (close: string) => {
  const sets = ['denominator', 'reached', 'missing', 'focus'] as const;
  const lists = [];
  for (const set of sets) lists.push(got(await peopleBehindClose(operator(), { close, target, set, limit: 200 })));
  return JSON.parse(JSON.stringify([got(await closeFigures(operator(), { close })).targets, got(await closeFiguresByUnit(operator(), { close, target })), lists])) as unknown;
};
const write = (statement: ReturnType<typeof sql>) => operator().write(async (tx, record) => {
  await tx.execute(statement);
  await record({ act: 'test.changed', subject: { kind: 'test' } });
});

beforeAll(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
  await db.transaction((tx) => storeWorld(tx, world!));
  // Certificates that hold, of whatever table, so that some have reached the level.
  await db.execute(sql`update certificate_levels set state = 'verified', valid_from = '2020-06-01', valid_to = 'infinity', equivalence_code = null`);
  got(await applyPlan(operator(), { plan, from: isoDate('2021-01-15') }));
});
afterAll(() => cluster.close());

let close: CloseView;
describe('a close', () => {
  it('freezes exactly the figures, tables and people of its cut-off date', async () => {
    const preview = got(await previewClose(operator(), half));
    close = await signed();
    expect(close).toMatchObject({ period: '2025-H1', number: 1, state: 'signed', corrects: null, cutOff, data: { position: expect.any(Number) as number } });
    const figures = got(await closeFigures(operator(), { close: close.id }));
    expect(figures.targets).toEqual(preview.targets);
    expect(figures.targets).toEqual(got(await progress(operator(), { on: cutOff })));
    expect(figures.targets[0]?.denominator).toBeGreaterThan(3);
    expect(figures.targets[0]?.numerator).toBeGreaterThan(0);
    expect(got(await closeFiguresByUnit(operator(), { close: close.id, target }))).toEqual(got(await progressByUnit(operator(), { on: cutOff, target })));
    for (const unit of ['U0', 'U1', 'U2', 'U3', 'U4']) {
      const live = await progressByUnit(operator(), { on: cutOff, target, unit });
      const frozen = await closeFiguresByUnit(operator(), { close: close.id, target, unit });
      if (live.ok) expect(frozen).toEqual(live);
      else expect(frozen).toEqual(live);
      const all = await progress(operator(), { on: cutOff, unit });
      if (all.ok) expect(got(await closeFigures(operator(), { close: close.id, unit })).targets).toEqual(all.value);
    }
    for (const [set, group] of [['denominator', 'cohort'], ['reached', 'reached'], ['missing', 'missing'], ['focus', 'focus']] as const) {
      const live = got(await people(operator(), { on: cutOff, target, group, limit: 200 })).people;
      const frozen = got(await peopleBehindClose(operator(), { close: close.id, target, set, limit: 200 })).people;
      expect(frozen.map((it) => [it.id, it.fullName, it.unit.code, it.reached])).toEqual(live.map((it) => [it.id, it.fullName, it.unitCode, it.reached]));
      expect(frozen.map((it) => it.reason.map((one) => one.condition))).toEqual(live.map((it) => it.reason.map((one) => one.condition)));
      expect(frozen.every((it) => (it.level >= 2) === it.reached && (it.certificate !== null) === it.level > 0)).toBe(true);
    }
  });

  it('has its audit anchored outside the tenant before it is signed', async () => {
    const tenant = (await cluster.findTenant('alpha'))!;
    expect(await anchorsOf(cluster.registry, tenant.id)).toContainEqual(close.anchor);
    const [row] = await db.execute<{ act: string; digest: string }>(sql`select e.act, y.after ->> 'contentDigest' as digest from audit_entries e join audit_payloads y on y.entry_id = e.id where e.act = 'close.approved' and e.position <= ${close.anchor!.position}::bigint`);
    expect(row).toEqual({ act: 'close.approved', digest: close.digest });
    expect(await anchorHead(cluster.registry, cluster.provisioner, tenant)).toBe('anchored');
    expect((await verifyChain(db)).faults).toEqual([]);
  });

  it('lists people page after page without losing or repeating one', async () => {
    const whole = got(await peopleBehindClose(operator(), { close: close.id, target, set: 'denominator', limit: 200 })).people.map((it) => it.id);
    const paged: string[] = [];
    for (let after = null as PeopleThenPage['next']; ; ) {
      const page: PeopleThenPage = got(await peopleBehindClose(operator(), { close: close.id, target, set: 'denominator', limit: 3, after }));
      paged.push(...page.people.map((it) => it.id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(paged).toEqual(whole);
  });
});

describe('two people', () => {
  it('stand behind a signed close where both have accounts, and the second signs what he saw', async () => {
    const year = { from: isoDate('2024-01-01'), to: isoDate('2024-12-31'), cutOff: isoDate('2024-12-31') };
    const { id } = got(await startClose(holding(first, 'home-affairs-head'), year));
    await db.execute(sql`insert into grants (user_id, role, valid_from) values (${first!}::uuid, 'home-affairs-head', '2020-01-01'), (${second!}::uuid, 'committee-approver', '2020-01-01')`);
    expect(await approveClose(holding(second, 'committee-approver'), { close: id, version: 1 })).toMatchObject({ failure: { kind: 'close-not-prepared' } });
    await freezeClose(later(), id);
    const { version } = got(await getClose(holding(second, 'committee-approver'), id));
    expect(await approveClose(holding(first, 'home-affairs-head'), { close: id, version })).toEqual({ ok: false, failure: { kind: 'same-person' } });
    expect(await approveClose(holding(first, 'home-affairs-officer'), { close: id, version })).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await approveClose(holding(second, 'committee-approver'), { close: id, version: version - 1 })).toMatchObject({ failure: { kind: 'changed-meanwhile' } });
    expect(got(await approveClose(holding(second, 'committee-approver'), { close: id, version }))).toMatchObject({ state: 'approved', approved: { id: second } });
    await anchorClose(await anchoring(), id);
    await anchorClose(await anchoring(), id);
    expect(got(await getClose(operator(), id))).toMatchObject({ state: 'signed', prepared: { id: first }, approved: { id: second } });
  });
});

describe('a close on its way', () => {
  const next = { from: isoDate('2025-01-01'), to: isoDate('2025-09-30'), cutOff: isoDate('2025-09-30') };

  it('is one at a time for a period, and can be given up until it is signed', async () => {
    const { id } = got(await startClose(operator(), next));
    expect(await startClose(operator(), next)).toMatchObject({ failure: { kind: 'close-under-way' } });
    await freezeClose(later(), id);
    expect(got(await cancelClose(operator(), { close: id, why: 'test' })).state).toBe('cancelled');
    expect((await db.execute(sql`select 1 from close_plans where close_id = ${id}::uuid`)).length).toBe(0);
    expect(await closeFigures(operator(), { close: id })).toMatchObject({ failure: { kind: 'close-not-frozen' } });
    await freezeClose(later(), id);
    expect(got(await getClose(operator(), id)).state).toBe('cancelled');
    expect(await cancelClose(operator(), { close: close.id })).toMatchObject({ failure: { kind: 'close-over', state: 'signed' } });
  });

  it('is sent back with the reason by who may sign it, and by nobody else', async () => {
    const { id } = got(await startClose(holding(first, 'home-affairs-head'), next));
    const [preparer, approver] = [holding(first, 'home-affairs-head'), holding(second, 'committee-approver')];
    const reason = 'Thiếu hai đơn vị.';
    expect(await sendBackClose(approver, { close: id, reason })).toMatchObject({ failure: { kind: 'close-not-prepared' } });
    await freezeClose(later(), id);
    expect(await sendBackClose(preparer, { close: id, reason })).toEqual({ ok: false, failure: { kind: 'same-person' } });
    expect(await sendBackClose(holding(second, 'home-affairs-officer'), { close: id, reason })).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(got(await sendBackClose(approver, { close: id, reason }))).toMatchObject({ state: 'cancelled', approved: null, failure: { kind: 'close-sent-back', reason } });
    expect(got(await getClose(preparer, id)).failure).toEqual({ kind: 'close-sent-back', by: approver.actor.label, reason });
    expect((await db.execute(sql`select 1 from close_plans where close_id = ${id}::uuid`)).length).toBe(0);
    expect(await db.execute(sql`select why, actor_id as by from audit_entries where subject_id = ${id}::uuid and act = 'close.sent-back'`)).toEqual([{ why: reason, by: second }]);
    expect(await sendBackClose(approver, { close: id, reason })).toMatchObject({ failure: { kind: 'close-not-prepared', state: 'cancelled' } });
    expect(await approveClose(approver, { close: id, version: 1 })).toMatchObject({ failure: { kind: 'close-not-prepared' } });
  });

  it('killed and done again is frozen once', async () => {
    const { id } = got(await startClose(operator(), next));
    await expect(freezeClose(later({ complete: () => Promise.reject(new Error('killed')) }), id)).rejects.toThrow('killed');
    expect(got(await getClose(operator(), id)).state).toBe('running');
    expect((await db.execute(sql`select 1 from close_plans where close_id = ${id}::uuid`)).length).toBe(0);
    await Promise.all([freezeClose(later(), id), freezeClose(later(), id)]);
    await freezeClose(later(), id);
    expect((await db.execute(sql`select 1 from close_plans where close_id = ${id}::uuid`)).length).toBe(1);
    expect((await db.execute(sql`select 1 from audit_entries where subject_id = ${id}::uuid and act = 'close.prepared'`)).length).toBe(1);
    got(await cancelClose(operator(), { close: id }));
  });

  it('tells when its freezing was given up', async () => {
    const { id } = got(await startClose(operator(), next));
    await failClose(db, id, clock.now());
    expect(got(await getClose(operator(), id))).toMatchObject({ state: 'failed', failure: { kind: 'close-failed' } });
  });

  it.each([
    [{ from: isoDate('2025-12-31'), to: isoDate('2025-01-01'), cutOff }, 'period-ends-before-it-begins'],
    [{ ...half, cutOff: isoDate('2025-07-01') }, 'cut-off-outside-period'],
    [{ from: today, to: isoDate('2026-12-31'), cutOff: isoDate('2026-12-31') }, 'cut-off-in-the-future'],
    [{ from: isoDate('2019-01-01'), to: isoDate('2019-12-31'), cutOff: isoDate('2019-12-31') }, 'no-plan-in-force'],
    [half, 'correction-needs-reason'],
  ])('is refused for %j: %s', async (period, kind) => {
    expect(await startClose(operator(), period)).toMatchObject({ ok: false, failure: { kind } });
  });
});

describe('who reads a close', () => {
  it('sees figures and people of his units as they stood then, and nobody else', async () => {
    for (const root of unitIds) {
      const officer = holding(second, 'agency-officer', subtreesOf([root]));
      expect(got(await closeFigures(officer, { close: close.id })).targets).toEqual(got(await progress(officer, { on: cutOff })));
      const live = got(await people(officer, { on: cutOff, target, group: 'cohort', limit: 200 })).people;
      expect(got(await peopleBehindClose(officer, { close: close.id, target, set: 'denominator', limit: 200 })).people.map((it) => it.id)).toEqual(live.map((it) => it.id));
      for (const it of world!.people) {
        const explained = await explainInClose(officer, { close: close.id, person: it.id as PersonId, target });
        const whole = await explainInClose(operator(), { close: close.id, person: it.id as PersonId, target });
        if (live.some((one) => one.id === it.id)) expect(explained).toEqual(whole);
        if (whole.ok && explained.ok) expect(explained.value.counts).toBe(live.some((one) => one.id === it.id));
      }
    }
  });

  it('from the ministry sees signed figures and no name', async () => {
    const ministry = holding(second, 'ministry');
    const open = await made({ from: isoDate('2025-01-01'), to: isoDate('2025-12-31'), cutOff: isoDate('2025-12-31') });
    expect(got(await listCloses(ministry)).closes.map((it) => it.state)).toEqual(['signed', 'signed']);
    expect(await getClose(ministry, open.id)).toMatchObject({ failure: { kind: 'unknown-close' } });
    expect(got(await closeFigures(ministry, { close: '2025-H1' })).close.id).toBe(close.id);
    expect(await peopleBehindClose(ministry, { close: close.id, target, set: 'denominator' })).toMatchObject({ failure: { kind: 'forbidden', permission: 'person.read' } });
    expect(await changedPeople(ministry, { before: close.id, after: close.id, target })).toMatchObject({ failure: { kind: 'forbidden' } });
    got(await cancelClose(operator(), { close: open.id }));
  });

  it('of another tenant finds nothing, and learners and agencies close nothing', async () => {
    const other = testCtx({ db: (await cluster.openTenant('beta')).db, ...clock });
    expect(await getClose(other, close.id)).toMatchObject({ failure: { kind: 'unknown-close' } });
    expect(await closeFigures(holding(first, 'learner'), { close: close.id })).toMatchObject({ failure: { kind: 'forbidden' } });
    expect(await startClose(holding(first, 'agency-head', subtreesOf(unitIds.slice(0, 1))), half)).toMatchObject({ failure: { kind: 'forbidden' } });
    // A right for some units is none for the whole.
    expect(await startClose(holding(first, 'home-affairs-head', subtreesOf(unitIds.slice(0, 1))), half)).toMatchObject({ failure: { kind: 'forbidden' } });
  });
});

describe('a signed close', () => {
  it('stays as it was when cohorts, units, certificates and people change afterwards', async () => {
    const before = await wholeOf(close.id);
    const reached = got(await peopleBehindClose(operator(), { close: close.id, target, set: 'reached', limit: 200 })).people;
    const loser = reached[0]!;
    const changes: [string, () => Promise<unknown>][] = [
      ['a new plan version with another cohort', async () => got(await applyPlan(operator(), { plan: { ...plan, targets: plan.targets.map((it) => ('cohort' in it ? { ...it, cohort: { fact: 'kind', in: ['cadre'] } } : it)) }, from: isoDate('2022-01-01') }))],
      ['a unit renamed, moved and given another code', () => write(sql`update unit_versions set name = 'x' || name, path = 'X/' || path`).then(() => write(sql`update units set code = 'X' || code`))],
      ['a certificate voided', () => write(sql`update certificate_levels set state = 'void' where certificate_id = ${loser.certificate!.id}::uuid`)],
      ['a birth date erased', () => write(sql`update people set birth_date = null`)],
      ['people moved to another unit and kind', () => write(sql`update assignments set kind = 'contract-staff', unit_id = ${unitIds[0]!}::uuid`)],
      ['a table no longer adopted', () => write(sql`delete from equivalence_adoptions`)],
    ];
    for (const [what, change] of changes) {
      await change();
      expect(await wholeOf(close.id), what).toEqual(before);
    }
    expect(got(await progress(operator(), { on: cutOff })).find((it) => it.target === target)?.denominator).not.toBe(got(await closeFigures(operator(), { close: close.id })).targets.find((it) => it.target === target)?.denominator);
    expect(got(await closeFigures(operator(), { close: close.id })).plans).toMatchObject([{ planVersion: 1 }]);
  });

  it('still counts somebody whose file was erased, without a name', async () => {
    const [gone] = got(await peopleBehindClose(operator(), { close: close.id, target, set: 'denominator', limit: 200 })).people;
    for (const table of ['certificate_levels', 'certificates', 'assignments', 'planned_posts', 'language_training_list']) await write(sql`delete from ${sql.raw(table)} where person_id = ${gone!.id}::uuid`);
    await write(sql`delete from people where id = ${gone!.id}::uuid`);
    const listed = got(await peopleBehindClose(operator(), { close: close.id, target, set: 'denominator', limit: 200 })).people;
    expect(listed.at(-1)).toMatchObject({ id: gone!.id, fullName: null, unit: gone!.unit, reached: gone!.reached, level: gone!.level });
    const certificate = gone!.certificate && { id: gone!.certificate.id, now: null };
    expect(listed.at(-1)?.certificate).toEqual(certificate);
    expect(got(await explainInClose(operator(), { close: close.id, person: gone!.id, target }))).toMatchObject({ person: { fullName: null }, counts: true });
  });

  it('still counts somebody whose record was found to be another one’s, under the name of that one', async () => {
    const [goes, stays] = got(await peopleBehindClose(operator(), { close: close.id, target, set: 'denominator', limit: 200 })).people;
    await write(sql`insert into person_merges (id, staying_id, going_id, state, choices, likeness, digest, proposed_label, proposed_at, way_back)
      values ('40000000-0000-7000-8000-000000000001', ${stays!.id}::uuid, ${goes!.id}::uuid, 'confirmed', '{}', '{}', '', 'test', now(), '{}')`);
    for (const table of ['certificate_levels', 'certificates', 'assignments', 'planned_posts', 'language_training_list']) await write(sql`delete from ${sql.raw(table)} where person_id = ${goes!.id}::uuid`);
    await write(sql`delete from people where id = ${goes!.id}::uuid`);
    await write(sql`insert into merged_people values (${goes!.id}::uuid, ${stays!.id}::uuid, '40000000-0000-7000-8000-000000000001')`);
    const listed = got(await peopleBehindClose(operator(), { close: close.id, target, set: 'denominator', limit: 200 })).people;
    expect(listed.find((it) => it.id === goes!.id)).toMatchObject({ fullName: stays!.fullName, mergedInto: stays!.id, reached: goes!.reached, unit: goes!.unit });
  });

  it('is corrected by a next version that says who is counted differently and why, and stays openable itself', async () => {
    const again = await signed({ ...half, reason: 'Sai dữ liệu' });
    expect(again).toMatchObject({ number: 2, corrects: close.id, reason: 'Sai dữ liệu' });
    const sets = async (id: string) => ({
      inside: new Set(got(await peopleBehindClose(operator(), { close: id, target, set: 'denominator', limit: 200 })).people.map((it) => it.id)),
      reached: new Set(got(await peopleBehindClose(operator(), { close: id, target, set: 'reached', limit: 200 })).people.map((it) => it.id)),
    });
    const [was, is] = [await sets(close.id), await sets(again.id)];
    const stayed = [...was.inside].filter((it) => is.inside.has(it));
    const expected = {
      entered: [...is.inside].filter((it) => !was.inside.has(it)).length,
      left: [...was.inside].filter((it) => !is.inside.has(it)).length,
      gained: stayed.filter((it) => is.reached.has(it) && !was.reached.has(it)).length,
      lost: stayed.filter((it) => was.reached.has(it) && !is.reached.has(it)).length,
    };
    const compared = got(await compareCloses(operator(), { before: close.id, after: again.id }));
    expect(compared.targets).toMatchObject([{ target, counts: expected }]);
    expect(expected.left).toBeGreaterThan(0);
    const changed = got(await changedPeople(operator(), { before: close.id, after: again.id, target, page: { after: null, limit: 200 } })).people;
    expect(changed).toHaveLength(Object.values(expected).reduce((sum, it) => sum + it, 0));
    expect(changed.every((it) => it.causes.length > 0)).toBe(true);
    expect(changed.find((it) => it.fullName === null)?.causes).toEqual([{ kind: 'disappeared' }]);
    expect(changed.find((it) => it.mergedInto !== null)?.causes).toEqual([{ kind: 'merged' }]);
    expect(got(await getClose(operator(), '2025-H1')).id).toBe(again.id);
    expect(got(await getClose(operator(), '2025-H1@1')).id).toBe(close.id);
    expect(got(await compareCloses(operator(), { before: close.id, after: close.id })).targets).toMatchObject([{ counts: { entered: 0, left: 0, gained: 0, lost: 0 } }]);
  });
});

describe('the course of a target', () => {
  it('is read from signed closes and computed where there is none, and says which', async () => {
    const { points } = got(await targetTrend(operator(), { target }));
    expect(points.map((it) => [it.on, it.source])).toEqual([['2021-12-31', 'computed'], ['2022-12-31', 'computed'], ['2023-12-31', 'computed'], ['2024-12-31', 'close'], ['2025-12-31', 'computed']]);
    for (const it of points) {
      if (it.source === 'computed') expect(it.progress).toMatchObject({ denominator: got(await progress(operator(), { on: it.on })).find((one) => one.target === target)!.denominator });
      else expect(it.close).toMatchObject({ number: 1 });
    }
    expect(await targetTrend(operator(), { target: 'unknown' })).toMatchObject({ failure: { kind: 'unknown-target' } });
    expect(await targetTrend(holding(first, 'learner'), { target })).toMatchObject({ failure: { kind: 'forbidden' } });
  });
});
