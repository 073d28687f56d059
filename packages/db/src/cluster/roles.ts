import { ClusterError } from './cluster-error.ts';

/** The roles of an installation. Roles belong to the whole server, so two installations on one server need different prefixes. */
export type RoleNames = {
  /** Creates tenants and migrates them; owns `platform`. */
  provisioner: string;
  /** Reads the registry; what a serving process logs in as to find a tenant. */
  platformApi: string;
  /** Group of the tenants' owners: may read and reference the reference tables. */
  tenantOwners: string;
  /** Group of the tenants' logins: may connect, make temporary tables, read the reference tables. */
  tenantLogins: string;
};

// Plain, because it is written into statements; short, because PostgreSQL cuts names off at 63; names with pg_ are its own.
const plainPrefix = /^(?!pg_)[a-z][a-z0-9_]{0,39}$/;

/** The names of the roles, with the prefix of an installation that shares its server; throws `role-prefix-invalid`. */
export const roleNames = (prefix = ''): RoleNames => {
  if (prefix !== '' && !plainPrefix.test(prefix))
    throw new ClusterError('role-prefix-invalid', `The prefix of roles (SAUBAC_ROLE_PREFIX) must be small letters, digits and _, a letter first, at most 40, not ${prefix}.`, { prefix });
  return { provisioner: `${prefix}provisioner`, platformApi: `${prefix}platform_api`, tenantOwners: `${prefix}tenant_owners`, tenantLogins: `${prefix}tenant_logins` };
};
