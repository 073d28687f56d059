import type postgres from 'postgres';
import type { ParcelAccount } from '@saubac/domain/parcels';
import { recordAccountEvent, type AccountActor } from '../accounts/index.ts';

/** An account of a parcel and the key of its address. */
export type ArrivingAccount = ParcelAccount & { emailKey: string };

/** What became of an account: it was here already, or was made, without a password; and its id here. */
export type Admitted = { account: ParcelAccount; id: string; made: boolean };

type Admission = { tenant: string; by: AccountActor; now: Date };

const make = async (tx: postgres.ISql, it: ArrivingAccount, { tenant, by, now }: Admission): Promise<string> => {
  const [row] = await tx<{ id: string }[]>`
    insert into platform.users (id, email, email_key, display_name, locale, password_hash, status, created_at)
    values (case when exists (select 1 from platform.users where id = ${it.id}) then uuidv7() else ${it.id}::uuid end,
            ${it.email}, ${it.emailKey}, ${it.displayName}, ${it.locale}, null, 'invited', ${now.toISOString()}::text::timestamptz)
    returning id`;
  const id = row?.id ?? '';
  await recordAccountEvent(tx, { act: 'account.created', at: now, by, user: id as never, tenant, details: { how: 'parcel' } });
  return id;
};

const openDoor = async (tx: postgres.ISql, id: string, { membership }: ParcelAccount, { tenant, by, now }: Admission): Promise<void> => {
  if (!membership) return;
  await tx`
    insert into platform.memberships (user_id, tenant_id, status, created_at, ended_at)
    values (${id}, ${tenant}, ${membership.status}, ${membership.createdAt}::text::timestamptz, ${membership.endedAt}::text::timestamptz)`;
  if (membership.status === 'active') await recordAccountEvent(tx, { act: 'membership.opened', at: now, by, user: id as never, tenant, details: { how: 'parcel' } });
};

/**
 * Finds the accounts of a parcel here by their addresses; whoever has none gets one without a password, to be invited later. Their doors
 * to the tenant are as they were. In the transaction that makes the tenant, as the provisioner.
 */
export const admitAccounts = async (tx: postgres.ISql, accounts: readonly ArrivingAccount[], admission: Admission): Promise<Admitted[]> => {
  const admitted: Admitted[] = [];
  for (const account of accounts) {
    const [found] = await tx<{ id: string }[]>`select id from platform.users where email_key = ${account.emailKey}`;
    const id = found?.id ?? (await make(tx, account, admission));
    await openDoor(tx, id, account, admission);
    admitted.push({ account, id, made: !found });
  }
  return admitted;
};
