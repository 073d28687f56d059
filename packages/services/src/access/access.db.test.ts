import { heldRoles } from '@saubac/db/access';
import { verifyChain } from '@saubac/db/audit';
import type { TenantDb } from '@saubac/db/tenancy';
import type { GrantId, Role } from '@saubac/domain/access';
import { isoDate, type Result, type UnitId, type UserId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { Ctx } from '../context/index.ts';
import { changeGrantEnd, endAllGrants, endGrant, giveGrant, type GrantInput, listUsers } from './index.ts';

const today = isoDate('2026-03-01');
const user = (index: number): UserId => `40000000-0000-7000-8000-00000000000${index}` as UserId;
const [admin, other, officer, head] = [1, 2, 3, 4].map(user) as [UserId, UserId, UserId, UserId];
const activeUsers = new Set([admin, other, officer, head]);
const unitId = (index: number): UnitId => `10000000-0000-7000-8000-00000000000${index}` as UnitId;

let cluster: TestCluster;
let db: TenantDb;
let operator: Ctx;
beforeAll(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
  operator = testCtx({ db, today });
  for (const [index, path] of ['A/', 'A/C/', 'B/'].entries()) {
    const code = path.split('/').at(-2) ?? '';
    await db.execute(sql`insert into units (id, code) values (${unitId(index)}::uuid, ${code})`);
    await db.execute(sql`insert into unit_versions (unit_id, valid, name, path, tier, body_kind) values (${unitId(index)}::uuid, '[2020-01-01,)', ${`Unit ${code}`}, ${path}, 'province', 'state')`);
  }
});
afterAll(() => cluster.close());
beforeEach(() => db.execute(sql`delete from grants`));

const valueOf = <T, F>(result: Result<T, F>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const failureOf = <T, F>(result: Result<T, F>): F | undefined => (result.ok ? undefined : result.failure);

/** A context of somebody with what he was granted. */
const as = async (id: UserId, more: Partial<Ctx> = {}): Promise<Ctx> => testCtx({ db, today, actor: { id, label: 'somebody' }, access: { kind: 'granted', held: await heldRoles(db, id, today) }, ...more });
const give = async (to: UserId, role: Role, unit: string | null, more: Partial<GrantInput> = {}): Promise<GrantId> => valueOf(await giveGrant(operator, { user: to, role, unit, ...more })).grant.id;
const acts = async (): Promise<string[]> => (await db.execute<{ act: string }>(sql`select act from audit_entries order by position`)).map(({ act }) => act);

describe('giving a role', () => {
  it('lets somebody in from its first day, is audited, and done again changes nothing', async () => {
    const before = (await acts()).length;
    const first = valueOf(await giveGrant(operator, { user: officer, role: 'agency-officer', unit: 'A', lastDay: isoDate('2026-12-31') }));
    expect(first).toMatchObject({ unchanged: false, grant: { unit: { code: 'A', name: 'Unit A' }, line: 'uses', from: today, lastDay: '2026-12-31', state: 'holds', version: 1 } });
    expect(valueOf(await giveGrant(operator, { user: officer, role: 'agency-officer', unit: 'A', lastDay: isoDate('2026-12-31') }))).toEqual({ ...first, unchanged: true });
    expect(await heldRoles(db, officer, isoDate('2026-12-31'))).toHaveLength(1);
    expect(await heldRoles(db, officer, isoDate('2027-01-01'))).toEqual([]);
    expect((await acts()).slice(before)).toEqual(['grant.given']);
    expect(await verifyChain(db)).toMatchObject({ faults: [] });
  });

  it('is refused with the reason', async () => {
    await give(officer, 'agency-officer', 'A');
    const wish = (more: Partial<GrantInput>) => giveGrant(operator, { user: officer, role: 'agency-officer', unit: 'A', ...more });
    expect(failureOf(await wish({ lastDay: isoDate('2027-01-01') }))).toMatchObject({ kind: 'granted-already' });
    expect(failureOf(await wish({ unit: 'Z' }))).toEqual({ kind: 'unknown-unit', unit: 'Z', on: today });
    expect(failureOf(await wish({ unit: null, line: 'manages' }))).toEqual({ kind: 'line-without-unit', line: 'manages' });
    expect(failureOf(await wish({ from: isoDate('2026-02-28') }))).toEqual({ kind: 'grant-begins-in-the-past', today });
    expect(failureOf(await wish({ lastDay: isoDate('2026-02-28') }))).toMatchObject({ kind: 'grant-ends-before-it-begins' });
  });

  it('stays within what the giver holds: his roles, his units, and never himself', async () => {
    await give(head, 'agency-head', 'A');
    const ctx = await as(head);
    expect(await giveGrant(ctx, { user: officer, role: 'agency-officer', unit: 'C' })).toMatchObject({ ok: true, value: { grant: { grantedBy: head } } });
    expect(failureOf(await giveGrant(ctx, { user: officer, role: 'agency-officer', unit: 'B' }))).toMatchObject({ kind: 'unknown-unit' });
    expect(failureOf(await giveGrant(ctx, { user: officer, role: 'agency-officer', unit: null }))).toEqual({ kind: 'outside-your-units' });
    expect(failureOf(await giveGrant(ctx, { user: officer, role: 'home-affairs-head', unit: 'A' }))).toEqual({ kind: 'role-not-yours-to-give', role: 'home-affairs-head' });
    expect(failureOf(await giveGrant(ctx, { user: head, role: 'agency-officer', unit: 'A' }))).toEqual({ kind: 'own-grants' });
    expect(failureOf(await giveGrant(await as(officer), { user: other, role: 'learner', unit: 'C' }))).toEqual({ kind: 'forbidden', permission: 'user.manage' });
  });

  it('goes by the giver’s grants as they stand, not as they were remembered', async () => {
    const id = await give(head, 'agency-head', 'A');
    const remembered = await as(head);
    valueOf(await endGrant(operator, { grant: id, activeUsers }));
    expect(failureOf(await giveGrant(remembered, { user: officer, role: 'agency-officer', unit: 'C' }))).toEqual({ kind: 'role-not-yours-to-give', role: 'agency-officer' });
  });

  it('is told to every process when it is done', async () => {
    const told = Promise.withResolvers<string>();
    const listener = cluster.superuser();
    await listener.listen('saubac_access', (payload) => told.resolve(payload));
    await give(officer, 'auditor', null);
    expect(JSON.parse(await told.promise)).toEqual({ tenant: operator.tenant.id });
  });

  it('leaves the other tenant as it is', async () => {
    await give(officer, 'auditor', null);
    const beta = (await cluster.openTenant('beta')).db;
    expect(await heldRoles(beta, officer, today)).toEqual([]);
    expect(valueOf(await listUsers(testCtx({ db: beta, today })))).toEqual({ whole: true, users: [] });
  });
});

describe('taking a role back', () => {
  it('takes effect at once, on its first day too, and before it has begun', async () => {
    const ids = [await give(officer, 'agency-officer', 'A'), await give(officer, 'auditor', null, { from: isoDate('2026-06-01') })];
    for (const grant of ids) expect(valueOf(await endGrant(operator, { grant, activeUsers }))).toMatchObject({ state: 'ended', version: 2 });
    expect(await heldRoles(db, officer, today)).toEqual([]);
    expect(await heldRoles(db, officer, isoDate('2026-06-01'))).toEqual([]);
    const before = await acts();
    expect(valueOf(await endGrant(operator, { grant: ids[0] as GrantId, activeUsers }))).toMatchObject({ version: 2 });
    expect(await acts()).toEqual(before);
  });

  it('is refused if the grant was changed meanwhile, with both', async () => {
    const grant = await give(officer, 'agency-officer', 'A');
    valueOf(await changeGrantEnd(operator, { grant, version: 1, lastDay: isoDate('2026-05-31'), activeUsers }));
    expect(failureOf(await changeGrantEnd(operator, { grant, version: 1, lastDay: null, activeUsers }))).toMatchObject({ kind: 'changed-meanwhile', yours: { lastDay: null, version: 1 }, current: { lastDay: '2026-05-31', version: 2 } });
  });

  it('is open to its holder, who may not prolong it', async () => {
    const grant = await give(officer, 'agency-officer', 'A', { lastDay: isoDate('2026-12-31') });
    const own = await as(officer);
    expect(failureOf(await changeGrantEnd(own, { grant, lastDay: null, activeUsers }))).toEqual({ kind: 'own-grants' });
    expect(valueOf(await endGrant(own, { grant, activeUsers }))).toMatchObject({ state: 'ended' });
    expect(failureOf(await changeGrantEnd(operator, { grant, lastDay: null, activeUsers }))).toMatchObject({ kind: 'grant-ended' });
  });

  it('hides the grants of others from who administers other units, or nobody', async () => {
    const grant = await give(officer, 'agency-officer', 'B');
    await give(head, 'agency-head', 'A');
    await give(other, 'auditor', null);
    expect(failureOf(await endGrant(await as(head), { grant, activeUsers }))).toEqual({ kind: 'unknown-grant' });
    expect(failureOf(await endGrant(await as(other), { grant, activeUsers }))).toEqual({ kind: 'forbidden', permission: 'user.manage' });
    expect(failureOf(await endGrant(operator, { grant: '40000000-0000-7000-8000-000000000099' as GrantId, activeUsers }))).toEqual({ kind: 'unknown-grant' });
  });

  it('never takes the last administrator of the whole tenant, whoever asks', async () => {
    const last = await give(admin, 'home-affairs-head', null);
    const disabled = await give(other, 'operator', null);
    const withoutOther = new Set([admin]);
    expect(failureOf(await endGrant(await as(admin), { grant: last, activeUsers: withoutOther }))).toEqual({ kind: 'last-administrator' });
    expect(failureOf(await changeGrantEnd(operator, { grant: last, lastDay: isoDate('2030-01-01'), activeUsers: withoutOther }))).toEqual({ kind: 'last-administrator' });
    expect(failureOf(await endAllGrants(operator, { user: admin, activeUsers: withoutOther }))).toEqual({ kind: 'last-administrator' });
    expect(valueOf(await endGrant(operator, { grant: disabled, activeUsers: withoutOther }))).toMatchObject({ state: 'ended' });
  });

  it('lets one of two administrators remain when each takes back the other’s role at the same moment', async () => {
    const grants = [await give(admin, 'operator', null), await give(other, 'operator', null)] as const;
    const [a, b] = await Promise.all([as(admin), as(other)]);
    const done = await Promise.all([endGrant(a, { grant: grants[1], activeUsers }), endGrant(b, { grant: grants[0], activeUsers })]);
    expect(done.filter((it) => it.ok)).toHaveLength(1);
  });
});

describe('removing a user', () => {
  it('takes back all that he holds or is to hold, and nothing of others', async () => {
    await give(admin, 'operator', null);
    await give(officer, 'agency-officer', 'A');
    await give(officer, 'auditor', null, { from: isoDate('2026-06-01') });
    expect(valueOf(await endAllGrants(await as(admin), { user: officer, activeUsers }))).toHaveLength(2);
    expect(valueOf(await listUsers(operator)).users.map((it) => it.user)).toEqual([admin]);
    expect(valueOf(await endAllGrants(await as(admin), { user: officer, activeUsers }))).toEqual([]);
  });

  it('is refused as a whole to who administers only some of the units', async () => {
    await give(head, 'agency-head', 'A');
    await give(officer, 'agency-officer', 'C');
    await give(officer, 'commune-officer', 'B');
    expect(failureOf(await endAllGrants(await as(head), { user: officer, activeUsers }))).toEqual({ kind: 'outside-your-units' });
    expect(failureOf(await endAllGrants(await as(head), { user: other, activeUsers }))).toEqual({ kind: 'unknown-user' });
    expect(await heldRoles(db, officer, today)).toHaveLength(2);
  });
});

describe('the list of users', () => {
  it('shows who administers some units the grants within them, and nobody else', async () => {
    await give(head, 'agency-head', 'A');
    await give(officer, 'agency-officer', 'C');
    await give(officer, 'commune-officer', 'B');
    await give(admin, 'operator', null);
    const whole = valueOf(await listUsers(operator));
    expect(whole.users.map((it) => [it.user, it.grants.length])).toEqual([[admin, 1], [officer, 2], [head, 1]]);
    const ofHead = valueOf(await listUsers(await as(head)));
    expect(ofHead.whole).toBe(false);
    expect(ofHead.users.map((it) => [it.user, it.grants.map(({ unit }) => unit?.code)])).toEqual([[officer, ['C']], [head, ['A']]]);
    expect(valueOf(await listUsers(await as(head), { user: admin })).users).toEqual([]);
    expect(failureOf(await listUsers(await as(officer)))).toEqual({ kind: 'forbidden', permission: 'user.read' });
  });

  it('leaves out what has ended, unless it is asked for', async () => {
    await endGrant(operator, { grant: await give(officer, 'agency-officer', 'A'), activeUsers });
    expect(valueOf(await listUsers(operator)).users).toEqual([]);
    expect(valueOf(await listUsers(operator, { ended: true })).users[0]?.grants).toMatchObject([{ state: 'ended' }]);
  });
});
