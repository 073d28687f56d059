import { announceAccess, listGrants, type NamedGrant, saveGrantEnd } from '@saubac/db/access';
import type { Record } from '@saubac/db/audit';
import type { TenantTx } from '@saubac/db/tenancy';
import { type GrantEnd, losesLastAdministrator, mayEnd, type MayGrantFailure } from '@saubac/domain/access';
import { fail, type IsoDate, ok, type Result, type UserId } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { giverIn, scoped } from './scoped-grants.ts';
import { keptOf, type ShownGrant, shownGrant } from './shown-grant.ts';

/** Who of the tenant's users has an active account and an open door: only they can administer it. */
export type WithActiveUsers = { activeUsers: ReadonlySet<UserId> };

/** A change of grants under way; it is its turn. */
export type Changing = { tx: TenantTx; record: Record; ctx: Ctx };

export type NewEnd = { grant: NamedGrant; to: GrantEnd; act: 'grant.ended' | 'grant.changed' };

/** Whether a grant holds on no day from today on. */
export const isOver = ({ from, to }: NamedGrant, today: IsoDate): boolean => to <= today || from === to;

/** The end of a grant that is taken back today: it holds no more today, and one that was still to come never will. */
export const endNow = ({ from }: NamedGrant, today: IsoDate): Omit<NewEnd, 'grant'> => ({ to: from > today ? from : today, act: 'grant.ended' });

/** Sets the ends of some grants, if who asks may set each of them and somebody is left to administer the tenant; else none. */
export const setEnds = async ({ tx, record, ctx }: Changing, ends: readonly NewEnd[], activeUsers: ReadonlySet<UserId>): Promise<Result<ShownGrant[], MayGrantFailure | { kind: 'last-administrator' }>> => {
  const { giver, topology } = await giverIn(tx, ctx, ends.map(({ grant }) => grant));
  for (const { grant, to } of ends) {
    const may = mayEnd(topology, giver, scoped(topology, grant), to, ctx.today);
    if (!may.ok) return may;
  }
  const all = await listGrants(tx, 'all');
  const newEnds = new Map(ends.map(({ grant, to }) => [grant.id, to]));
  const after = all.map((it) => ({ ...it, to: newEnds.get(it.id) ?? it.to }));
  if (losesLastAdministrator(all, after, activeUsers, ctx.today)) return fail({ kind: 'last-administrator' });
  for (const { grant, to, act } of ends) {
    await saveGrantEnd(tx, grant.id, to);
    await record({ act, subject: { kind: 'grant', id: grant.id }, before: keptOf(grant), after: keptOf({ ...grant, to }) });
  }
  if (ends.length > 0) await announceAccess(tx, ctx.tenant.id);
  return ok(ends.map(({ grant, to }) => shownGrant({ ...grant, to, version: grant.version + 1 }, ctx.today)));
};
