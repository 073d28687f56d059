import { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { insertSignOnAttempt } from '@saubac/db/accounts';
import { ok, type Result } from '@saubac/domain/values';
import type { Auth } from '../context/auth.ts';
import { digestOf } from '../tokens/index.ts';
import { providerOf, type ProviderFailure } from './provider.ts';

export type BeginSingleSignOn = {
  /** The id of the tenant. */
  tenant: string;
  /** Our own address that the provider sends the browser back to; registered there. */
  redirectUri: string;
  now: Date;
};

/** Where to send the browser. `state` goes into a cookie of its own: only the browser that set out may come back. */
export type SingleSignOnBegun = { url: string; state: string };

/** Sends a browser to the identity provider of a tenant. What will be needed when it comes back is kept for some minutes. */
export const beginSingleSignOn = async (auth: Auth, { tenant, redirectUri, now }: BeginSingleSignOn): Promise<Result<SingleSignOnBegun, ProviderFailure>> => {
  const provider = await providerOf(auth, tenant, now);
  if (!provider.ok) return provider;
  const [state, nonce, codeVerifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
  await insertSignOnAttempt(auth.sql, digestOf(state), { tenant, nonce, codeVerifier, redirectUri }, new Date(now.getTime() + auth.rules.singleSignOnMs));
  const url = buildAuthorizationUrl(provider.value.configuration, {
    redirect_uri: redirectUri,
    scope: 'openid email',
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  });
  return ok({ url: url.href, state });
};
