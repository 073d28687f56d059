import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantHandle } from '../tenancy/index.ts';
import { anchorHead, anchorsOf, checkAudit, writeWithAudit } from './index.ts';

let cluster: TestCluster;
let alpha: TenantHandle;

beforeAll(async () => {
  cluster = await cloneDatabase();
  alpha = await cluster.openTenant('alpha');
});
afterAll(() => cluster.close());

const write = (code: string): Promise<string> =>
  writeWithAudit(alpha.db, { actor: { id: null, label: 'operator' }, now: new Date() }, async (tx, record) => {
    await tx.execute(sql`insert into posts (code, name) values (${code}, 'P')`);
    return record({ act: 'post.added', subject: { kind: 'post' }, after: { code } });
  });
const anchor = () => anchorHead(cluster.registry, cluster.provisioner, alpha.tenant);
const faults = async () => (await checkAudit(cluster.registry, alpha)).faults;
const asSuperuser = async (...statements: string[]): Promise<void> => {
  const superuser = cluster.superuser();
  await superuser.begin(async (tx) => {
    await tx.unsafe(`set local search_path = ${alpha.tenant.schemaName}, platform`);
    for (const statement of statements) await tx.unsafe(statement);
  });
};

describe('the anchors of an audit', () => {
  it('begin with the first entry and follow the head when it moves', async () => {
    expect(await anchor()).toBe('unmoved');
    await write('A');
    await write('B');
    expect(await anchor()).toBe('anchored');
    expect(await anchor()).toBe('unmoved');
    await write('C');
    expect(await anchor()).toBe('anchored');
    expect((await anchorsOf(cluster.registry, alpha.tenant.id)).map((it) => it.position)).toEqual([2, 3]);
    expect(await checkAudit(cluster.registry, alpha)).toEqual({ entries: 3, erased: 0, anchors: 2, faults: [] });
  });

  it('cannot be changed or taken away by the serving role, nor seen by a tenant', async () => {
    await expect(cluster.registry`update platform.audit_anchors set digest = ''`).rejects.toThrow('permission denied');
    await expect(cluster.registry`delete from platform.audit_anchors`).rejects.toThrow('permission denied');
    await expect(alpha.db.execute(sql`select * from platform.audit_anchors`)).rejects.toMatchObject({ cause: { code: '42501' } });
  });

  it('show that entries were taken off the end, even if the head was put right', async () => {
    await asSuperuser(
      'create table kept as select * from audit_entries where position = 3',
      'create table kept_payload as select * from audit_payloads where entry_id in (select id from kept)',
      'delete from audit_payloads where entry_id in (select id from kept)',
      'delete from audit_entries where position = 3',
      'update data_head set position = 2, digest = (select digest from audit_entries where position = 2)',
    );
    expect(await faults()).toEqual([{ kind: 'cut-short', position: 3 }]);
    expect(await anchor()).toBe('contradicted');
    await asSuperuser('insert into audit_entries select * from kept', 'insert into audit_payloads select * from kept_payload', 'update data_head set position = 3, digest = (select digest from kept)');
    expect(await faults()).toEqual([]);
  });

  it('show that an audit was written anew in itself without a fault', async () => {
    await asSuperuser('delete from audit_payloads', 'delete from audit_entries', `update data_head set position = 0, digest = ''`, 'delete from posts');
    for (const code of ['X', 'Y', 'Z']) await write(code);
    expect(await faults()).toEqual([{ kind: 'rewritten', position: 2 }, { kind: 'rewritten', position: 3 }]);
    await write('U');
    expect(await anchor()).toBe('contradicted');
    expect(await anchorsOf(cluster.registry, alpha.tenant.id)).toHaveLength(2);
  });
});
