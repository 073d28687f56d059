import { uuidV7 } from '@saubac/db/audit';
import { unitTopology } from '@saubac/db/access';
import { pgArray, type TenantDb } from '@saubac/db/tenancy';
import { isInside, type UnitTopology } from '@saubac/domain/access';
import { nameSearch, nameSort } from '@saubac/domain/people';
import { examplePlan, parsePlan } from '@saubac/domain/plan';
import { addDays, type IsoDate, isoDate, type UnitId, type UnitScope } from '@saubac/domain/values';
import { applyPlan } from '@saubac/services/plans';
import { testCtx } from '@saubac/testing/context';
import { defaultSettings } from '@saubac/testing/levels';
import { saveSettings } from '@saubac/db/levels';
import { sql } from 'drizzle-orm';

type Post = { unit: string; from: string; to?: string };
export type WallPerson = { id: string; name: string; idNumber: string; certificate: string; posts: Post[] };
export type WallWorld = { people: WallPerson[]; units: ReadonlyMap<string, UnitId>; topology: UnitTopology };

// A and B are agencies with units below them. M and N were merged into A; S was split into A and B. C spends its money through A.
const units: Record<string, { path: string; from: string; to?: string }> = {
  P: { path: 'P/', from: '2020-01-01' },
  A: { path: 'P/A/', from: '2020-01-01' },
  A1: { path: 'P/A/A1/', from: '2020-01-01' },
  B: { path: 'P/B/', from: '2020-01-01' },
  B1: { path: 'P/B/B1/', from: '2020-01-01' },
  C: { path: 'P/C/', from: '2020-01-01' },
  M: { path: 'P/M/', from: '2020-01-01', to: '2024-01-01' },
  N: { path: 'P/N/', from: '2020-01-01', to: '2024-01-01' },
  S: { path: 'P/S/', from: '2020-01-01', to: '2024-01-01' },
};
const successions: [from: string, to: string][] = [['M', 'A'], ['N', 'A'], ['S', 'A'], ['S', 'B']];

const careers: Post[][] = [
  ...['P', 'A', 'A', 'A1', 'A1', 'B', 'B', 'B1', 'B1', 'C'].map((unit): Post[] => [{ unit, from: '2021-01-01' }]),
  ...([['M', 'A'], ['N', 'A'], ['S', 'A'], ['S', 'B']] as const).map(([before, after]): Post[] => [{ unit: before, from: '2021-01-01', to: '2024-01-01' }, { unit: after, from: '2024-01-01' }]),
  // From one agency to the other, gone from an agency, and still to come.
  [{ unit: 'A', from: '2021-01-01', to: '2025-03-01' }, { unit: 'B', from: '2025-03-01' }],
  [{ unit: 'B1', from: '2021-01-01', to: '2025-01-01' }],
  [{ unit: 'B', from: '2099-01-01' }],
];

const people: WallPerson[] = careers.map((posts, index) => ({ id: uuidV7(), name: `Nguyễn Zq${String.fromCodePoint(97 + index)}x`, idNumber: `90018000${String(1_000 + index)}`, certificate: uuidV7(), posts }));

const storePeople = async (db: TenantDb): Promise<void> => {
  for (const it of people) {
    await db.execute(sql`insert into people (id, id_number, full_name, name_sort, name_search, birth_date) values (${it.id}::uuid, ${it.idNumber}, ${it.name}, ${nameSort(it.name)}, ${nameSearch(it.name)}, '1990-05-05')`);
    for (const { unit, from, to = 'infinity' } of it.posts) await db.execute(sql`
      insert into assignments (person_id, unit_id, post_id, kind, main, valid_from, valid_to)
      select ${it.id}::uuid, u.id, p.id, 'civil-servant', true, ${from}::date, ${to}::date from units u, posts p where u.code = ${unit} and p.code = 'POST'`);
    await db.execute(sql`insert into certificates (id, person_id, type_code, language_code, number, exam_date, score, state) values (${it.certificate}::uuid, ${it.id}::uuid, 'ielts', 'en', ${`NO-${it.idNumber}`}, '2023-06-01', 6.0, 'declared')`);
    await db.execute(sql`insert into certificate_levels (certificate_id, person_id, language_code, level, valid_from, valid_to, state) values (${it.certificate}::uuid, ${it.id}::uuid, 'en', 4, '2023-06-01', 'infinity', 'declared')`);
    await db.execute(sql`insert into language_claims (person_id, text_as_given, proposal, recorded_on) values (${it.id}::uuid, ${`B1 ${it.name}`}, '[]', '2023-06-01')`);
    await testCtx({ db }).write((_, record) => record({ act: 'person.changed', subject: { kind: 'person', id: it.id }, before: { full_name: 'x' }, after: { full_name: it.name, id_number: it.idNumber } }));
  }
};

/** Fills a tenant with units that merged and split, people who moved, what is known of them, and a plan in force. */
export const storeWall = async (db: TenantDb): Promise<WallWorld> => {
  const ids = new Map(Object.keys(units).map((code) => [code, uuidV7() as UnitId]));
  await db.transaction((tx) => saveSettings(tx, defaultSettings));
  for (const [code, { path, from, to = null }] of Object.entries(units)) {
    await db.execute(sql`insert into units (id, code) values (${ids.get(code)}::uuid, ${code})`);
    await db.execute(sql`insert into unit_versions (unit_id, valid, parent_id, name, path, tier, body_kind) values (${ids.get(code)}::uuid, daterange(${from}::date, ${to}::date), ${code === 'P' ? null : ids.get(path.split('/').at(-3) ?? '')}::uuid, ${`Unit ${code}`}, ${path}, 'province', 'state')`);
  }
  for (const [from, to] of successions) await db.execute(sql`insert into unit_successions (from_unit_id, to_unit_id, on_date, kind) values (${ids.get(from)}::uuid, ${ids.get(to)}::uuid, '2024-01-01', 'merge')`);
  await db.execute(sql`insert into unit_lines (unit_id, line, to_unit_id, valid_from) values (${ids.get('C')}::uuid, 'budgets-through', ${ids.get('A')}::uuid, '2022-01-01')`);
  await db.execute(sql`with p as (insert into posts (code, name) values ('POST', 'Post') returning id) insert into post_standards (post_id, framework_code, level, valid_from) select p.id, f.framework_code, f.level, '2020-01-01' from p, (select framework_code, level from platform.framework_levels order by framework_code, level desc limit 1) f`);
  await storePeople(db);
  const plan = parsePlan(examplePlan);
  const applied = plan.ok && (await applyPlan(testCtx({ db }), { plan: plan.value, from: plan.value.period.from }));
  if (!applied || !applied.ok) throw new Error('The plan of the wall was refused.');
  return { people, units: ids, topology: await unitTopology(db, ['manages', 'reports-to', 'budgets-through']) };
};

/** The posts that decide whether somebody is seen on a day: what he holds, else held last, else takes up first. */
const deciding = ({ posts }: WallPerson, day: IsoDate): { unit: string; day: IsoDate }[] => {
  const held = posts.filter((it) => it.from <= day && day < (it.to ?? 'infinity'));
  if (held.length > 0) return held.map(({ unit }) => ({ unit, day }));
  const past = posts.filter((it) => it.to !== undefined && it.to <= day).at(-1);
  const [first] = posts;
  return past?.to ? [{ unit: past.unit, day: addDays(isoDate(past.to), -1) }] : first ? [{ unit: first.unit, day: isoDate(first.from) }] : [];
};

/** Who may not be seen within a scope on any of some days. */
export const hiddenFrom = ({ people, units, topology }: WallWorld, scope: UnitScope, days: readonly IsoDate[]): WallPerson[] =>
  people.filter((it) => !days.some((day) => deciding(it, day).some((post) => isInside(topology, scope, units.get(post.unit) as UnitId, post.day))));

/** What gives somebody away in an answer. */
export const traces = ({ id, name, idNumber, certificate }: WallPerson): string[] => [id, name, idNumber, certificate, nameSearch(name)];

/** Whoever of some people is given away by a text. */
export const givenAway = (text: string, among: readonly WallPerson[]): string[] => among.filter((it) => traces(it).some((trace) => text.includes(trace))).map(({ name }) => name);

/** Takes every grant of a user away and gives him these. */
export const regrant = async (db: TenantDb, user: string, grants: readonly { role: string; unit: UnitId | null; line: string; to?: string }[]): Promise<void> => {
  await db.execute(sql`delete from grants where user_id = ${user}::uuid`);
  const column = (of: (it: (typeof grants)[number]) => string | null) => sql`${pgArray(grants.map(of))}`;
  await db.execute(sql`
    insert into grants (user_id, role, unit_id, line, valid_from, valid_to) select ${user}::uuid, t.role, t.unit, t.line, '2020-01-01', t.until
    from unnest(${column((it) => it.role)}::text[], ${column((it) => it.unit)}::uuid[], ${column((it) => it.line)}::text[], ${column((it) => it.to ?? 'infinity')}::date[]) as t(role, unit, line, until)`);
};
