import type { TenantDb } from '@saubac/db/tenancy';
import { type IsoDate, isoDate } from '@saubac/domain/values';
import { coreCases, corePeople, corePosts, coreUnits, type PluginSql } from '@saubac/plugin-api';
import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { and, getViewName, gt, lte, sql } from 'drizzle-orm';
import { getViewConfig, type PgView } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const unit = '0190d3a0-0000-7000-8000-000000000001';
const person = '0190d3a0-0000-7000-8000-000000000002';
const post = '0190d3a0-0000-7000-8000-000000000003';
const theCase = '0190d3a0-0000-7000-8000-000000000004';

/** A person who went from one office to the next on 2025-07-01, when the unit was renamed too, and a case of the unit. */
const fill = async (db: TenantDb): Promise<void> => {
  await db.execute(sql`insert into units (id, code) values (${unit}, 'U')`);
  await db.execute(sql`insert into unit_versions (unit_id, valid, name, path, tier, body_kind) values (${unit}, '[2020-01-01,2025-07-01)', 'before', 'U/', 'province', 'state'), (${unit}, '[2025-07-01,)', 'after', 'U/', 'province', 'state')`);
  await db.execute(sql`insert into posts (id, code, name) values (${post}, 'P', 'a post')`);
  await db.execute(sql`insert into people (id, full_name, name_sort, name_search, birth_date, birth_precision, sex, id_number) values (${person}, 'A B', 'b a', 'a b', '1990-01-01', 'year', 'female', '001090000001')`);
  await db.execute(sql`
    insert into assignments (person_id, unit_id, post_id, kind, office, main, valid_from, valid_to)
    values (${person}, ${unit}, ${post}, 'civil-servant', 'deputy', true, '2020-01-01', '2025-07-01'), (${person}, ${unit}, null, 'cadre', 'head', true, '2025-07-01', 'infinity')`);
  await db.execute(sql`insert into workflow_definitions (digest, workflow, structure, kept_at) values ('d', 'review', '{}', now())`);
  await db.execute(sql`
    insert into cases (id, workflow, definition, state, core_state, subject_id, unit_id, opened_label, opened_at, entered_on, due_on)
    values (${theCase}, 'review', 'd', 'second-check', 'submitted', ${person}, ${unit}, 'x', now(), '2025-12-01', '2025-12-09')`);
};

const on = (row: typeof corePosts | typeof coreUnits, day: IsoDate) => and(lte(row.validFrom, day), gt(row.validTo, day));

describe('what plugins read of the core', () => {
  let cluster: TestCluster;
  const reading = <T>(work: (db: PluginSql) => Promise<T>, slug = 'alpha'): Promise<T> => cluster.withTenant(slug, ({ db }) => work(db as unknown as PluginSql));

  beforeAll(async () => {
    cluster = await cloneDatabase();
    await cluster.withTenant('alpha', ({ db }) => fill(db));
  });
  afterAll(() => cluster.close());

  it('is people by what they are called and when they were born, without their numbers', async () => {
    expect(await reading((db) => db.select().from(corePeople))).toEqual([{ personId: person, name: 'A B', nameSort: 'b a', birthDate: '1990-01-01', birthPrecision: 'year', sex: 'female' }]);
  });

  it('is units as they were on a day', async () => {
    const named = (day: string) => reading((db) => db.select().from(coreUnits).where(on(coreUnits, isoDate(day))));
    expect(await named('2025-06-30')).toMatchObject([{ unitId: unit, code: 'U', name: 'before', tier: 'province', bodyKind: 'state', validFrom: '2020-01-01', validTo: '2025-07-01' }]);
    expect(await named('2025-07-01')).toMatchObject([{ name: 'after', parentId: null, validFrom: '2025-07-01', validTo: 'infinity' }]);
    expect(await named('2019-12-31')).toEqual([]);
  });

  it('is posts as they were held on a day', async () => {
    const held = (day: string) => reading((db) => db.select().from(corePosts).where(on(corePosts, isoDate(day))));
    expect(await held('2025-06-30')).toMatchObject([{ personId: person, unitId: unit, postId: post, postCode: 'P', postName: 'a post', kind: 'civil-servant', office: 'deputy', main: true, validTo: '2025-07-01' }]);
    expect(await held('2025-07-01')).toMatchObject([{ personId: person, postId: null, postCode: null, kind: 'cadre', office: 'head', validTo: 'infinity' }]);
  });

  it('is cases as they stand, with the state of the core that they count as', async () => {
    expect(await reading((db) => db.select().from(coreCases))).toEqual([
      { id: theCase, workflow: 'review', state: 'second-check', coreState: 'submitted', subjectId: person, unitId: unit, openedBy: null, dueOn: '2025-12-09', closedAt: null, version: 1 },
    ]);
  });

  it('is of its own tenant alone', async () => {
    expect(await reading((db) => db.select({ id: corePeople.personId }).from(corePeople), 'beta')).toEqual([]);
  });

  it('has the columns in code that it has in the database, and is read with the rights of whoever asks', async () => {
    const { schemaName } = (await cluster.findTenant('alpha')) ?? { schemaName: '' };
    for (const view of [corePeople, coreUnits, corePosts, coreCases]) {
      const columns = await cluster.superuser()`
        select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, c.reloptions::text as options from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
        where c.relnamespace = ${schemaName}::regnamespace and c.relkind = 'v' and c.relname = ${getViewName(view)} order by a.attnum`;
      const declared = Object.values(getViewConfig(view as unknown as PgView).selectedFields) as unknown as { name: string; getSQLType: () => string }[];
      expect([...columns]).toEqual(declared.map((it) => ({ name: it.name, type: it.getSQLType(), options: '{security_invoker=true}' })));
    }
  });

  it('can not be written through', async () => {
    await expect(cluster.withTenant('alpha', ({ db }) => db.execute(sql`update core_people_v1 set name = 'x'`))).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});
