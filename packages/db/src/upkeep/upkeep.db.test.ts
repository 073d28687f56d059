import { cloneDatabase, type TestCluster } from '@saubac/testing/cluster';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantDb } from '../tenancy/index.ts';
import { clearPlatform, clearTenant } from './index.ts';

const now = new Date('2026-06-01T00:00:00Z');
let cluster: TestCluster;
let db: TenantDb;

beforeAll(async () => {
  cluster = await cloneDatabase();
  db = (await cluster.openTenant('alpha')).db;
});
afterAll(() => cluster.close());

describe('the clearing of a tenant', () => {
  it('takes away what is spent and leaves what is young or dead', async () => {
    await db.execute(sql`
      insert into idempotency_keys (actor_id, key, request_digest, outcome, created_at)
      select uuidv7(), k, '', '{}', at::timestamptz from (values ('old', '2026-05-29'), ('young', '2026-05-31')) as v (k, at)`);
    await db.execute(sql`
      insert into outbox (kind, payload, state, ended_at)
      select 'k', '{}', s, e::timestamptz from (values ('done', '2026-04-01'), ('done', '2026-05-31'), ('dead', '2025-01-01'), ('waiting', null)) as v (s, e)`);
    const [batch] = await db.execute<{ id: string }>(sql`
      insert into roster_batches (effective_date, file_name, file_digest, mode, state, created_at) values ('2026-01-01', 'r', '', 'correct', 'checked', '2026-05-01') returning id`);
    await db.execute(sql`insert into stage_people (batch_id, row_no) values (${batch?.id}, 1), (${batch?.id}, 2)`);

    expect(await clearTenant(db, now)).toEqual({ idempotencyKeys: 1, outbox: 1, staging: 2 });
    expect([...(await db.execute(sql`select key from idempotency_keys`))]).toEqual([{ key: 'young' }]);
    expect([...(await db.execute(sql`select state, count(*)::int as n from outbox group by state order by state`))]).toEqual([
      { state: 'dead', n: 1 },
      { state: 'done', n: 1 },
      { state: 'waiting', n: 1 },
    ]);
    expect([...(await db.execute(sql`select state from roster_batches`))]).toEqual([{ state: 'cancelled' }]);
    expect(await clearTenant(db, now)).toEqual({ idempotencyKeys: 0, outbox: 0, staging: 0 });
  });
});

describe('the clearing of accounts', () => {
  it('takes away what is over and leaves what may still be used, or be told to be over', async () => {
    const { registry } = cluster;
    const [user] = await registry<{ id: string }[]>`insert into platform.users (email, email_key, display_name, status, created_at) values ('a@x.test', 'a@x.test', 'A', 'active', now()) returning id`;
    const id = user?.id ?? '';
    await registry`insert into platform.rate_limits (key, points, expire) values ('a', 1, 1), ('b', 1, ${now.getTime() + 1})`;
    await registry`
      insert into platform.sessions (id, user_id, created_at, expires_at, ends_at, last_seen_at, second_factor_passed)
      select k, ${id}::uuid, now(), at::timestamptz, '2027-01-01', now(), false from (values ('over', '2026-05-31'), ('open', '2026-06-02')) as v (k, at)`;
    await registry`
      insert into platform.user_tokens (digest, user_id, purpose, created_at, expires_at)
      select k, ${id}::uuid, 'reset', now(), at::timestamptz from (values ('old', '2026-05-20'), ('over', '2026-05-31'), ('open', '2026-06-02')) as v (k, at)`;
    await registry`
      insert into platform.sso_attempts (state_digest, tenant_id, nonce, code_verifier, redirect_uri, expires_at)
      select k, (select id from platform.tenants limit 1), '', '', '', at::timestamptz from (values ('over', '2026-05-31'), ('open', '2026-06-02')) as v (k, at)`;
    expect(await clearPlatform(registry, now)).toEqual({ sessions: 1, tokens: 1, ssoAttempts: 1, rateLimits: 1 });
    expect(await clearPlatform(registry, now)).toEqual({ sessions: 0, tokens: 0, ssoAttempts: 0, rateLimits: 0 });
  });
});
