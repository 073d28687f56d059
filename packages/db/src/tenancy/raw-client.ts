import type postgres from 'postgres';
import type { TenantTx } from './tenant-db.ts';

/**
 * The postgres.js handle of a drizzle transaction, for COPY and `unnest`. It belongs to the innermost transaction: `db.$client` would be
 * another connection, outside of it. Drizzle keeps the handle in an untyped field, and this is the only place that reaches for it.
 */
export const rawClient = (tx: TenantTx): postgres.TransactionSql => (tx as unknown as { session: { client: postgres.TransactionSql } }).session.client;
