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
const onDuty = (day: string): Promise<string[]> =>
  asked.within(head, async ({ db }) => {
    const relation = plugin.facts?.['atBorderGate']?.relation(isoDate(day)) ?? sql``;
    return [...((await db.execute(relation)) as unknown as Iterable<{ person_id: string }>)].map((it) => it.person_id);
  });

it('is planned by the department at a gate of the province, never twice at one time, and counts on its days alone', async () => {
  const duty = { person: people[0], gate: 'huu-nghi', from: '2025-01-01', last: '2025-03-31' };
  expect((await post(officer, '/duties', duty)).status).toBe(201);
  expect(await post(officer, '/duties', { ...duty, gate: 'chi-ma', from: '2025-03-31', last: null })).toMatchObject({ status: 409, body: { word: 'refusal.onDutyAlready' } });
  expect(await post(officer, '/duties', { ...duty, gate: 'mong-cai' })).toMatchObject({ body: { kind: 'invalid-input' } });
  expect((await post(head, '/duties', duty)).status).toBe(403);
  expect([await onDuty('2024-12-31'), await onDuty('2025-03-31'), await onDuty('2025-04-01')]).toEqual([[], [people[0]], []]);
});

it('stands in the report of its gate, and ends on the day that is said', async () => {
  const { id } = (await post(officer, '/duties', { person: people[1], gate: 'tan-thanh', from: '2025-02-01', last: null })).body;
  expect((await post(officer, `/duties/${id}/end`, { last: '2025-02-10' })).status).toBe(200);
  const rows = await asked.within(head, (ctx) => plugin.reports?.['gates']?.rows(ctx, { from: isoDate('2025-01-01'), to: isoDate('2025-12-31') }) ?? Promise.resolve([]));
  expect(rows).toEqual([
    { gate: 'Hữu Nghị', duties: 1, people: 1, personDays: 90 },
    { gate: 'Tân Thanh', duties: 1, people: 1, personDays: 10 },
    { gate: 'Chi Ma', duties: 0, people: 0, personDays: 0 },
  ]);
});
