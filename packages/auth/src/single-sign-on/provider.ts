import { allowInsecureRequests, discovery, enableNonRepudiationChecks, type Configuration } from 'openid-client';
import { findSignInSettings, type StoredConnection } from '@saubac/db/accounts';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { connectionPlace } from '../settings/sign-in-settings.ts';

export type ProviderFailure = { kind: 'no-single-sign-on' } | { kind: 'provider-unreachable' };

/** A tenant's identity provider, asked for what it can do. */
export type Provider = { connection: StoredConnection; configuration: Configuration };

const keptMs = 3_600_000;
const known = new Map<string, { configuration: Configuration; until: number }>();

// Whatever the provider signs is checked with its keys, also where TLS would be enough.
const discover = (auth: Auth, { issuer, clientId }: StoredConnection, secret: string): Promise<Configuration> =>
  discovery(new URL(issuer), clientId, secret, undefined, {
    timeout: 10,
    execute: [enableNonRepudiationChecks, ...(auth.rules.plainLoopbackIssuers && issuer.startsWith('http:') ? [allowInsecureRequests] : [])],
  });

/** The provider of a tenant. What it says of itself is remembered for an hour, or until the connection changes. */
export const providerOf = async (auth: Auth, tenant: string, now: Date): Promise<Result<Provider, ProviderFailure>> => {
  const { connection } = await findSignInSettings(auth.sql, tenant);
  if (!connection) return fail({ kind: 'no-single-sign-on' });
  const key = JSON.stringify([tenant, connection.issuer, connection.clientId, connection.secretCiphertext]);
  const found = known.get(key);
  if (found && now.getTime() < found.until) return ok({ connection, configuration: found.configuration });
  const secret = auth.vault.open(connection.secretCiphertext, connectionPlace(tenant));
  try {
    const configuration = await discover(auth, connection, secret);
    for (const [old, { until }] of known) if (until <= now.getTime()) known.delete(old);
    known.set(key, { configuration, until: now.getTime() + keptMs });
    return ok({ connection, configuration });
  } catch {
    // Not there, not in form, or another issuer than it was taken for.
    return fail({ kind: 'provider-unreachable' });
  }
};
