/** Everything that a verb may ask of its caller: the noun, a dot, what is done with it. */
export const permissions = [
  'plan.read',
  'plan-draft.read',
  'plan.draft',
  'plan.put-in-force',
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
] as const;

/** What somebody may do, in the words of the code; who may do it is the matter of roles. */
export type Permission = (typeof permissions)[number];
