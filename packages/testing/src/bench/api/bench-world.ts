import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createUser } from '@saubac/auth/accounts';
import { createAuth } from '@saubac/auth/context';
import { openSession } from '@saubac/auth/sessions';
import { localAccessFeed } from '@saubac/db/accounts';
import { type Cluster, connect, type Login, secretsIn, type Server } from '@saubac/db/cluster';
import { decrypt, type TenantDb, vaultOf } from '@saubac/db/tenancy';
import { isoDate, type Result, type UserId } from '@saubac/domain/values';
import { genericProfile, sampleRoster } from '@saubac/sample';
import { applySettings } from '@saubac/services/levels';
import { applyPlan } from '@saubac/services/plans';
import { importRoster, writeRosterWorkbook } from '@saubac/services/roster';
import { sql } from 'drizzle-orm';

import { testCtx } from '../../context/index.ts';

const deploy = join(import.meta.dirname, '../../../../../deploy');

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const got = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.failure).slice(0, 1_000)}`);
  return result.value;
};

/** What the loads are about: real-sized tenants, and somebody signed in who may do all of it. */
export type BenchWorld = {
  cluster: Cluster;
  dataDir: string;
  server: Server;
  /** Logins of the tenants; the first is the one that most loads are about. */
  tenants: { slug: string; login: Login }[];
  token: string;
  user: UserId;
  people: string[];
  units: string[];
  /** Folded parts of names. */
  parts: string[];
};

const tenantName = (index: number): string => `bench-${index}`;

const fillFirst = async (cluster: Cluster, dataDir: string, people: number): Promise<void> => {
  got(await cluster.createTenant({ slug: tenantName(0), name: 'Bench', kind: 'province' }));
  await cluster.withTenant(tenantName(0), async ({ db }) => {
    const ctx = testCtx({ db });
    const path = join(dataDir, 'roster.xlsx');
    const effectiveDate = isoDate('2026-01-01');
    got(await applySettings(ctx, json(join(deploy, 'reference/default-settings.json'))));
    await writeRosterWorkbook(path, sampleRoster({ profile: genericProfile, people, seed: 7, effective: effectiveDate }));
    got(await importRoster(ctx, { path, effectiveDate }));
    const [slug = ''] = readdirSync(join(deploy, 'tenants')).toSorted().toReversed();
    got(await applyPlan(ctx, { plan: json(join(deploy, 'tenants', slug, 'plan.json')), from: isoDate('2020-01-01') }));
  });
};

/** The rows of the first tenant once more for another one: the same size, faster than another import. */
const copyFirst = async (cluster: Cluster, superuser: Login, index: number): Promise<void> => {
  const target = got(await cluster.createTenant({ slug: tenantName(index), name: 'Bench', kind: 'province' }));
  const source = await cluster.findTenant(tenantName(0));
  if (!source) throw new Error('The first tenant is gone');
  const admin = connect(cluster.server, superuser);
  try {
    const tables = await admin<{ name: string }[]>`
      select tablename as name from pg_tables where schemaname = ${source.schemaName} and tablename !~ '^(schema_migrations|data_head|level_head|audit_|stage_|roster_batches|grants)' order by 1`;
    await admin.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      for (const { name } of tables) await tx`insert into ${tx(target.schemaName)}.${tx(name)} select * from ${tx(source.schemaName)}.${tx(name)}`;
    });
    for (const { name } of tables) await admin`analyze ${admin(target.schemaName)}.${admin(name)}`;
  } finally {
    await admin.end();
  }
};

const signIn = async (cluster: Cluster, tenants: readonly string[], key: Parameters<typeof vaultOf>[0]): Promise<{ token: string; user: UserId }> => {
  const auth = createAuth({ sql: cluster.registry, vault: vaultOf(key), access: localAccessFeed(), sendMail: () => Promise.resolve() });
  const now = new Date();
  const by = { id: null, label: 'bench' };
  let user = '' as UserId;
  for (const slug of tenants) {
    const tenant = await cluster.findTenant(slug);
    const made = got(await createUser(auth, { email: 'bench@bench.test', displayName: 'Bench', password: 'a password of the bench', tenant: tenant?.id ?? '', by, now }));
    user = made.account.id;
    await cluster.withTenant(slug, async ({ db }) => {
      await db.execute(sql`insert into grants (user_id, role, valid_from) values (${user}::uuid, 'home-affairs-head', '2000-01-01')`);
    });
  }
  const { token } = got(await openSession(auth, { user, secondFactorPassed: false, client: { address: null, userAgent: null }, now, by: 'password' }));
  return { token, user };
};

const column = async (db: TenantDb, query: string): Promise<string[]> => (await db.execute<{ value: string }>(sql.raw(query))).map((it) => it.value);

/** Makes so many tenants of the same size, one of them through the import. */
export const benchWorld = async (cluster: Cluster, dataDir: string, people: number, count: number): Promise<BenchWorld> => {
  const secrets = secretsIn(dataDir);
  await fillFirst(cluster, dataDir, people);
  const superuser = { user: 'postgres', password: secrets.superuserPassword };
  for (let index = 1; index < count; index += 1) await copyFirst(cluster, superuser, index);
  const slugs = Array.from({ length: count }, (_, index) => tenantName(index));
  const tenants: BenchWorld['tenants'] = [];
  for (const slug of slugs) {
    const tenant = await cluster.findTenant(slug);
    const [secret] = await cluster.registry<{ ciphertext: string }[]>`select ciphertext from platform.tenant_secrets where tenant_id = ${tenant?.id ?? null}`;
    tenants.push({ slug, login: { user: tenant?.roleName ?? '', password: decrypt(secrets.key, secret?.ciphertext ?? '', tenant?.id ?? '') } });
  }
  const { token, user } = await signIn(cluster, slugs, secrets.key);
  return cluster.withTenant(tenantName(0), async ({ db }) => ({
    cluster,
    dataDir,
    server: cluster.server,
    tenants,
    token,
    user,
    people: await column(db, 'select id::text as value from people order by random() limit 20000'),
    units: await column(db, `select u.code as value from units u join unit_versions v on v.unit_id = u.id and v.valid @> date '2026-06-30' where v.parent_id is not null and exists (select 1 from unit_versions c where c.parent_id = u.id) order by u.code`),
    parts: await column(db, `select distinct split_part(name_search, ' ', 2) || ' ' || split_part(name_search, ' ', 3) as value from people where name_search like '% % %' order by 1 limit 500`),
  }));
};
