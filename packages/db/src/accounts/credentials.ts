import type { Locale, UserId } from '@saubac/domain/values';
import type { PlatformSql } from './platform-sql.ts';
import type { UserStatus } from './users.ts';

/** What an account is opened with. For the functions of sign-in alone. */
export type Credentials = {
  id: UserId;
  email: string;
  displayName: string;
  locale: Locale;
  status: UserStatus;
  passwordHash: string | null;
  totpCiphertext: string | null;
  /** Whether the second factor has been confirmed by a code; before, its secret is provisional. */
  secondFactorConfirmed: boolean;
  /** Rises whenever any of these changes. */
  credentialsVersion: number;
};

const columns = (sql: PlatformSql) => sql`
  u.id, u.email, u.display_name as "displayName", u.locale, u.status, u.password_hash as "passwordHash", u.totp_ciphertext as "totpCiphertext",
  u.second_factor_at is not null as "secondFactorConfirmed", u.credentials_version as "credentialsVersion"`;

/** By the key of the email address. */
export const credentialsByEmail = async (sql: PlatformSql, emailKey: string): Promise<Credentials | undefined> => {
  const [row] = await sql<Credentials[]>`select ${columns(sql)} from platform.users u where u.email_key = ${emailKey}`;
  return row;
};

/** By the id of the account. */
export const credentialsOf = async (sql: PlatformSql, id: UserId): Promise<Credentials | undefined> => {
  const [row] = await sql<Credentials[]>`select ${columns(sql)} from platform.users u where u.id = ${id}`;
  return row;
};

/** Sets another password; an invited account is thereby active. False if the account is disabled or not there. */
export const setPasswordHash = async (sql: PlatformSql, id: UserId, hash: string): Promise<boolean> => {
  const { count } = await sql`
    update platform.users set password_hash = ${hash}, status = 'active', version = version + 1, credentials_version = credentials_version + 1
    where id = ${id} and status in ('invited', 'active')`;
  return count > 0;
};

/** Puts the same password under today's parameters in the place of its old hash, unless it has been changed since. */
export const replacePasswordHash = async (sql: PlatformSql, id: UserId, old: string, hash: string): Promise<void> => {
  await sql`update platform.users set password_hash = ${hash} where id = ${id} and password_hash = ${old}`;
};
