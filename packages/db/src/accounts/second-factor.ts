import type { UserId } from '@saubac/domain/values';
import { bound, type PlatformSql } from './platform-sql.ts';

/** Puts a secret down that its owner has still to confirm by a code. False if a second factor is in force, or the account is not active. */
export const putProvisionalSecret = async (sql: PlatformSql, id: UserId, ciphertext: string): Promise<boolean> =>
  (await sql`
    update platform.users set totp_ciphertext = ${ciphertext}, totp_last_step = null, version = version + 1
    where id = ${id} and status = 'active' and second_factor_at is null`).count > 0;

/** Puts a second factor into force by the step of its first code. False if the secret is no longer the one that was confirmed. */
export const confirmSecret = async (sql: PlatformSql, id: UserId, { ciphertext, step, now }: { ciphertext: string; step: number; now: Date }): Promise<boolean> =>
  (await sql`
    update platform.users set second_factor_at = ${bound(now)}, totp_last_step = ${step}, version = version + 1, credentials_version = credentials_version + 1
    where id = ${id} and second_factor_at is null and totp_ciphertext = ${ciphertext}`).count > 0;

/** Takes the step of a code, once: false if it or a later one was taken before. */
export const takeStep = async (sql: PlatformSql, id: UserId, step: number): Promise<boolean> =>
  (await sql`update platform.users set totp_last_step = ${step} where id = ${id} and second_factor_at is not null and (totp_last_step is null or totp_last_step < ${step})`).count > 0;

/** Removes the second factor with its recovery codes. False if there was none. */
export const deleteSecondFactor = async (sql: PlatformSql, id: UserId): Promise<boolean> => {
  await sql`delete from platform.recovery_codes where user_id = ${id}`;
  const { count } = await sql`
    update platform.users set totp_ciphertext = null, totp_last_step = null, second_factor_at = null, version = version + 1, credentials_version = credentials_version + 1
    where id = ${id} and totp_ciphertext is not null`;
  return count > 0;
};

/** Sessions that had passed the second factor of an account have passed none, but for those of a tenant that trusts its identity provider for it. */
export const forgetPassed = async (sql: PlatformSql, id: UserId): Promise<void> => {
  await sql`
    update platform.sessions s set second_factor_passed = false
    where s.user_id = ${id} and not exists (select from platform.sign_in_settings g where g.tenant_id = s.through_tenant_id and g.sso_is_second_factor)`;
};

/** Puts new recovery codes in the place of all that there were. */
export const replaceRecoveryCodes = async (sql: PlatformSql, id: UserId, digests: readonly string[]): Promise<void> => {
  await sql`delete from platform.recovery_codes where user_id = ${id}`;
  await sql`insert into platform.recovery_codes ${sql(digests.map((digest) => ({ user_id: id, digest })))}`;
};

/** Spends a recovery code, once. False if there is no such code or it was spent before. */
export const spendRecoveryCode = async (sql: PlatformSql, id: UserId, digest: string, now: Date): Promise<boolean> =>
  (await sql`update platform.recovery_codes set used_at = ${bound(now)} where user_id = ${id} and digest = ${digest} and used_at is null`).count > 0;

/** How many recovery codes are left. */
export const countRecoveryCodes = async (sql: PlatformSql, id: UserId): Promise<number> => {
  const [row] = await sql<{ left: number }[]>`select count(*)::int as left from platform.recovery_codes where user_id = ${id} and used_at is null`;
  return row?.left ?? 0;
};
