/** What kind of body a tenant is. */
export type TenantKind = 'province' | 'ministry' | 'provider';

/** A row of the registry. `schemaName` and `roleName` never change; the slug may, and old slugs go on finding the tenant. */
export type Tenant = {
  id: string;
  slug: string;
  name: string;
  kind: TenantKind;
  provinceCode: string | null;
  schemaName: string;
  roleName: string;
  node: string;
  status: 'creating' | 'active' | 'archived';
  migrationVersion: string | null;
};

/** The role that owns a tenant's schema: used for migrations only. */
export const ownerRoleOf = (tenant: Pick<Tenant, 'roleName'>): string => `${tenant.roleName}_owner`;
