import type { UserId } from '@saubac/domain/values';
import { bound, momentOf, type PlatformSql } from './platform-sql.ts';

/** Who did something with an account: a user, or the operator or a process, which have no account. */
export type AccountActor = { id: UserId | null; label: string };

/** What can be done with accounts. */
export type AccountAct =
  | `account.${'created' | 'invited' | 'invitation-accepted' | 'disabled' | 'enabled' | 'profile-changed'}`
  | `membership.${'opened' | 'closed'}`
  | `password.${'changed' | 'reset-asked' | 'reset'}`
  | `second-factor.${'enrolled' | 'removed' | 'code-refused' | 'recovery-code-used' | 'recovery-codes-renewed'}`
  | `session.${'opened' | 'ended' | 'all-ended'}`
  | 'sign-in.refused'
  | `single-sign-on.${'identity-linked' | 'refused' | 'connected' | 'disconnected'}`
  | 'sign-in-settings.changed';

/** `user` is whom it concerns. Details say how (a reason, a count), never a name, an address or anything of a tenant's. */
export type AccountEvent = { act: AccountAct; at: Date; by: AccountActor; user?: UserId | null; tenant?: string | null; details?: Readonly<Record<string, string | number | boolean>> };

/** Adds what was done to the record. In the transaction that does it. */
export const recordAccountEvent = async (sql: PlatformSql, { act, at, by, user = null, tenant = null, details = {} }: AccountEvent): Promise<void> => {
  await sql`
    insert into platform.account_events (at, act, user_id, actor_id, actor_label, tenant_id, details)
    values (${bound(at)}, ${act}, ${user}, ${by.id}, ${by.label}, ${tenant}, ${JSON.stringify(details)}::text::jsonb)`;
};

export type StoredAccountEvent = { id: string; act: AccountAct; at: Date; by: AccountActor; user: UserId | null; tenant: string | null; details: Record<string, string | number | boolean> };
type Row = Omit<StoredAccountEvent, 'at' | 'by' | 'details'> & { at: Date | string; actorId: UserId | null; actorLabel: string; details: string };

/** What was done with an account or for a tenant, the latest first; `before` is the id of the last one seen. */
export const listAccountEvents = async (sql: PlatformSql, of: { user?: UserId; tenant?: string; before?: string; limit?: number }): Promise<StoredAccountEvent[]> => {
  const rows = await sql<Row[]>`
    select id, act, at, user_id as "user", tenant_id as tenant, actor_id as "actorId", actor_label as "actorLabel", details::text as details from platform.account_events
    where (${of.user ?? null}::uuid is null or user_id = ${of.user ?? null}) and (${of.tenant ?? null}::uuid is null or tenant_id = ${of.tenant ?? null})
      and (${of.before ?? null}::uuid is null or id < ${of.before ?? null})
    order by id desc limit ${of.limit ?? 100}`;
  return rows.map(({ actorId, actorLabel, details, at, ...row }) => ({ ...row, at: momentOf(at), by: { id: actorId, label: actorLabel }, details: JSON.parse(details) as StoredAccountEvent['details'] }));
};
