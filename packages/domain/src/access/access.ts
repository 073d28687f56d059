import { everything, fail, ok, type Result, subtreesOf, type UnitId, type UnitScope } from '../values/index.ts';
import { isPluginPermission, type Permission, type PluginGrants, type PluginPermission } from './permission.ts';
import { type Role, roleHolds } from './role.ts';

/** A role that somebody holds today, and the units it reaches: successions followed, the line of the grant resolved to roots. */
export type HeldRole = { readonly role: Role; readonly scope: UnitScope };

/** What a caller may do. The command line of whoever runs the installation stands outside the tenant's grants. */
export type Access = { readonly kind: 'command-line' } | { readonly kind: 'granted'; readonly held: readonly HeldRole[] };

export type Forbidden = { kind: 'forbidden'; permission: Permission | PluginPermission };

/** The access of the command line. */
export const commandLine: Access = { kind: 'command-line' };

/** Everything that any of some scopes reaches. */
export const unionOf = (scopes: readonly UnitScope[]): UnitScope => {
  if (scopes.some((it) => it.kind === 'everything')) return everything;
  const subtrees = scopes.filter((it) => it.kind === 'subtrees');
  return subtreesOf([...new Set(subtrees.flatMap((it): readonly UnitId[] => it.roots))], subtrees.flatMap((it) => it.dated));
};

const isEmpty = (scope: UnitScope): boolean => scope.kind === 'subtrees' && scope.roots.length === 0 && scope.dated.length === 0;

/**
 * The units for which a caller has a permission. Refused if he has it nowhere: the scope comes from the roles that hold this very
 * permission, so that a wide right to read never widens a narrow right to write. What a plugin permits counts where the tenant has enabled it.
 */
export const permitted = (access: Access, permission: Permission | PluginPermission, ofPlugins?: PluginGrants): Result<UnitScope, Forbidden> => {
  if (access.kind === 'command-line') return ok(everything);
  const holds = (role: Role): boolean => (isPluginPermission(permission) ? (ofPlugins?.get(permission) ?? []).includes(role) : roleHolds(role, permission));
  const scope = unionOf(access.held.filter((it) => holds(it.role)).map((it) => it.scope));
  return isEmpty(scope) ? fail({ kind: 'forbidden', permission }) : ok(scope);
};
