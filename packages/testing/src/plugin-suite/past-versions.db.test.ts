import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dropSet } from '@saubac/db/migrations';
import type { TenantHandle } from '@saubac/db/tenancy';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { cloneDatabase, type TestCluster } from '../cluster/index.ts';
import { fromPastVersions } from './past-versions.ts';

let cluster: TestCluster;
let alpha: TenantHandle;
let directory: string;

const write = (name: string, statement: string): void => writeFileSync(join(directory, `${name}.sql`), statement);
const tried = () => fromPastVersions({ cluster, tenant: alpha.tenant, set: { name: 'plugin:visits', directory }, prefix: 'p_visits_' });
const places = async () => (await alpha.db.execute<{ place: string }>(sql`select place from p_visits_visits order by 1`)).map((it) => it.place);

beforeAll(async () => {
  cluster = await cloneDatabase();
  alpha = await cluster.openTenant('alpha');
});
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'past-versions-'));
  write('0001_visits', 'create table p_visits_visits (id uuid not null default uuidv7() primary key, place text not null)');
});
afterAll(async () => {
  alpha.release();
  await cluster.close();
  rmSync(directory, { recursive: true });
});

describe('the way from past versions', () => {
  const enabled = async (): Promise<void> => {
    await cluster.migrateTenants({ slug: 'alpha', sets: [{ name: 'plugin:visits', directory }] });
    await alpha.db.execute(sql`insert into p_visits_visits (place) values ('one'), ('two')`);
  };
  afterEach(() => dropSet(cluster.provisioner, alpha.tenant, { set: 'plugin:visits', tables: ['p_visits_visits'] }));

  it('is gone by the rows that stand there now, without their later columns, and leaves everything as it was', async () => {
    write('0002_note', "alter table p_visits_visits add column note text not null default 'none'");
    await enabled();
    expect(await tried()).toEqual([{ version: '0001_visits', table: 'p_visits_visits', stood: 2, lost: 0 }]);
    expect(await places()).toEqual(['one', 'two']);
  });

  it('tells of rows that a later version spoils', async () => {
    write('0002_places', "update p_visits_visits set place = 'nowhere' where place = 'one'");
    await enabled();
    expect(await tried()).toMatchObject([{ stood: 2, lost: 1 }]);
  });

  it('stops at a migration that goes through over empty tables alone', async () => {
    write('0002_note', 'alter table p_visits_visits add column note text not null');
    await cluster.migrateTenants({ slug: 'alpha', sets: [{ name: 'plugin:visits', directory }] });
    await alpha.db.execute(sql`insert into p_visits_visits (place, note) values ('one', 'none')`);
    await expect(tried()).rejects.toThrow('0002_note');
    expect(await places()).toEqual(['one']);
  });
});
