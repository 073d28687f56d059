import type { NamedGrant } from '@saubac/db/access';
import type { Grant, GrantEnd, GrantId, Role, UnitLine } from '@saubac/domain/access';
import { lastDayOf } from '@saubac/domain/levels';
import { addDays, type IsoDate, type UserId } from '@saubac/domain/values';

/** A grant as it is shown: its unit by code and name, both its days inclusive (`lastDay` null: no end is set). */
export type ShownGrant = {
  id: GrantId;
  user: UserId;
  role: Role;
  unit: { code: string; name: string } | null;
  line: UnitLine;
  from: IsoDate;
  lastDay: IsoDate | null;
  /** Whether it holds today, is still to come, or is over. */
  state: 'holds' | 'to-come' | 'ended';
  grantedBy: UserId | null;
  version: number;
};

const stateOf = ({ from, to }: Grant, today: IsoDate): ShownGrant['state'] => (to <= today || from === to ? 'ended' : from > today ? 'to-come' : 'holds');

/** A grant as it is shown on a day. */
export const shownGrant = (it: NamedGrant, today: IsoDate): ShownGrant => ({
  id: it.id,
  user: it.user,
  role: it.role,
  unit: it.unitCode === null ? null : { code: it.unitCode, name: it.unitName ?? it.unitCode },
  line: it.line,
  from: it.from,
  lastDay: lastDayOf(it.to),
  state: stateOf(it, today),
  grantedBy: it.grantedBy,
  version: it.version,
});

/** The first day after an inclusive last day; none: no end. */
export const endAfter = (lastDay: IsoDate | null): GrantEnd => (lastDay === null ? 'infinity' : addDays(lastDay, 1));

/** What the audit keeps of a grant. */
export const keptOf = ({ user, role, unit, line, from, to }: Pick<Grant, 'user' | 'role' | 'unit' | 'line' | 'from' | 'to'>) => ({ user, role, unit, line, from, to });
