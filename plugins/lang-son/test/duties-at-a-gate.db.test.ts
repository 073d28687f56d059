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
  asked = await askPlugin(join(import.meta.dirname, '..'), '2026-03-02');
  people = await asked.cluster.withTenant('alpha', async ({ db }) => (await storeHolders(db, 3)).people.A);
});
afterAll(() => asked?.close());

const post = async (as: Asker, body: unknown) => (await asked.ask(as, 'POST', '/duties', body)) as { status: number; body: unknown };

/** Who is on duty on a day, as plans count it. */
const onDuty = (day: string): Promise<string[]> =>
  asked.within(head, async ({ db }) => {
    const relation = plugin.facts?.['onGateDuty']?.relation(isoDate(day)) ?? sql``;
    return [...((await db.execute(relation)) as unknown as Iterable<{ person_id: string }>)].map((it) => it.person_id);
  });

it('refuses a second duty on any of the same days, one that ends before it begins, a gate that is none, and who may not plan duties', async () => {
  const duty = { person: people[0], gate: 'huu-nghi', from: '2026-03-01', last: '2026-03-10' };
  expect((await post(officer, duty)).status).toBe(201);
  expect(await post(officer, { ...duty, gate: 'chi-ma', from: '2026-03-10', last: '2026-03-20' })).toMatchObject({ status: 409, body: { word: 'refusal.onDutyAlready' } });
  expect(await post(officer, { ...duty, from: '2026-04-02', last: '2026-04-01' })).toMatchObject({ status: 422, body: { word: 'refusal.endsBeforeItBegins' } });
  expect(await post(officer, { ...duty, gate: 'elsewhere', from: '2026-05-01', last: '2026-05-02' })).toMatchObject({ body: { kind: 'invalid-input' } });
  expect((await post(head, duty)).status).toBe(403);
});

it('counts somebody from the first day to the last, and not on the day after', async () => {
  expect(await Promise.all(['2026-02-28', '2026-03-01', '2026-03-10', '2026-03-11'].map(onDuty))).toEqual([[], [people[0]], [people[0]], []]);
});

it('reports duties, people and person-days of each gate within the period', async () => {
  expect((await post(officer, { person: people[0], gate: 'huu-nghi', from: '2026-12-30', last: '2027-01-05' })).status).toBe(201);
  expect((await post(officer, { person: people[1], gate: 'tan-thanh', from: '2025-12-25', last: '2026-01-03' })).status).toBe(201);
  const rows = await asked.within(head, async (ctx) => plugin.reports?.['gates']?.rows(ctx, { from: isoDate('2026-01-01'), to: isoDate('2026-12-31') }));
  expect(rows).toEqual([
    { gate: 'Hữu Nghị', duties: 2, people: 1, days: 12 },
    { gate: 'Tân Thanh', duties: 1, people: 1, days: 3 },
    { gate: 'Chi Ma', duties: 0, people: 0, days: 0 },
  ]);
});
