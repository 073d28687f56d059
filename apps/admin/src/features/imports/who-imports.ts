const importing = new Set(['home-affairs-officer', 'home-affairs-head', 'agency-officer', 'agency-head', 'commune-officer']);

/** Whether somebody imports for the whole tenant: then he may also create units, and say for all what a name means. */
export const importsEverywhere = ({ permissions, roles }: { permissions: readonly string[]; roles: readonly { role: string; scope: { kind: string } }[] }): boolean =>
  permissions.includes('roster.import') && roles.some(({ role, scope }) => scope.kind === 'everything' && importing.has(role));
