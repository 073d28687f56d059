import type { Role, RoleCode } from './queries.ts';

/** Roles that the reader may give, and the others with the roles whose holders may. */
export type RolesToGive = { yours: readonly RoleCode[]; others: readonly { role: RoleCode; givenBy: readonly RoleCode[] }[] };

/** What the reader may give, and who gives the rest: nobody is left to guess why a role can't be chosen. */
export const rolesToGive = (roles: readonly Role[]): RolesToGive => ({
  yours: roles.filter((it) => it.yoursToGive).map((it) => it.role),
  others: roles.filter((it) => !it.yoursToGive).map(({ role }) => ({ role, givenBy: roles.filter((it) => it.gives.includes(role)).map((it) => it.role) })),
});

const ofUnits: readonly RoleCode[] = ['agency-officer', 'agency-head', 'commune-officer', 'learner'];

/** Whether a role is usually given for one unit and what is below it; others work for the whole tenant. */
export const isOfUnit = (role: string): boolean => (ofUnits as readonly string[]).includes(role);
