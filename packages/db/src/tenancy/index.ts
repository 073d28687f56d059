export { createTenant, type CreateTenantFailure, type NewTenant } from './create-tenant.ts';
export { copyLine, copyText, CopyRefused } from './copy-text.ts';
export { pgArray } from './pg-array.ts';
export { createPools, poolLimits, type PoolLimits, type Pools } from './pools.ts';
export { rawClient } from './raw-client.ts';
export { referenceTables, registryTables, type ReferenceTable } from './reference-tables.ts';
export { findTenant, listTenants, renameTenant, type RenameFailure } from './registry.ts';
export type { Tenant, TenantKind } from './tenant.ts';
export type { TenantDb, TenantHandle, TenantSql, TenantTx } from './tenant-db.ts';
