import type { IsoDate, UserId } from '../values/index.ts';
import type { Grant, GrantEnd } from './grant.ts';
import { roleHolds } from './role.ts';

/**
 * The first day from today on which no active user may manage users in the whole tenant; `infinity`: there is always somebody. A grant
 * with an end counts until then.
 */
export const administeredUntil = (grants: readonly Grant[], active: ReadonlySet<UserId>, today: IsoDate): GrantEnd => {
  const administering = grants.filter((it) => it.unit === null && roleHolds(it.role, 'user.manage') && active.has(it.user)).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return administering.reduce<GrantEnd>((until, { from, to }) => (from <= until && to > until ? to : until), today);
};

/** Whether a change would leave the tenant without an administrator of its users earlier than it would be without the change. */
export const losesLastAdministrator = (before: readonly Grant[], after: readonly Grant[], active: ReadonlySet<UserId>, today: IsoDate): boolean =>
  administeredUntil(after, active, today) < administeredUntil(before, active, today);
