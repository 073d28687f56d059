import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { RoleNames } from '../cluster/roles.ts';
import { scramVerifier } from '../cluster/scram.ts';
import { randomName, type Secrets } from '../cluster/secrets.ts';
import { MigrationStopped, type MigrationFailure, type Wanted } from '../migrations/apply-sets.ts';
import { migrateInside } from '../migrations/migrate-tenants.ts';
import type { MigrationSet } from '../migrations/migration-set.ts';
import { encrypt } from './cipher.ts';
import { findTenant } from './registry.ts';
import { actAsOwner, grantSchema } from './tenant-grants.ts';
import { ownerRoleOf, type Tenant, type TenantKind } from './tenant.ts';

export type NewTenant = { slug: string; name: string; kind: TenantKind; provinceCode?: string | undefined };

export type CreateTenantFailure =
  | { kind: 'slug-taken'; slug: string }
  | { kind: 'slug-invalid'; slug: string }
  | { kind: 'name-blank' }
  | { kind: 'unknown-province'; provinceCode: string }
  | { kind: 'migration-failed'; migration: MigrationFailure };

export type Provisioning = { provisioner: postgres.Sql; roles: RoleNames; secrets: Pick<Secrets, 'installation' | 'key'>; sets: readonly MigrationSet[] };

/** What a tenant is made from that was one elsewhere: its id here, the migrations it had there, and what fills its tables. */
export type Arrival = { id: string; wanted: Wanted; fill: (tx: postgres.TransactionSql, tenant: Tenant) => Promise<void> };

const insertTenant = async (tx: postgres.TransactionSql, input: NewTenant, name: string, id: string | null): Promise<Tenant> => {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.tenants (id, slug, name, kind, province_code, schema_name, role_name, status)
    values (coalesce(${id}::uuid, uuidv7()), ${input.slug}, ${input.name}, ${input.kind}, ${input.provinceCode ?? null}, ${name}, ${name}, 'active') returning id`;
  return { ...input, id: row?.id ?? '', provinceCode: input.provinceCode ?? null, schemaName: name, roleName: name, node: 'local', status: 'active', migrationVersion: null };
};

const createRoles = async (tx: postgres.TransactionSql, tenant: Tenant, roles: RoleNames, password: string): Promise<void> => {
  const owner = ownerRoleOf(tenant);
  await tx`create role ${tx(owner)} nologin`;
  await tx`grant ${tx(roles.tenantOwners)} to ${tx(owner)} with inherit true, set false`;
  // The provisioner may become an owner, but it needs to be no tenant's login.
  await tx`set local createrole_self_grant = ''`;
  await tx.unsafe(`create role "${tenant.roleName}" login password '${scramVerifier(password)}'`);
  await tx`grant ${tx(roles.tenantLogins)} to ${tx(tenant.roleName)} with inherit true, set false`;
  await tx`alter role ${tx(tenant.roleName)} set search_path = ${tx(tenant.schemaName)}, platform, public`;
};

/** Fills the tables of a tenant that was one elsewhere and brings them up to date as any other tenant's. */
const receive = async (tx: postgres.TransactionSql, tenant: Tenant, sets: readonly MigrationSet[], { fill }: Arrival): Promise<string[]> => {
  await actAsOwner(tx, tenant);
  await fill(tx, tenant);
  return migrateInside(tx, tenant, sets);
};

const build = async (tx: postgres.TransactionSql, input: NewTenant, { roles, secrets, sets }: Provisioning, arrival: Arrival | null): Promise<Tenant> => {
  const tenant = await insertTenant(tx, input, `t_${secrets.installation}${randomName(6)}`, arrival?.id ?? null);
  const password = randomBytes(24).toString('base64url');
  await createRoles(tx, tenant, roles, password);
  await tx`insert into platform.tenant_secrets (tenant_id, key_name, ciphertext) values (${tenant.id}, ${secrets.key.name}, ${encrypt(secrets.key, password, tenant.id)})`;
  await tx`create schema ${tx(tenant.schemaName)} authorization ${tx(ownerRoleOf(tenant))}`;
  await actAsOwner(tx, tenant);
  await grantSchema(tx, tenant);
  await tx`reset role`;
  const applied = await migrateInside(tx, tenant, sets, arrival?.wanted);
  if (arrival) applied.push(...(await receive(tx, tenant, sets, arrival)));
  else {
    await actAsOwner(tx, tenant);
    await tx`insert into data_head default values`;
    await tx`reset role`;
  }
  return { ...tenant, migrationVersion: applied.findLast((it) => it.startsWith('core/')) ?? null };
};

const failureOf = (error: unknown, input: NewTenant): CreateTenantFailure => {
  if (error instanceof MigrationStopped) return { kind: 'migration-failed', migration: error.failure };
  const { constraint_name: constraint } = error as { constraint_name?: string };
  if (constraint === 'tenants_slug_key') return { kind: 'slug-taken', slug: input.slug };
  if (constraint === 'tenants_slug_check') return { kind: 'slug-invalid', slug: input.slug };
  if (constraint === 'tenants_province_fk') return { kind: 'unknown-province', provinceCode: input.provinceCode ?? '' };
  throw error;
};

/**
 * Makes a tenant: roles, schema, tables, grants and the row of the registry, in one transaction, so that a crash leaves all or nothing.
 * One that was a tenant elsewhere is filled in the same transaction; what `fill` throws undoes everything and is thrown on.
 * Refused when the name is blank or the slug is another tenant's. Two tenants may have one code: a province rehearses beside its real data.
 */
export const createTenant = async (how: Provisioning, input: NewTenant, arrival: Arrival | null = null): Promise<Result<Tenant, CreateTenantFailure>> => {
  if (input.name.trim() === '') return fail({ kind: 'name-blank' });
  if (await findTenant(how.provisioner, input.slug)) return fail({ kind: 'slug-taken', slug: input.slug });
  try {
    return ok(await how.provisioner.begin((tx) => build(tx, input, how, arrival)));
  } catch (error) {
    return fail(failureOf(error, input));
  }
};
