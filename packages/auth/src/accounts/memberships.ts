import { closeMembership, deleteSessionsThrough, findAccount, openMembership, recordAccountEvent } from '@saubac/db/accounts';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { revoking } from '../context/revoking.ts';
import type { OnAccount, UnknownAccount } from './status.ts';

export type OnMembership = OnAccount & { /** The id of the tenant. */ tenant: string };

/** Opens the door of a tenant to an account; `changed` is false if it was open. What may be done inside is a matter of the tenant's grants. */
export const addMembership = (auth: Auth, { user, tenant, by, now }: OnMembership): Promise<Result<{ changed: boolean }, UnknownAccount>> =>
  revoking(auth, { user }, async (tx) => {
    if (!(await findAccount(tx, user))) return fail({ kind: 'unknown-account' });
    const changed = await openMembership(tx, user, tenant, now);
    if (changed) await recordAccountEvent(tx, { act: 'membership.opened', at: now, by, user, tenant });
    return ok({ changed });
  });

/** Closes the door of a tenant to an account, with every session that this tenant's single sign-on opened. */
export const endMembership = (auth: Auth, { user, tenant, by, now }: OnMembership): Promise<Result<{ changed: boolean }, UnknownAccount>> =>
  revoking(auth, { user }, async (tx) => {
    if (!(await findAccount(tx, user))) return fail({ kind: 'unknown-account' });
    const changed = await closeMembership(tx, user, tenant, now);
    if (changed) {
      const ended = await deleteSessionsThrough(tx, user, tenant);
      await recordAccountEvent(tx, { act: 'membership.closed', at: now, by, user, tenant, details: { ended } });
    }
    return ok({ changed });
  });
