import type { Permission } from './permission.ts';

/** The roles of a tenant, named once (the bodies of the programme, and who looks after the installation). */
export const roles = [
  'home-affairs-officer',
  'home-affairs-head',
  'committee-approver',
  'finance',
  'education',
  'foreign-affairs',
  'agency-officer',
  'agency-head',
  'commune-officer',
  'provider',
  'ministry',
  'auditor',
  'operator',
  'learner',
] as const;

export type Role = (typeof roles)[number];

/**
 * What a role lets somebody do himself (`holds`), and which roles he may give to others (`gives`): an administrator of users holds such a
 * role to hand it on, not to use it.
 */
export type RoleDefinition = { readonly holds: readonly Permission[]; readonly gives: readonly Role[] };

const figures = ['plan.read', 'task.read', 'progress.read', 'close.read', 'unit.read', 'catalogue.read'] as const satisfies readonly Permission[];
const people = [...figures, 'person.read', 'certificate.read'] as const satisfies readonly Permission[];
// Whoever the plan gives a duty (HT VI, CT IV) reports on it, and raises what stands in the way (HT VI, end).
const duties = ['task.report', 'obstacle.read', 'obstacle.raise'] as const satisfies readonly Permission[];
const roster = [...people, 'person.edit', 'person.read-id-number', 'certificate.declare', 'roster.import', 'roster.export'] as const satisfies readonly Permission[];

/**
 * Who may do what. Sở Nội vụ runs the programme, Sở GD&ĐT confirms levels, UBND puts plans in force, agencies and communes keep their own
 * rosters (plans HT IV–VI, CT II–IV). A role that has nothing to do yet holds what its body may see.
 */
export const roleDefinitions: Readonly<Record<Role, RoleDefinition>> = {
  'home-affairs-officer': { holds: [...roster, ...duties, 'task.manage', 'obstacle.answer', 'person.merge', 'close.prepare', 'unit.change', 'plan-draft.read', 'plan.draft', 'evidence.record', 'certificate.verify', 'plugin.read'], gives: [] },
  'home-affairs-head': {
    holds: [...roster, ...duties, 'task.manage', 'obstacle.answer', 'plan.check', 'person.merge', 'close.prepare', 'close.approve', 'unit.change', 'unit.commit', 'plan-draft.read', 'plan.draft', 'plan.put-in-force', 'evidence.record', 'certificate.verify', 'catalogue.edit', 'user.read', 'user.manage', 'sign-in.manage', 'audit.read', 'plugin.read', 'plugin.manage'],
    gives: ['home-affairs-officer', 'home-affairs-head', 'committee-approver', 'finance', 'education', 'foreign-affairs', 'agency-officer', 'agency-head', 'commune-officer', 'provider', 'auditor', 'learner'],
  },
  'committee-approver': { holds: [...figures, 'obstacle.read', 'close.approve', 'unit.commit', 'plan-draft.read', 'plan.put-in-force'], gives: [] },
  finance: { holds: [...figures, ...duties], gives: [] },
  education: { holds: [...people, ...duties, 'certificate.verify', 'level.decide', 'catalogue.edit'], gives: [] },
  'foreign-affairs': { holds: [...people, ...duties], gives: [] },
  'agency-officer': { holds: [...roster, ...duties], gives: [] },
  'agency-head': { holds: [...roster, ...duties, 'person.merge', 'user.read', 'user.manage'], gives: ['agency-officer', 'commune-officer', 'learner'] },
  'commune-officer': { holds: [...roster, ...duties], gives: [] },
  provider: { holds: ['catalogue.read'], gives: [] },
  ministry: { holds: ['plan.read', 'close.read', 'catalogue.read'], gives: [] },
  auditor: { holds: [...people, 'obstacle.read', 'user.read', 'audit.read', 'plugin.read'], gives: [] },
  operator: { holds: ['user.read', 'user.manage', 'sign-in.manage', 'plugin.read', 'plugin.manage', 'catalogue.read', 'unit.read'], gives: roles },
  // The official himself: what concerns only him needs no permission.
  learner: { holds: ['catalogue.read'], gives: [] },
};

/** Whether a role lets its holder do something. */
export const roleHolds = (role: Role, permission: Permission): boolean => roleDefinitions[role].holds.includes(permission);
