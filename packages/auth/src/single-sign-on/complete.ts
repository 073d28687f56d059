import { authorizationCodeGrant, fetchUserInfo, type Configuration } from 'openid-client';
import { recordAccountEvent, takeSignOnAttempt, type SignOnAttempt } from '@saubac/db/accounts';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import type { Client } from '../context/client.ts';
import { openSession, type OpenedSession } from '../sessions/index.ts';
import { digestOf } from '../tokens/index.ts';
import { matchAccount, type Claims, type MatchFailure } from './match.ts';
import { providerOf, type ProviderFailure } from './provider.ts';

export type CompleteSingleSignOn = {
  /** The query of the address that the browser came back to. */
  query: string;
  /** What the cookie says that was set when the browser set out. */
  browserState: string | null;
  client: Client;
  now: Date;
};

/** `sign-on-not-known`: it was not begun in this browser, has come back before, or too late. `provider-refused`: its answer does not hold. */
export type SingleSignOnFailure = ProviderFailure | MatchFailure | { kind: 'sign-on-not-known' } | { kind: 'provider-refused' };

/** A session that leads to the tenant alone. `next` as of a sign-in with a password. */
export type SingleSignedOn = OpenedSession & { tenant: string; next: 'nothing' | 'second-factor' };

// What no provider in its senses says, and no database keeps.
const isPlain = (text: unknown): text is string => typeof text === 'string' && !/[\p{Cc}\p{Cs}]/u.test(text);

const claimsFrom = async (configuration: Configuration, { nonce, codeVerifier, redirectUri }: SignOnAttempt, query: string, state: string): Promise<Claims | null> => {
  const back = new URL(redirectUri);
  back.search = query;
  const tokens = await authorizationCodeGrant(configuration, back, { pkceCodeVerifier: codeVerifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true });
  const claims = tokens.claims();
  if (!claims || !isPlain(claims.sub)) return null;
  // Many providers keep the address out of the token.
  const told = typeof claims['email'] === 'string' ? claims : await fetchUserInfo(configuration, tokens.access_token, claims.sub);
  return { subject: claims.sub, email: isPlain(told['email']) ? told['email'] : null, emailVerified: told['email_verified'] === true };
};

const record = (auth: Auth, tenant: string, reason: string, now: Date): Promise<void> =>
  recordAccountEvent(auth.sql, { act: 'single-sign-on.refused', at: now, by: { id: null, label: 'visitor' }, tenant, details: { reason } });

const enter = async (auth: Auth, attempt: SignOnAttempt, state: string, { query, client, now }: CompleteSingleSignOn): Promise<Result<SingleSignedOn, SingleSignOnFailure>> => {
  const { tenant } = attempt;
  const provider = await providerOf(auth, tenant, now);
  if (!provider.ok) return provider;
  const { connection, configuration } = provider.value;
  const claims = await claimsFrom(configuration, attempt, query, state).catch(() => null);
  if (!claims) return fail({ kind: 'provider-refused' });
  const matched = await auth.sql.begin((tx) => matchAccount(tx, { tenant, connection, claims, now }));
  if (!matched.ok) return matched;
  const { id: user, credentialsVersion, secondFactorConfirmed } = matched.value;
  const secondFactorPassed = connection.isSecondFactor;
  const opened = await openSession(auth, { user, client, now, secondFactorPassed, throughTenant: tenant, credentialsVersion, by: 'single-sign-on' });
  if (!opened.ok) return fail({ kind: 'account-disabled' });
  return ok({ ...opened.value, tenant, next: secondFactorConfirmed && !secondFactorPassed ? 'second-factor' : 'nothing' });
};

/** Lets in who comes back from a tenant's identity provider. Each answer of a provider is taken once, and only by the browser that set out. */
export const completeSingleSignOn = async (auth: Auth, input: CompleteSingleSignOn): Promise<Result<SingleSignedOn, SingleSignOnFailure>> => {
  const state = new URLSearchParams(input.query).get('state');
  if (state === null || state !== input.browserState) return fail({ kind: 'sign-on-not-known' });
  const attempt = await takeSignOnAttempt(auth.sql, digestOf(state), input.now);
  if (!attempt) return fail({ kind: 'sign-on-not-known' });
  const entered = await enter(auth, attempt, state, input);
  if (!entered.ok) await record(auth, attempt.tenant, entered.failure.kind, input.now);
  return entered;
};
