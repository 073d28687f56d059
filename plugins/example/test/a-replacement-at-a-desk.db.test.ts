import { isoDate, type PersonId } from '@saubac/domain/values';
import { storeHolders } from '@saubac/testing/levels';
import { type AskedPlugin, type Asker, askPlugin } from '@saubac/testing/plugin-suite';
import { sql } from 'drizzle-orm';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

import plugin from '../src/plugin.ts';

const officer: Asker = { role: 'home-affairs-officer' };
const head: Asker = { role: 'home-affairs-head' };

let asked: AskedPlugin;
let people: PersonId[];

beforeAll(async () => {
  asked = await askPlugin(join(import.meta.dirname, '..'), '2025-02-03');
  people = await asked.cluster.withTenant('alpha', async ({ db }) => (await storeHolders(db, 3)).people.A);
});
afterAll(() => asked?.close());

const post = async (as: Asker, path: string, body: unknown) => (await asked.ask(as, 'POST', path, body)) as { status: number; body: { id: string } };

/** Who serves foreign visitors on a day, as plans count it. */
const serving = (day: string): Promise<string[]> =>
  asked.within(head, async ({ db }) => {
    const relation = plugin.facts?.['servesForeignVisitors']?.relation(isoDate(day)) ?? sql``;
    return [...((await db.execute(relation)) as unknown as Iterable<{ person_id: string }>)].map((it) => it.person_id);
  });

it('refuses a second duty at the same time, one that ends before it begins, and who may not plan duties', async () => {
  const duty = { person: people[0], place: 'Gate', from: '2025-01-01', last: '2025-03-31' };
  expect((await post(officer, '/duties', duty)).status).toBe(201);
  expect(await post(officer, '/duties', { ...duty, from: '2025-03-31', last: null })).toMatchObject({ status: 409, body: { word: 'refusal.onDutyAlready' } });
  expect(await post(officer, '/duties', { ...duty, from: '2025-04-02', last: '2025-04-01' })).toMatchObject({ status: 422, body: { word: 'refusal.endsBeforeItBegins' } });
  expect((await post(head, '/duties', duty)).status).toBe(403);
});

it('hands a duty over when a replacement is approved, and plans count whoever serves on the day', async () => {
  const duty = (await post(officer, '/duties', { person: people[1], place: 'One-stop shop', from: '2025-02-03', last: null })).body.id;
  const swap = { duty, person: people[2], from: '2025-02-10', why: 'Study' };
  expect(await post(officer, '/swaps', { ...swap, from: '2025-02-05' })).toMatchObject({ status: 422, body: { word: 'refusal.swapTooSoon', values: { days: 3 } } });
  expect(await post(officer, '/swaps', { ...swap, person: people[0] })).toMatchObject({ status: 409, body: { word: 'refusal.replacementOnDuty' } });
  const { id } = (await post(officer, '/swaps', swap)).body;
  expect(await post(officer, `/swaps/${id}/moves`, { move: 'approve' })).toMatchObject({ body: { kind: 'forbidden' } });
  expect(await post(head, `/swaps/${id}/moves`, { move: 'approve' })).toMatchObject({ status: 200, body: { state: 'approved' } });
  const among = async (day: string) => (await serving(day)).filter((it) => it !== people[0]);
  expect([await among('2025-02-09'), await among('2025-02-10')]).toEqual([[people[1]], [people[2]]]);
});

it('tells the desk of a replacement once, however often the work comes', async () => {
  const { items } = (await asked.ask(head, 'GET', '/swaps')).body as { items: { id: string }[] };
  const work = { swap: items[0]?.id ?? '' };
  for (const attempt of [1, 2]) await asked.within(head, async (ctx) => plugin.handlers?.['tellDesk']?.run(ctx, work, { key: 'work 1', attempt }));
  expect((await asked.ask(head, 'GET', '/duties')).body).toMatchObject({ notes: [{ kind: 'swapped', place: 'One-stop shop' }] });
});
