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

/** The names of the roles, with the prefix of an installation that shares its server. */
export const roleNames = (prefix = ''): RoleNames => ({
  provisioner: `${prefix}provisioner`,
  platformApi: `${prefix}platform_api`,
  tenantOwners: `${prefix}tenant_owners`,
  tenantLogins: `${prefix}tenant_logins`,
});
