import postgres from 'postgres';
import { ClusterError } from './cluster-error.ts';
import { promptSockets } from './prompt-socket.ts';

/** A database on a server: the address without a user. */
export type Server = { url: string; database: string };
export type Login = { user: string; password: string };

/** A client of one login: a small pool of connections. */
export type Client = postgres.Sql;

export type ClientOptions = {
  max?: number;
  idleSeconds?: number;
  purpose?: string;
  /** After so long the server ends a statement by itself; absent: never. */
  statementTimeoutMs?: number | undefined;
  /** Transactions only read unless they say that they write. */
  readOnly?: boolean | undefined;
};

/**
 * A client for one login. No types are fetched (a round trip and one query of the catalog a connection), so no JavaScript array binds:
 * see `pgArray`. `search_path` comes from the role.
 */
export const connect = (server: Server, login: Login, { max = 1, idleSeconds = 60, purpose = 'saubac', statementTimeoutMs, readOnly = false }: ClientOptions = {}): postgres.Sql =>
  postgres(server.url, {
    user: login.user,
    password: login.password,
    database: server.database,
    max,
    idle_timeout: idleSeconds,
    connect_timeout: 10,
    fetch_types: false,
    // The types of the driver do not know it, its documentation does.
    ...({ socket: promptSockets() } as object),
    onnotice: () => {},
    connection: { application_name: purpose, TimeZone: 'UTC', ...(statementTimeoutMs === undefined ? {} : { statement_timeout: statementTimeoutMs }), ...(readOnly ? { default_transaction_read_only: 'on' as unknown as boolean } : {}) },
  });

const unreachableCodes = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'CONNECT_TIMEOUT', 'ECONNRESET', 'CONNECTION_CLOSED'];

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';

/** Turns what the driver says when a connection fails into an error an operator can act on. */
export const connectionError = (error: unknown, server: Server, user: string): unknown => {
  const where = new URL(server.url).host;
  const code = codeOf(error);
  if (unreachableCodes.includes(code)) return new ClusterError('unreachable', `No PostgreSQL answers at ${where} (${code}).`, { where, reason: code }, error);
  if (code === '3D000') return new ClusterError('unreachable', `The server at ${where} has no database ${server.database}.`, { where, reason: code, database: server.database }, error);
  if (code === '28P01' || code === '28000') return new ClusterError('wrong-password', `The server at ${where} does not let ${user} in.`, { where, user }, error);
  return error;
};

/** Whether a login is let in. False where the role, its password or the database is not there; other faults are thrown. */
export const canLogIn = async (server: Server, login: Login): Promise<boolean> => {
  const client = connect(server, login);
  try {
    await client`select 1`;
    return true;
  } catch (error) {
    if (['28P01', '28000', '3D000', '42501'].includes(codeOf(error))) return false;
    throw connectionError(error, server, login.user);
  } finally {
    await client.end();
  }
};

export type ServerFacts = { version: number; maxConnections: number };

/** What the server says about itself and this login; refuses one that is too old for the product or does not store UTF-8. */
export const checkServer = async (client: postgres.Sql): Promise<ServerFacts> => {
  const [row] = await client<{ version: string; encoding: string; connections: string; reserved: string }[]>`
    select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
           current_setting('max_connections') as connections,
           (current_setting('superuser_reserved_connections')::int + current_setting('reserved_connections')::int)::text as reserved`;
  if (!row) throw new ClusterError('unreachable', 'The server gave no answer.', { where: '', reason: '' });
  const version = Number(row.version);
  if (version < 180_000) throw new ClusterError('server-too-old', `The server runs PostgreSQL ${Math.floor(version / 10_000)}; 18 or later is needed.`, { version: Math.floor(version / 10_000) });
  if (row.encoding !== 'UTF8') throw new ClusterError('wrong-encoding', `The database stores ${row.encoding}; UTF8 is needed.`, { encoding: row.encoding });
  return { version, maxConnections: Number(row.connections) - Number(row.reserved) };
};

const readAddress = (databaseUrl: string): { server: Server; admin: Login } => {
  try {
    const url = new URL(databaseUrl);
    if (!/^postgres(ql)?:$/.test(url.protocol)) throw new Error('another protocol');
    const admin = { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
    url.username = '';
    url.password = '';
    return { server: { url: url.href, database: decodeURIComponent(url.pathname.slice(1)) || 'postgres' }, admin };
  } catch {
    // Without the cause: it shows the address, and with it the password.
    throw new ClusterError('address-invalid', 'DATABASE_URL is not an address of the form postgres://user:password@host:port/database.');
  }
};

/** Reads DATABASE_URL into a server and the login it names, and checks that the server will do. */
export const connectServer = async (databaseUrl: string): Promise<{ server: Server; admin: Login; facts: ServerFacts }> => {
  const { server, admin } = readAddress(databaseUrl);
  const client = connect(server, admin);
  try {
    return { server, admin, facts: await checkServer(client) };
  } catch (error) {
    throw connectionError(error, server, admin.user);
  } finally {
    await client.end();
  }
};
