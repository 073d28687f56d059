import { type Forbidden, type Permission, type Role, roleDefinitions, roles } from '@saubac/domain/access';
import { ok, type Result } from '@saubac/domain/values';

import { type Ctx, permit } from '../context/index.ts';

/** A role: what it lets its holder do, which roles he may give to others, and whether the caller may give it to somebody. */
export type ListedRole = { role: Role; permissions: readonly Permission[]; gives: readonly Role[]; yoursToGive: boolean };

/** The roles of a tenant, and which of them the caller may give. */
export const listRoles = (ctx: Pick<Ctx, 'access'>): Result<ListedRole[], Forbidden> => {
  const scope = permit(ctx, 'user.read');
  if (!scope.ok) return scope;
  const given = new Set<Role>(ctx.access.kind === 'command-line' ? roles : ctx.access.held.flatMap((it) => roleDefinitions[it.role].gives));
  return ok(roles.map((role) => ({ role, permissions: roleDefinitions[role].holds, gives: roleDefinitions[role].gives, yoursToGive: given.has(role) })));
};
