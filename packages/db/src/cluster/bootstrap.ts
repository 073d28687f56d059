import type postgres from 'postgres';
import { ClusterError } from './cluster-error.ts';
import type { RoleNames } from './roles.ts';
import { scramVerifier } from './scram.ts';
import type { Secrets } from './secrets.ts';
import { connect, connectionError, type Login, type Server } from './server.ts';

const extensions = ['btree_gist', 'pg_trgm'];

/**
 * What every database of an installation grants as a whole: nothing to everybody, connections and temporary tables to the tenants.
 * A database made from a template starts without these, so this is run on each.
 */
export const openDatabaseTo = async (admin: postgres.Sql, database: string, roles: RoleNames): Promise<void> => {
  const name = admin(database);
  await admin`revoke all on database ${name} from public`;
  // A database that came from before PostgreSQL 15 lets everybody make functions there, which the queries of other tenants might then call.
  await admin`revoke create on schema public from public`;
  await admin`grant connect, create on database ${name} to ${admin(roles.provisioner)}`;
  await admin`grant connect on database ${name} to ${admin(roles.platformApi)}`;
  await admin`grant connect, temporary on database ${name} to ${admin(roles.tenantLogins)}`;
};

/** Makes the database if it is missing, and closes the server's own two to everybody. Only for a server that is all ours. */
export const createDatabase = async (server: Server, admin: Login): Promise<void> => {
  const client = connect({ ...server, database: 'postgres' }, admin);
  try {
    await client`revoke all on database postgres, template1 from public`;
    const [found] = await client`select 1 from pg_database where datname = ${server.database}`;
    if (!found) await client`create database ${client(server.database)}`;
  } finally {
    await client.end();
  }
};

const requirePrivileges = async (admin: postgres.Sql, user: string): Promise<void> => {
  const [row] = await admin<{ superuser: boolean; createrole: boolean; owner: boolean; database: string }[]>`
    select r.rolsuper as superuser, r.rolcreaterole as createrole, pg_has_role(d.datdba, 'usage') as owner, d.datname as database
    from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`;
  if (!row || row.superuser || (row.createrole && row.owner)) return;
  const missing = row.createrole ? `own the database ${row.database}` : 'have CREATEROLE';
  throw new ClusterError('missing-privilege', `The role ${user} must ${missing} (or be a superuser) to set the installation up.`, { user, missing });
};

const ownsPlatform = async (admin: postgres.Sql, role: string): Promise<boolean> =>
  (await admin`select 1 from pg_namespace where nspname = 'platform' and pg_get_userbyid(nspowner) = ${role}`).length > 0;

const createProvisioner = async (admin: postgres.Sql, { provisioner }: RoleNames, password: string): Promise<void> => {
  const exists = (await admin`select 1 from pg_roles where rolname = ${provisioner}`).length > 0;
  // A role of that name we have no password for belongs to somebody else, unless it owns our own platform.
  if (exists && !(await ownsPlatform(admin, provisioner)))
    throw new ClusterError('role-taken', `The server already has a role ${provisioner}, of another installation. Choose a prefix for the roles of this one (SAUBAC_ROLE_PREFIX).`, { role: provisioner });
  const verb = exists ? 'alter' : 'create';
  await admin.unsafe(`${verb} role "${provisioner}" login createrole nosuperuser nocreatedb noreplication nobypassrls password '${scramVerifier(password)}'`);
  await admin.unsafe(`alter role "${provisioner}" set createrole_self_grant = 'set'`);
  await admin.unsafe(`alter role "${provisioner}" set search_path = platform, public`);
};

// As the provisioner, so that it may later change these roles; it gets no right to become one of them.
const createOtherRoles = async (tx: postgres.TransactionSql, roles: RoleNames, password: string): Promise<void> => {
  await tx`set local createrole_self_grant = ''`;
  const missing = async (role: string): Promise<boolean> => (await tx`select 1 from pg_roles where rolname = ${role}`).length === 0;
  for (const group of [roles.tenantOwners, roles.tenantLogins]) if (await missing(group)) await tx`create role ${tx(group)} nologin`;
  const verb = (await missing(roles.platformApi)) ? 'create' : 'alter';
  await tx.unsafe(`${verb} role "${roles.platformApi}" login password '${scramVerifier(password)}'`);
  await tx`alter role ${tx(roles.platformApi)} set search_path = platform, public`;
};

const createPlatform = async (tx: postgres.TransactionSql, roles: RoleNames): Promise<void> => {
  for (const extension of extensions) await tx`create extension if not exists ${tx(extension)} with schema public`;
  await tx`create schema if not exists platform`;
  await tx`grant usage on schema platform to ${tx(roles.platformApi)}, ${tx(roles.tenantOwners)}, ${tx(roles.tenantLogins)}`;
};

/**
 * Sets an installation up in an existing database: the one time a superuser (or the owner of the database with CREATEROLE) is needed.
 * May be run again: it then gives the roles the passwords of these secrets.
 */
export const bootstrapCluster = async (server: Server, admin: Login, secrets: Secrets, roles: RoleNames): Promise<void> => {
  const client = connect(server, admin, { purpose: 'saubac bootstrap' });
  const provisioner = connect(server, { user: roles.provisioner, password: secrets.provisionerPassword });
  try {
    await requirePrivileges(client, admin.user);
    await createProvisioner(client, roles, secrets.provisionerPassword);
    await client`grant connect, create on database ${client(server.database)} to ${client(roles.provisioner)}`;
    await provisioner.begin((tx) => createOtherRoles(tx, roles, secrets.platformApiPassword));
    await openDatabaseTo(client, server.database, roles);
    await provisioner.begin((tx) => createPlatform(tx, roles));
  } catch (error) {
    throw connectionError(error, server, admin.user);
  } finally {
    await Promise.all([client.end(), provisioner.end()]);
  }
};
