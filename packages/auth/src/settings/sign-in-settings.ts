import {
  deleteSessionsOfSignOn,
  findSignInSettings,
  recordAccountEvent,
  saveSignInSettings,
  type AccountActor,
  type PlatformTx,
  type StoredConnection,
  type StoredSignInSettings,
} from '@saubac/db/accounts';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { revoking } from '../context/revoking.ts';
import { checkConnection, type ConnectionFault } from './connection.ts';

/** A tenant's connection to its identity provider, without the secret. */
export type Connection = Omit<StoredConnection, 'secretCiphertext'>;

/** How one signs in to a tenant. Version 0: nothing was ever set. */
export type SignInSettings = { tenant: string; secondFactorRequired: boolean; connection: Connection | null; version: number };

/** What the secret of a connection is bound to: in another tenant's row it does not open. */
export const connectionPlace = (tenant: string): string => `sso:${tenant}`;

const shown = ({ connection, ...settings }: StoredSignInSettings): SignInSettings => {
  if (connection === null) return { ...settings, connection };
  const { secretCiphertext: _, ...rest } = connection;
  return { ...settings, connection: rest };
};

/** The settings of a tenant. The client's secret never leaves. */
export const readSignInSettings = async (auth: Pick<Auth, 'sql'>, tenant: string): Promise<SignInSettings> => shown(await findSignInSettings(auth.sql, tenant));

export type ChangeSignInSettings = {
  tenant: string;
  secondFactorRequired: boolean;
  /** The secret may be left out where the connection has one and goes to the same issuer and client. Null takes the connection away. */
  connection: (Connection & { clientSecret?: string | undefined }) | null;
  /** The version that the change is based on. */
  version: number;
  by: AccountActor;
  now: Date;
};

export type ChangeSignInSettingsFailure =
  | ConnectionFault
  | { kind: 'client-secret-missing' }
  | { kind: 'changed-meanwhile'; yours: Pick<SignInSettings, 'version'>; current: SignInSettings };

const sameProvider = (a: Connection | null, b: Connection | null): boolean => a?.issuer === b?.issuer && a?.clientId === b?.clientId;

const secretFor = ({ vault }: Auth, { tenant, connection }: ChangeSignInSettings, before: StoredConnection | null): string | undefined => {
  if (connection?.clientSecret !== undefined) return vault.seal(connection.clientSecret, connectionPlace(tenant));
  return before && sameProvider(before, connection) ? before.secretCiphertext : undefined;
};

const connectionToStore = (auth: Auth, input: ChangeSignInSettings, before: StoredConnection | null): Result<StoredConnection | null, ChangeSignInSettingsFailure> => {
  if (input.connection === null) return ok(null);
  const checked = checkConnection(input.connection, auth.rules.plainLoopbackIssuers);
  if (!checked.ok) return checked;
  const secretCiphertext = secretFor(auth, input, before);
  return secretCiphertext === undefined ? fail({ kind: 'client-secret-missing' }) : ok({ ...checked.value, secretCiphertext });
};

const recordChange = async (tx: PlatformTx, { tenant, by, now, secondFactorRequired }: ChangeSignInSettings, before: Connection | null, after: Connection | null): Promise<void> => {
  await recordAccountEvent(tx, { act: 'sign-in-settings.changed', at: now, by, tenant, details: { secondFactorRequired } });
  if (sameProvider(before, after)) return;
  // Whoever came in through the old provider is vouched for by nobody any more.
  const ended = await deleteSessionsOfSignOn(tx, tenant);
  await recordAccountEvent(tx, { act: after ? 'single-sign-on.connected' : 'single-sign-on.disconnected', at: now, by, tenant, details: { ended } });
};

/** Changes how one signs in to a tenant. It holds at once, for sessions that are open too; another provider ends those that the old one opened. */
export const changeSignInSettings = (auth: Auth, input: ChangeSignInSettings): Promise<Result<SignInSettings, ChangeSignInSettingsFailure>> =>
  revoking<Result<SignInSettings, ChangeSignInSettingsFailure>>(auth, { tenant: input.tenant }, async (tx) => {
    const { tenant, secondFactorRequired, version } = input;
    const before = await findSignInSettings(tx, tenant);
    const connection = connectionToStore(auth, input, before.connection);
    if (!connection.ok) return connection;
    if (!(await saveSignInSettings(tx, { tenant, secondFactorRequired, connection: connection.value, version })))
      return fail({ kind: 'changed-meanwhile', yours: { version }, current: shown(await findSignInSettings(tx, tenant)) });
    await recordChange(tx, input, before.connection, connection.value);
    return ok(shown(await findSignInSettings(tx, tenant)));
  });
