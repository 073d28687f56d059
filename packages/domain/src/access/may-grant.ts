import { fail, type IsoDate, ok, type Result, subtreesOf, type UnitScope, type UserId } from '../values/index.ts';
import { unionOf } from './access.ts';
import { grantHoldsOn, type GrantWish, type ScopedGrant } from './grant.ts';
import { type Role, roleDefinitions, roleHolds } from './role.ts';
import { scopeContains } from './scope-contains.ts';
import { isInside, type UnitLine, type UnitTopology } from './topology.ts';

/** Who gives or takes a role: whoever runs the installation, or a user by the roles that he holds himself. */
export type Giver = { readonly kind: 'command-line' } | { readonly kind: 'user'; readonly id: UserId; readonly grants: readonly ScopedGrant[] };

export type MayGrantFailure = { kind: 'own-grants' } | { kind: 'role-not-yours-to-give'; role: Role } | { kind: 'outside-your-units' };

/** What is to be given, with the units it reaches. */
export type GrantTarget = Pick<GrantWish, 'user' | 'role' | 'unit' | 'line'> & { readonly scope: UnitScope };

const giving = (grants: readonly ScopedGrant[], role: Role, today: IsoDate): ScopedGrant[] =>
  grants.filter((it) => grantHoldsOn(it, today) && roleHolds(it.role, 'user.manage') && roleDefinitions[it.role].gives.includes(role));

/** A line leads from other units on other days, so it is given only by who holds the tenant, or the same line from a unit above. */
const holdsLine = (topology: UnitTopology, grants: readonly ScopedGrant[], { unit, line }: { unit: GrantTarget['unit']; line: UnitLine }, today: IsoDate): boolean =>
  line === 'uses' ||
  grants.some((it) => it.unit === null || (it.line === line && unit !== null && (it.unit === unit || isInside(topology, subtreesOf([it.unit]), unit, today))));

/** Whether a giver's own roles let him give this role with this reach, or take it; whose it is does not matter here. */
export const coversGrant = (topology: UnitTopology, grants: readonly ScopedGrant[], target: Omit<GrantTarget, 'user'>, today: IsoDate): Result<null, MayGrantFailure> => {
  const own = giving(grants, target.role, today);
  if (own.length === 0) return fail({ kind: 'role-not-yours-to-give', role: target.role });
  const inside = holdsLine(topology, own, target, today) && scopeContains(topology, unionOf(own.map(({ scope }) => scope)), target.scope, today);
  return inside ? ok(null) : fail({ kind: 'outside-your-units' });
};

/**
 * Whether somebody may give a role: one of the roles he holds today gives it, and reaches all that the new grant would reach. Nobody gives
 * himself anything.
 */
export const mayGrant = (topology: UnitTopology, giver: Giver, target: GrantTarget, today: IsoDate): Result<null, MayGrantFailure> => {
  if (giver.kind === 'command-line') return ok(null);
  if (giver.id === target.user) return fail({ kind: 'own-grants' });
  return coversGrant(topology, giver.grants, target, today);
};

/** Whether somebody may set the end of a grant: whoever may give it, and its holder himself if that only shortens it. */
export const mayEnd = (topology: UnitTopology, giver: Giver, grant: ScopedGrant, to: ScopedGrant['to'], today: IsoDate): Result<null, MayGrantFailure> => {
  if (giver.kind === 'user' && giver.id === grant.user && to <= grant.to) return ok(null);
  return mayGrant(topology, giver, grant, today);
};
