import type { SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type postgres from 'postgres';
import type { TenantSql } from './tenant-db.ts';

const dialect = new PgDialect();
const text = 25;

/**
 * Lets what asks a tenant's database in SQL of drizzle ask over the provisioner's connection, inside a transaction that acts as the
 * tenant's owner. Drizzle is not given the client, which it would change for everybody else. Texts are bound as texts: the driver would
 * encode what is cast to jsonb once more.
 */
export const tenantSqlOn = (tx: postgres.TransactionSql): TenantSql => {
  const execute = (query: SQL): Promise<unknown> => {
    const { sql, params } = dialect.sqlToQuery(query);
    return tx.unsafe(sql, params.map((it) => (typeof it === 'string' ? tx.typed(it as never, text) : it)) as never[]);
  };
  return { execute } as unknown as TenantSql;
};
