import type { IsoDate, UnitId, UnitScope, UserId } from '../values/index.ts';
import type { Role } from './role.ts';
import type { UnitLine } from './topology.ts';

declare const brand: unique symbol;

/** A grant of one tenant (uuid v7). */
export type GrantId = string & { readonly [brand]: 'GrantId' };

/** The first day on which a grant no longer holds; `infinity`: no end is set. */
export type GrantEnd = IsoDate | 'infinity';

/** A role that somebody was given: on the whole tenant (no unit) or along a line from a unit down, from a day to before another. */
export type Grant = {
  readonly id: GrantId;
  readonly user: UserId;
  readonly role: Role;
  readonly unit: UnitId | null;
  readonly line: UnitLine;
  readonly from: IsoDate;
  readonly to: GrantEnd;
  readonly grantedBy: UserId | null;
  readonly version: number;
};

/** What a new grant is made of. */
export type GrantWish = Pick<Grant, 'user' | 'role' | 'unit' | 'line' | 'from' | 'to'>;

/** A grant with the units it reaches. */
export type ScopedGrant = Grant & { readonly scope: UnitScope };

/** Whether a grant holds on a day. */
export const grantHoldsOn = ({ from, to }: Pick<Grant, 'from' | 'to'>, day: IsoDate): boolean => from <= day && day < to;
