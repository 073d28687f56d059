import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsDatabase, PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import type { Tenant } from './tenant.ts';

/** One tenant's database: its own login, so the server itself refuses whatever belongs to another. */
export type TenantDb = PostgresJsDatabase;

/** A transaction in a tenant's database. */
export type TenantTx = Parameters<Parameters<TenantDb['transaction']>[0]>[0];

/** What a repository function takes: a tenant's database, or a transaction in it. */
export type TenantSql = PgDatabase<PostgresJsQueryResultHKT>;

/** An opened tenant. While a handle is not released, its pool stays open. */
export type TenantHandle = { tenant: Tenant; db: TenantDb; release: () => void };
