import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { RoleNames } from '../cluster/roles.ts';
import { scramVerifier } from '../cluster/scram.ts';
import { randomName, type Secrets } from '../cluster/secrets.ts';
import { MigrationStopped, type MigrationFailure } from '../migrations/apply-sets.ts';
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

type Provisioning = { provisioner: postgres.Sql; roles: RoleNames; secrets: Pick<Secrets, 'installation' | 'key'>; sets: readonly MigrationSet[] };

const insertTenant = async (tx: postgres.TransactionSql, input: NewTenant, name: string): Promise<Tenant> => {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.tenants (slug, name, kind, province_code, schema_name, role_name, status)
    values (${input.slug}, ${input.name}, ${input.kind}, ${input.provinceCode ?? null}, ${name}, ${name}, 'active') returning id`;
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

const build = async (tx: postgres.TransactionSql, input: NewTenant, { roles, secrets, sets }: Provisioning): Promise<Tenant> => {
  const tenant = await insertTenant(tx, input, `t_${secrets.installation}${randomName(6)}`);
  const password = randomBytes(24).toString('base64url');
  await createRoles(tx, tenant, roles, password);
  await tx`insert into platform.tenant_secrets (tenant_id, key_name, ciphertext) values (${tenant.id}, ${secrets.key.name}, ${encrypt(secrets.key, password, tenant.id)})`;
  await tx`create schema ${tx(tenant.schemaName)} authorization ${tx(ownerRoleOf(tenant))}`;
  await actAsOwner(tx, tenant);
  await grantSchema(tx, tenant);
  await tx`reset role`;
  const applied = await migrateInside(tx, tenant, sets);
  await actAsOwner(tx, tenant);
  await tx`insert into data_head default values`;
  return { ...tenant, migrationVersion: applied.at(-1) ?? null };
};

const failureOf = (error: unknown, input: NewTenant): CreateTenantFailure => {
  if (error instanceof MigrationStopped) return { kind: 'migration-failed', migration: error.failure };
  const { code, constraint_name: constraint } = error as { code?: string; constraint_name?: string };
  if (constraint === 'tenants_slug_key') return { kind: 'slug-taken', slug: input.slug };
  if (constraint === 'tenants_slug_check') return { kind: 'slug-invalid', slug: input.slug };
  if (code === '23503') return { kind: 'unknown-province', provinceCode: input.provinceCode ?? '' };
  throw error;
};

/**
 * Makes a tenant: roles, schema, tables, grants and the row of the registry, in one transaction, so that a crash leaves all or nothing.
 * Refused when the name is blank or the slug is another tenant's. Two tenants may have one code: a province rehearses beside its real data.
 */
export const createTenant = async (how: Provisioning, input: NewTenant): Promise<Result<Tenant, CreateTenantFailure>> => {
  if (input.name.trim() === '') return fail({ kind: 'name-blank' });
  if (await findTenant(how.provisioner, input.slug)) return fail({ kind: 'slug-taken', slug: input.slug });
  try {
    return ok(await how.provisioner.begin((tx) => build(tx, input, how)));
  } catch (error) {
    return fail(failureOf(error, input));
  }
};
