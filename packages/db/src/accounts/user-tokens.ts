import type { UserId } from '@saubac/domain/values';
import { bound, type PlatformSql } from './platform-sql.ts';

export type TokenPurpose = 'invitation' | 'reset';

/** Puts a link in the place of those for the same purpose that were not used. */
export const replaceUserToken = async (sql: PlatformSql, it: { digest: string; user: UserId; purpose: TokenPurpose; now: Date; expiresAt: Date }): Promise<void> => {
  await sql`delete from platform.user_tokens where user_id = ${it.user} and purpose = ${it.purpose} and used_at is null`;
  await sql`insert into platform.user_tokens (digest, user_id, purpose, created_at, expires_at) values (${it.digest}, ${it.user}, ${it.purpose}, ${bound(it.now)}, ${bound(it.expiresAt)})`;
};

/** Whose link it is, while it can still be used. */
export const ownerOfToken = async (sql: PlatformSql, digest: string, purpose: TokenPurpose, now: Date): Promise<UserId | undefined> => {
  const [row] = await sql<{ user: UserId }[]>`
    select user_id as "user" from platform.user_tokens where digest = ${digest} and purpose = ${purpose} and used_at is null and expires_at > ${bound(now)}`;
  return row?.user;
};

/** Uses a link, once. False if it has been used, replaced or has expired meanwhile. */
export const spendUserToken = async (sql: PlatformSql, digest: string, purpose: TokenPurpose, now: Date): Promise<boolean> =>
  (await sql`update platform.user_tokens set used_at = ${bound(now)} where digest = ${digest} and purpose = ${purpose} and used_at is null and expires_at > ${bound(now)}`).count > 0;

/** Takes away the links of an account that were not used: after a new password none of them opens it. */
export const deleteUserTokens = async (sql: PlatformSql, user: UserId): Promise<void> => {
  await sql`delete from platform.user_tokens where user_id = ${user} and used_at is null`;
};
