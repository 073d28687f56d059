import type { Role } from './role.ts';

/** Everything that a verb may ask of its caller: the noun, a dot, what is done with it. */
export const permissions = [
  'plan.read',
  'plan-draft.read',
  'plan.draft',
  'plan.check',
  'plan.put-in-force',
  'task.read',
  'task.report',
  'task.manage',
  'obstacle.read',
  'obstacle.raise',
  'obstacle.answer',
  'progress.read',
  'close.read',
  'close.prepare',
  'close.approve',
  'evidence.record',
  'unit.read',
  'unit.change',
  'unit.commit',
  'person.read',
  'person.edit',
  'person.merge',
  'person.read-id-number',
  'certificate.read',
  'certificate.declare',
  'certificate.verify',
  'level.decide',
  'catalogue.read',
  'catalogue.edit',
  'roster.import',
  'roster.export',
  'user.read',
  'user.manage',
  'sign-in.manage',
  'audit.read',
  'plugin.read',
  'plugin.manage',
] as const;

/** What somebody may do, in the words of the code; who may do it is the matter of roles. */
export type Permission = (typeof permissions)[number];

/** What a plugin lets somebody do: the plugin's id, a colon, and its own word for it (`example:duty.read`). */
export type PluginPermission = `${string}:${string}`;

/** Which roles a tenant's enabled plugins let do what: the roles that a permission of a plugin is granted to. */
export type PluginGrants = ReadonlyMap<string, readonly Role[]>;

/** Whether a permission is one of a plugin. */
export const isPluginPermission = (permission: string): permission is PluginPermission => permission.includes(':');
