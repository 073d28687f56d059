import type { TenantDb } from '@saubac/db/tenancy';
import { addDays, type IsoDate, isoDate, type PersonId } from '@saubac/domain/values';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { testCtx } from '@saubac/testing/context';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Ctx } from '../context/index.ts';
import { changeAssignment, createPerson, endAssignment, getPerson, listPeople, type PostInput, setTrainingListing, startAssignment } from './index.ts';

let cluster: TestCluster;
let db: TenantDb;
let ctx: Ctx;

const first = isoDate('2025-01-01');
const count = 12;
const dayAt = (index: number): IsoDate => addDays(first, index);
const days = Array.from({ length: count + 2 }, (_, index) => dayAt(index));

beforeAll(async () => {
  cluster = await cloneDatabase();
  ({ db } = await cluster.openTenant('alpha'));
  ctx = testCtx({ db, today: first });
  await db.execute(sql`insert into units (code) values ('A'), ('B'), ('C')`);
  await db.execute(sql`insert into unit_versions (unit_id, valid, name, path, tier, body_kind) select id, daterange('2020-01-01', null), code, code || '/', 'province', 'state' from units`);
});
afterAll(() => cluster.close());

const post = (unit: string): PostInput => ({ unit, post: null, kind: 'cadre', rank: null, office: null, officeRank: null, leader: null });
const at = fc.nat(count);
const until = fc.option(fc.nat(count), { freq: 3 });
const unit = fc.constantFrom('A', 'B', 'C');
const edit = fc.oneof(
  fc.record({ act: fc.constant('start' as const), unit, from: at, last: until }),
  fc.record({ act: fc.constant('change' as const), unit, row: fc.nat(3), from: at }),
  fc.record({ act: fc.constant('correct' as const), unit, row: fc.nat(3), from: at, last: until }),
  fc.record({ act: fc.constant('end' as const), row: fc.nat(3), last: at }),
  fc.record({ act: fc.constant('list' as const), listed: fc.boolean(), from: at, last: until }),
);
type Edit = typeof edit extends fc.Arbitrary<infer It> ? It : never;

/** A row of the model: days are numbers, `last` inclusive, null without end. */
type Row = { unit: string; from: number; last: number | null };
type Model = { rows: Row[]; listed: Set<number> };

const holds = ({ from, last }: Pick<Row, 'from' | 'last'>, day: number): boolean => from <= day && (last === null || day <= last);
const collide = (a: Row, b: Row): boolean => days.some((_, day) => holds(a, day) && holds(b, day)) || (a.last === null && b.last === null);
const allDays = days.map((_, index) => index);

/** What an edit makes of the model; undefined if it has to be refused. */
const modelled = (model: Model, it: Edit): Model | undefined => {
  const rows = model.rows.toSorted((a, b) => a.from - b.from);
  const fits = (row: Row, others: readonly Row[]): boolean => (row.last === null || row.last >= row.from) && !others.some((other) => collide(row, other));
  const served = (next: readonly Row[], listed: Set<number>): Model => {
    const end = next.some(({ last }) => last === null) ? Number.POSITIVE_INFINITY : Math.max(-1, ...next.map(({ last }) => last ?? 0));
    return { rows: [...next], listed: new Set([...listed].filter((day) => day <= end)) };
  };
  if (it.act === 'start') return fits({ unit: it.unit, from: it.from, last: it.last }, rows) ? { ...model, rows: [...rows, { unit: it.unit, from: it.from, last: it.last }] } : undefined;
  if (it.act === 'list') {
    const end = rows.some(({ last }) => last === null) ? Number.POSITIVE_INFINITY : Math.max(-1, ...rows.map(({ last }) => last ?? 0));
    if ((it.last !== null && it.last < it.from) || it.from > end) return undefined;
    return served(rows, new Set(allDays.filter((day) => (holds(it, day) ? it.listed : model.listed.has(day)))));
  }
  const row = rows[it.row];
  if (!row) return undefined;
  const others = rows.filter((other) => other !== row);
  if (it.act === 'end') return holds(row, it.last) ? served([...others, { ...row, last: it.last }], model.listed) : undefined;
  if (it.act === 'correct') return fits({ unit: it.unit, from: it.from, last: it.last }, others) ? served([...others, { unit: it.unit, from: it.from, last: it.last }], model.listed) : undefined;
  if (!holds(row, it.from)) return undefined;
  if (it.unit === row.unit) return model;
  const before = it.from > row.from ? [{ ...row, last: it.from - 1 }] : [];
  return { ...model, rows: [...others, ...before, { unit: it.unit, from: it.from, last: row.last }] };
};

const lastDay = (last: number | null): IsoDate | null => (last === null ? null : dayAt(last));

const done = async (person: PersonId, it: Edit): Promise<boolean> => {
  const file = await getPerson(ctx, { person });
  if (!file.ok) throw new Error('Lost');
  const base = { person, version: file.value.version };
  const assignment = file.value.posts[('row' in it ? it.row : 0)]?.id ?? '00000000-0000-7000-8000-000000000000';
  switch (it.act) {
    case 'start':
      return (await startAssignment(ctx, { ...base, main: true, post: post(it.unit), from: dayAt(it.from), lastDay: lastDay(it.last) })).ok;
    case 'change':
      return (await changeAssignment(ctx, { ...base, assignment, post: post(it.unit), from: dayAt(it.from) })).ok;
    case 'correct':
      return (await changeAssignment(ctx, { ...base, assignment, post: post(it.unit), correct: { from: dayAt(it.from), lastDay: lastDay(it.last) } })).ok;
    case 'end':
      return (await endAssignment(ctx, { ...base, assignment, lastDay: dayAt(it.last) })).ok;
    case 'list':
      return (await setTrainingListing(ctx, { ...base, listed: it.listed, from: dayAt(it.from), lastDay: lastDay(it.last) })).ok;
  }
};

const stored = async (person: PersonId): Promise<{ units: string[]; listed: boolean[] }> => {
  const file = await getPerson(ctx, { person });
  if (!file.ok) throw new Error('Lost');
  const inside = (day: IsoDate, { from, to }: { from: string; to: string }): boolean => from <= day && day < to;
  return {
    units: days.map((day) => file.value.posts.filter((it) => it.main && inside(day, it)).map((it) => it.unit.code).join('+')),
    listed: days.map((day) => file.value.trainingList.some((it) => inside(day, it))),
  };
};

describe('a career in the database', () => {
  it('is what a simple model of days says after any changes, and so is the list of people of each day', async () => {
    await fc.assert(
      fc.asyncProperty(unit, fc.array(edit, { minLength: 3, maxLength: 9 }), async (start, edits) => {
        const created = await createPerson(ctx, { identity: { fullName: 'Người Thử', birth: null, sex: null, ethnicity: null, idNumber: null }, main: { ...post(start), from: dayAt(3), lastDay: dayAt(7) } });
        if (!created.ok) throw new Error(created.failure.kind);
        const { id } = created.value;
        let model: Model = { rows: [{ unit: start, from: 3, last: 7 }], listed: new Set() };
        for (const it of edits) {
          const next = modelled(model, it);
          expect([it, await done(id, it)]).toEqual([it, next !== undefined]);
          model = next ?? model;
        }
        const units = allDays.map((day) => model.rows.filter((it) => holds(it, day)).map((it) => it.unit).join('+'));
        expect(await stored(id)).toEqual({ units, listed: allDays.map((day) => model.listed.has(day)) });
        const listedOn = async (day: IsoDate) => (await listPeople(ctx, { on: day, limit: 200 }));
        for (const day of [0, 5, count]) {
          const page = await listedOn(days[day]!);
          expect(page.ok && page.value.people.find((it) => it.id === id)?.unit.code).toBe(units[day] || undefined);
        }
      }),
      { numRuns: 25 },
    );
  });
});
