import { examplePlan } from '@saubac/domain/plan';
import { sql } from 'drizzle-orm';
import type { TestApi, TestUser } from '../api.ts';
import type { Known } from './requests.ts';

/** The tables whose rows stand in addresses, by the noun before their id. */
const tables: Readonly<Record<string, string>> = {
  people: 'people',
  certificates: 'certificates',
  audit: 'audit_entries',
  'plan-drafts': 'plan_drafts',
  grants: 'grants',
  issuers: 'issuers',
  imports: 'imports',
  exports: 'exports',
  files: 'files',
  assignments: 'assignments',
};

const begin = async (api: TestApi, user: TestUser): Promise<TestUser> => {
  const other = await api.user('alpha', [{ role: 'auditor', unit: 'A' }]);
  await api.ask('/api/t/alpha/plan-drafts', { as: user, method: 'POST', body: { from: 'file', document: examplePlan } });
  return other;
};

/** What stands in the tenant now, with something begun that an operation may change or end. */
export const knownNow = async (api: TestApi, user: TestUser): Promise<Known> => {
  const db = await api.db('alpha');
  const other = await begin(api, user);
  const there = new Set((await db.execute<{ name: string }>(sql`select tablename as name from pg_tables where schemaname = current_schema()`)).map(({ name }) => name));
  const rows = async (table: string): Promise<string[]> => (there.has(table) ? (await db.execute<{ id: string }>(sql`select id from ${sql.identifier(table)} order by random() limit 4`)).map(({ id }) => id) : []);
  const ids = await Promise.all(Object.entries(tables).map(async ([noun, table]): Promise<[string, string[]]> => [noun, await rows(table)]));
  const units = await db.execute<{ code: string; id: string }>(sql`select code, id from units order by code limit 4`);
  const plans = (await db.execute<{ number: number }>(sql`select number from plan_versions order by number desc limit 2`)).map((it) => String(it.number));
  const targets = examplePlan.targets.map((it) => it.id);
  const things: Record<string, string[]> & { units: string[]; users: string[]; posts: string[] } = { ...Object.fromEntries(ids), users: [other.id], grants: (await db.execute<{ id: string }>(sql`select id from grants where user_id = ${other.id}::uuid`)).map(({ id }) => id), units: units.map(({ code }) => code), plans, targets, posts: ['POST'] };
  const all = [...ids.flatMap(([, some]) => some.slice(0, 2)), ...units.map(({ id }) => id), other.id];
  const fields = { person: things['people'] ?? [], certificate: things['certificates'] ?? [], unit: things.units, below: things.units, post: things.posts, target: targets, user: things.users, type: ['ielts', 'toeic'], language: ['en'], plan: [examplePlan.id] };
  return { things, fields, ids: all, codes: [...things.units, 'POST', examplePlan.id, ...targets, 'ielts', 'en', 'vn-6'] };
};
