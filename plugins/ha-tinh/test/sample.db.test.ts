import { join } from 'node:path';
import type { PluginCtx } from '@saubac/plugin-api';
import { type AskedPlugin, askPlugin } from '@saubac/testing/plugin-suite';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Config } from '../src/config.ts';
import { sample } from '../src/sample.ts';

let plugin: AskedPlugin;

beforeAll(async () => {
  plugin = await askPlugin(join(import.meta.dirname, '..'), '2026-09-15');
  await plugin.cluster.withTenant('alpha', async ({ db }) => {
    await db.execute(sql`insert into units (code) values ('SYT'), ('HHS-01')`);
    await db.execute(sql`insert into unit_versions (unit_id, valid, name, path, tier, body_kind) select id, '[2000-01-01,)', code, code || '/', 'province', 'state' from units`);
    await db.execute(sql`insert into people (full_name, name_sort, name_search) select 'Nguyễn ' || n, 'nguyen ' || n, family || ' ' || n from unnest('{nguyen,tran,le,pham}'::text[]) family, generate_series(1, 20) n`);
    await db.execute(sql`insert into assignments (person_id, unit_id, kind, main, valid_from) select p.id, u.id, 'civil-servant', true, '2020-01-01' from (select id, row_number() over (order by id) as at from people) p join units u on u.code = case when p.at % 2 = 0 then 'SYT' else 'HHS-01' end`);
  });
});
afterAll(() => plugin?.close());

describe('the sample', () => {
  it('has something to do at every step: to follow up, to certify, to cut, to give seats, to open, to confirm', async () => {
    await plugin.asOperator((ctx) => sample(ctx as PluginCtx<Config>));
    const items = async (role: 'foreign-affairs' | 'education' | 'agency-head', path: string) => ((await plugin.ask({ role }, 'GET', path)).body as { items: Record<string, unknown>[] }).items;
    const classes = await items('foreign-affairs', '/classes');
    expect(classes.map((one) => one['state']).toSorted()).toEqual(['ended', 'ended', 'open', 'planned', 'trial']);
    const byState = (state: string) => classes.filter((one) => one['state'] === state);
    const whole = async (id: unknown) => (await plugin.ask({ role: 'foreign-affairs' }, 'GET', `/classes/${String(id)}`)).body as { proposedCut: string[]; learners: { refused: string | null; state: string }[] };
    expect((await whole(byState('trial')[0]!['id'])).proposedCut).toHaveLength(2);
    const ended = await Promise.all(byState('ended').map((one) => whole(one['id'])));
    expect(ended.map((one) => one.learners.some((learner) => learner.refused === null)).toSorted()).toEqual([false, true]);
    expect((await whole(byState('open')[0]!['id'])).learners.map((one) => one.state)).toEqual(expect.arrayContaining(['submitted', 'consented', 'enrolled']));
    expect((await items('education', '/certificates')).filter((one) => one['level'] === null).length).toBeGreaterThan(0);
    const agreements = await items('foreign-affairs', '/agreements');
    expect(agreements).toMatchObject([{ standing: 'ending', missing: 2 }]);
    expect(await items('foreign-affairs', `/agreements/${String(agreements[0]!['id'])}/papers`)).toMatchObject([{ kind: 'signed' }]);
    expect((await items('agency-head', '/enrolments')).length).toBeGreaterThan(10);
  });
});
