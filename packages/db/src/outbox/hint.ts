import type postgres from 'postgres';

/** What the worker listens to. */
export const hintChannel = 'saubac_outbox';

/**
 * Tells the worker that a tenant's outbox has something, after the commit that put it there. Needs any connection to the database, such as
 * the serving role's. A hint that is lost costs time and nothing else, so it never throws.
 */
export const hintWorker = async (registry: postgres.Sql, tenantId: string): Promise<void> => {
  await registry`select pg_notify(${hintChannel}, ${tenantId})`.catch(() => {});
};
