import type { TenantDb } from '@saubac/db/tenancy';
import type { Role } from '@saubac/domain/access';
import { examplePlan } from '@saubac/domain/plan';
import { everything, isoDate, type Result, type UserId } from '@saubac/domain/values';
import { emptyRegistry, type Registry } from '@saubac/plugin-api';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { moveCase, openCase } from '../cases/index.ts';
import type { Ctx, LaterWork } from '../context/index.ts';
import { caseKinds } from '../inbox/index.ts';
import { createDraft, planVersionKind, submitDraft } from '../plans/index.ts';
import { listNotices, mailNotices, markNoticesRead, type NoticeMail, tellDays, tellOfMove } from './index.ts';

const users = { officer: '00000000-0000-7000-8000-0000000000a1', head: '00000000-0000-7000-8000-0000000000b2', other: '00000000-0000-7000-8000-0000000000c3' } as Record<'officer' | 'head' | 'other', UserId>;
const roles: Record<keyof typeof users, Role> = { officer: 'home-affairs-officer', head: 'home-affairs-head', other: 'finance' };
const began = new Date('2026-01-12T03:00:00Z');

let cluster: TestCluster;
let db: TenantDb;
const as = (name: keyof typeof users, at = began): Ctx => testCtx({ db, now: () => at, actor: { id: users[name], label: name }, access: { kind: 'granted', held: [{ role: roles[name], scope: everything }] } });
const later = (at = began, registry: Registry = emptyRegistry): LaterWork => ({
  tenant: { id: '00000000-0000-7000-8000-000000000000', slug: 'alpha' }, db, now: () => at, registryOn: () => Promise.resolve(registry), mayEnter: () => Promise.resolve(true),
  signal: new AbortController().signal, complete: () => Promise.resolve(),
});
const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure)}`);
  return result.value;
};
const kinds = async (name: keyof typeof users): Promise<string[]> => (await listNotices(as(name))).items.map((it) => it.kind);
const standing = async () => (await db.execute<{ id: string; version: number }>(sql`select id, version from cases`))[0] ?? { id: '', version: 0 };
const told = async (): Promise<void> => {
  const { id, version } = await standing();
  await tellOfMove(later(), { case: id, version });
};
const mails = async (urgent: boolean, killed = false): Promise<NoticeMail[]> => {
  const sent: NoticeMail[] = [];
  const send = (mail: NoticeMail): Promise<void> => {
    sent.push(mail);
    return killed ? Promise.reject(new Error('killed')) : Promise.resolve();
  };
  const mailed = mailNotices(db, { urgent, now: began, send });
  await (killed ? expect(mailed).rejects.toThrow('killed') : mailed);
  return sent;
};

beforeAll(async () => {
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  for (const name of ['officer', 'head', 'other'] as const) await db.execute(sql`insert into grants (user_id, role, line, valid_from) values (${users[name]}::uuid, ${roles[name]}, 'uses', '2020-01-01')`);
  const { id } = got(await createDraft(as('officer'), { document: examplePlan }));
  got(await submitDraft(as('officer'), { id, version: 1, from: isoDate('2022-03-01') }));
});
afterAll(() => cluster.close());

it('whoever must act next is told of a move once, however often it is told; nobody else is', async () => {
  await told();
  await told();
  expect([await kinds('head'), await kinds('officer'), await kinds('other')]).toEqual([['waits'], [], []]);
  expect((await listNotices(as('head'))).items[0]?.about).toMatchObject({ stateLabel: { vi: 'Chờ kiểm tra' } });
  expect(await mails(true)).toEqual([]);
});

it('what waits is mailed together, once, also where the worker was killed before it could note that', async () => {
  const [first] = await mails(false, true);
  expect(first).toMatchObject({ user: users.head, kind: 'waiting', count: 1 });
  expect(await mails(false)).toEqual([first]);
  expect(await mails(false)).toEqual([]);
});

it('reminders come before the last day and escalations after it; each is told and mailed once, on however many nights it is looked at', async () => {
  const nights = async (...days: string[]): Promise<NoticeMail[]> => {
    const sent: NoticeMail[] = [];
    for (const day of days) {
      await tellDays(later(new Date(`${day}T03:00:00Z`)));
      sent.push(...(await mails(false)));
    }
    return sent;
  };
  expect(await nights('2026-01-15', '2026-01-16', '2026-01-16', '2026-01-17')).toMatchObject([{ user: users.head, kind: 'waiting', count: 1 }]);
  expect(await kinds('head')).toEqual(['reminder', 'waits']);
  expect(await nights('2026-02-02', '2026-02-02', '2026-02-03')).toMatchObject([{ user: users.head, kind: 'waiting', count: 1 }]);
  expect(await kinds('head')).toEqual(['late', 'reminder', 'waits']);
  expect(await kinds('other')).toEqual([]);
});

it('notices are paged through, each on one page', async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listNotices(as('head'), { limit: 2, after });
    seen.push(...page.items.map((it) => it.kind));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(seen).toEqual(['late', 'reminder', 'waits']);
});

it('who began a case is told at once of what was decided, and nothing of what moved on since', async () => {
  const { id, version } = await standing();
  const ctx = { ...as('head'), calendar: { off: new Set<never>(), worked: new Set<never>() } };
  got(await moveCase(ctx, planVersionKind(ctx), { case: id, move: 'sendBack', reason: 'Sai tên' }));
  await tellOfMove(later(), { case: id, version });
  expect(await kinds('officer')).toEqual([]);
  await told();
  expect(await kinds('officer')).toEqual(['moved']);
  expect(await mails(true)).toMatchObject([{ user: users.officer, kind: 'decided', case: id }]);
  expect(await mails(true)).toEqual([]);
});

it('somebody reads his own notices and nobody else’s', async () => {
  await markNoticesRead(as('officer'), (await listNotices(as('head'))).items.map((it) => it.id));
  expect((await listNotices(as('head'))).unread).toBe(3);
  await markNoticesRead(as('head'), 'all');
  expect([(await listNotices(as('head'))).unread, (await listNotices(as('officer'))).unread]).toEqual([0, 1]);
  // What was read before it was mailed is not mailed any more.
  expect(await mails(false)).toEqual([]);
});

it('what is not answered by its last day lapses in the night after it, what never lapses is late then: once, however often the night is done and by how many workers at once', async () => {
  const subject = '00000000-0000-7000-8000-0000000000d4';
  const registry: Registry = {
    ...emptyRegistry,
    cases: [{
      plugin: 'p', seenBy: 'offer.read', word: (key) => ({ vi: key }), describe: () => ({ title: { vi: 'Lời mời' }, link: '/x/p' }), subjects: (_, ids) => Promise.resolve(new Map(ids.map((id) => [id, { id }]))),
      workflow: {
        id: 'offer', states: ['open', 'taken', 'lapsed'], initial: 'open', final: ['taken', 'lapsed'], deadlines: { open: { workingDays: 2, lapse: 'lapse' } },
        moves: { take: { from: 'open', to: 'taken', permission: 'p:offer.take' }, lapse: { from: 'open', to: 'lapsed', permission: 'p:offer.take', by: 'clock', effects: [{ name: 'tellDesk', payload: () => ({ offer: subject }) }] } },
      },
    }],
  };
  const ctx = { ...testCtx({ db, now: () => began, registry }), calendar: { off: new Set<never>(), worked: new Set<never>() } };
  const kind = caseKinds(ctx).find((it) => it.workflow.id === 'offer');
  if (!kind) throw new Error('No such kind');
  const offer = await ctx.write(async (tx, record) => {
    const id = got(await openCase(ctx, tx, kind, { subject, unit: null }));
    await record({ act: 'case.opened', subject: { kind: 'case', id } });
    return id;
  });
  const { id } = got(await createDraft(as('officer'), { document: { ...examplePlan, id: 'another-plan' } }));
  got(await submitDraft(as('officer'), { id, version: 1, from: isoDate('2022-03-01') }));
  const night = (day: string): Promise<void> => tellDays(later(new Date(`${day}T03:00:00Z`), registry));
  const effects = async () => {
    const [row] = await db.execute(sql`
      select (select state from cases where id = ${offer}::uuid) as state, (select count(*)::int from case_moves where case_id = ${offer}::uuid and moved_label = 'clock') as moves,
             (select count(*)::int from outbox where kind = 'plugin.handle' and payload ->> 'handler' = 'tellDesk') as effects,
             (select count(*)::int from outbox where kind = 'case.moved' and payload ->> 'case' = ${offer}) as told,
             (select count(*)::int from audit_entries where act = 'case.moved' and subject_id = ${offer}) as acts`);
    return row;
  };
  const late = async () => [...(await db.execute(sql`select count(*)::int as late from notices n join cases c on c.id = n.case_id where n.kind = 'late' and n.user_id = ${users.head}::uuid and c.workflow = 'plan-version' and c.subject_id = ${id}::uuid`))];
  await night('2026-01-14');
  expect(await effects()).toEqual({ state: 'open', moves: 0, effects: 0, told: 0, acts: 0 });
  await Promise.all([night('2026-01-15'), night('2026-01-15')]);
  for (const day of ['2026-01-15', '2026-02-02', '2026-02-02']) await night(day);
  expect(await effects()).toEqual({ state: 'lapsed', moves: 1, effects: 1, told: 1, acts: 1 });
  expect(await late()).toEqual([{ late: 1 }]);
});
