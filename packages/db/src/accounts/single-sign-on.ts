import type { UserId } from '@saubac/domain/values';
import { bound, type PlatformSql } from './platform-sql.ts';

/** A sign-in that is under way at an identity provider. */
export type SignOnAttempt = { tenant: string; nonce: string; codeVerifier: string; redirectUri: string };

/** Notes a sign-in that is being sent to an identity provider. */
export const insertSignOnAttempt = async (sql: PlatformSql, stateDigest: string, it: SignOnAttempt, expiresAt: Date): Promise<void> => {
  await sql`
    insert into platform.sso_attempts (state_digest, tenant_id, nonce, code_verifier, redirect_uri, expires_at)
    values (${stateDigest}, ${it.tenant}, ${it.nonce}, ${it.codeVerifier}, ${it.redirectUri}, ${bound(expiresAt)})`;
};

/** Takes a sign-in out by the state it comes back with: once, and only in time. */
export const takeSignOnAttempt = async (sql: PlatformSql, stateDigest: string, now: Date): Promise<SignOnAttempt | undefined> => {
  const [row] = await sql<(SignOnAttempt & { inTime: boolean })[]>`
    delete from platform.sso_attempts where state_digest = ${stateDigest}
    returning tenant_id as tenant, nonce, code_verifier as "codeVerifier", redirect_uri as "redirectUri", expires_at > ${bound(now)} as "inTime"`;
  if (!row?.inTime) return undefined;
  const { tenant, nonce, codeVerifier, redirectUri } = row;
  return { tenant, nonce, codeVerifier, redirectUri };
};

export type Identity = { tenant: string; issuer: string; subject: string };

/** The account that a tenant's provider calls by a subject. */
export const userOfIdentity = async (sql: PlatformSql, { tenant, issuer, subject }: Identity): Promise<UserId | undefined> => {
  const [row] = await sql<{ user: UserId }[]>`
    select user_id as "user" from platform.user_identities where tenant_id = ${tenant} and issuer = ${issuer} and subject = ${subject}`;
  return row?.user;
};

/** Learns what a tenant's provider calls an account. False if it calls that account, or another one, by other words already. */
export const insertIdentity = async (sql: PlatformSql, { tenant, issuer, subject }: Identity, user: UserId, now: Date): Promise<boolean> =>
  (await sql`
    insert into platform.user_identities (tenant_id, issuer, subject, user_id, created_at)
    values (${tenant}, ${issuer}, ${subject}, ${user}, ${bound(now)}) on conflict do nothing`).count > 0;

/** Forgets what a tenant's provider calls an account, so that it is learnt anew. */
export const deleteIdentities = async (sql: PlatformSql, tenant: string, user: UserId): Promise<number> =>
  (await sql`delete from platform.user_identities where tenant_id = ${tenant} and user_id = ${user}`).count;

/** Ends every session that a tenant's single sign-on has opened. */
export const deleteSessionsOfSignOn = async (sql: PlatformSql, tenant: string): Promise<number> => (await sql`delete from platform.sessions where through_tenant_id = ${tenant}`).count;
