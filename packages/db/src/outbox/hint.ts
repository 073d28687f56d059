import type postgres from 'postgres';

/** What the worker listens to; the payload is the schema of a tenant. */
export const hintChannel = 'saubac_outbox';

/**
 * Tells the worker that a tenant's outbox has something: where rows were changed otherwise than by `queue`, or where the tenant's connection
 * is not to the node that the worker listens on. Needs any connection, such as the serving role's. A hint that is lost costs time and
 * nothing else, so it never throws.
 */
export const hintWorker = async (registry: postgres.Sql, tenant: { schemaName: string }): Promise<void> => {
  await registry`select pg_notify(${hintChannel}, ${tenant.schemaName})`.catch(() => {});
};
