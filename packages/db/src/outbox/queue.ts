import { sql } from 'drizzle-orm';
import type { TenantSql } from '../tenancy/tenant-db.ts';
import { hintChannel } from './hint.ts';

/** What a job is about: ids, codes, days, never a name, an address or an identification number. */
export type OutboxPayload = Readonly<Record<string, string | number | boolean | null>>;

/** Work to be done after the commit. `kind` names the handler, as `noun.verb`: `roster.check`. */
export type OutboxItem = { kind: string; payload: OutboxPayload };

/**
 * Asks for work after the commit of this transaction; a transaction that is rolled back has asked for nothing. Answers with the id of the
 * row, which is also the key under which the work is done once. The commit itself hints the worker; where the hint is lost, the sweep finds
 * the row.
 */
export const queue = async (tx: TenantSql, { kind, payload }: OutboxItem): Promise<string> => {
  const [row] = await tx.execute<{ id: string }>(sql`
    with asked as (insert into outbox (kind, payload) values (${kind}, ${JSON.stringify(payload)}::jsonb) returning id)
    select id, pg_notify(${hintChannel}, current_schema()) from asked`);
  if (!row) throw new Error('The outbox took no row.');
  return row.id;
};
