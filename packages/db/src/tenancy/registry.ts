import type postgres from 'postgres';
import { fail, ok, type Result } from '@saubac/domain/values';
import { accessChannel, noticePayload } from '../accounts/access-notice.ts';
import { recordAsOwner } from '../audit/record-as-owner.ts';
import type { WriteContext } from '../audit/write-with-audit.ts';
import type { Tenant } from './tenant.ts';

const columns = (sql: postgres.Sql): postgres.PendingQuery<postgres.Row[]> => sql`
  t.id, t.slug, t.name, t.kind, t.province_code as "provinceCode", t.schema_name as "schemaName", t.role_name as "roleName",
  t.node, t.status, t.migration_version as "migrationVersion"`;

/** All tenants by slug. */
export const listTenants = async (sql: postgres.Sql): Promise<Tenant[]> => [...(await sql<Tenant[]>`select ${columns(sql)} from platform.tenants t order by t.slug`)];

/** The tenant with a slug, or that once had it. */
export const findTenant = async (sql: postgres.Sql, slug: string): Promise<Tenant | undefined> => {
  const [tenant] = await sql<Tenant[]>`
    select ${columns(sql)} from platform.tenants t
    where t.slug = ${slug} or t.id = (select a.tenant_id from platform.tenant_aliases a where a.slug = ${slug})
    order by t.slug = ${slug} desc limit 1`;
  return tenant;
};

export type RenameFailure = { kind: 'unknown-tenant'; slug: string } | { kind: 'slug-taken'; slug: string } | { kind: 'slug-invalid'; slug: string };

const failureOf = (error: unknown, slug: string): RenameFailure => {
  const code = (error as { code?: string }).code;
  if (code === '23505') return { kind: 'slug-taken', slug };
  if (code === '23514') return { kind: 'slug-invalid', slug };
  throw error;
};

/**
 * Gives a tenant another slug, recorded in its audit; the old one stays as an alias, an own alias may be taken back. Needs the
 * provisioner's connection.
 */
export const renameTenant = async (provisioner: postgres.Sql, from: string, to: string, by: WriteContext): Promise<Result<Tenant, RenameFailure>> => {
  const tenant = await findTenant(provisioner, from);
  if (!tenant) return fail({ kind: 'unknown-tenant', slug: from });
  const other = await findTenant(provisioner, to);
  if (other && other.id !== tenant.id) return fail({ kind: 'slug-taken', slug: to });
  if (tenant.slug === to) return ok(tenant);
  try {
    await provisioner.begin(async (tx) => {
      await tx`delete from platform.tenant_aliases where slug = ${to}`;
      await tx`update platform.tenants set slug = ${to} where id = ${tenant.id}`;
      await tx`insert into platform.tenant_aliases (slug, tenant_id) values (${tenant.slug}, ${tenant.id})`;
      await recordAsOwner(tx, tenant, by, { act: 'tenant.renamed', subject: { kind: 'tenant', id: tenant.id }, before: { slug: tenant.slug }, after: { slug: to } });
      await tx`select pg_notify(${accessChannel}, ${noticePayload({ tenant: tenant.id })})`;
    });
    return ok({ ...tenant, slug: to });
  } catch (error) {
    return fail(failureOf(error, to));
  }
};
