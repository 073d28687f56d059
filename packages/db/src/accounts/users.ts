import type { Locale, UserId } from '@saubac/domain/values';
import { bound, momentOf, type PlatformSql } from './platform-sql.ts';

export type UserStatus = 'invited' | 'active' | 'disabled';

/** An account, without what opens it. */
export type Account = {
  id: UserId;
  email: string;
  displayName: string;
  status: UserStatus;
  locale: Locale;
  hasPassword: boolean;
  /** Since when the second factor is confirmed; null without one. */
  secondFactorAt: Date | null;
  createdAt: Date;
  /** Rises with every change; an update says which one it was based on. */
  version: number;
};

type Row = Omit<Account, 'secondFactorAt' | 'createdAt'> & { secondFactorAt: Date | string | null; createdAt: Date | string };

const accountOf = (row: Row): Account => ({ ...row, secondFactorAt: row.secondFactorAt === null ? null : momentOf(row.secondFactorAt), createdAt: momentOf(row.createdAt) });

const columns = (sql: PlatformSql) => sql`
  u.id, u.email, u.display_name as "displayName", u.status, u.locale, u.password_hash is not null as "hasPassword",
  u.second_factor_at as "secondFactorAt", u.created_at as "createdAt", u.version`;

/** An account by its id. */
export const findAccount = async (sql: PlatformSql, id: UserId): Promise<Account | undefined> => {
  const [row] = await sql<Row[]>`select ${columns(sql)} from platform.users u where u.id = ${id}`;
  return row && accountOf(row);
};

/** An account by the key of its email address. */
export const findAccountByEmail = async (sql: PlatformSql, emailKey: string): Promise<Account | undefined> => {
  const [row] = await sql<Row[]>`select ${columns(sql)} from platform.users u where u.email_key = ${emailKey}`;
  return row && accountOf(row);
};

/** Accounts by email address: all, or those with an open door to a tenant. `after` is the key of the last one seen. */
export const listAccounts = async (sql: PlatformSql, { tenant = null, after = '', limit = 1_000 }: { tenant?: string | null; after?: string; limit?: number } = {}): Promise<Account[]> => {
  const rows = await sql<Row[]>`
    select ${columns(sql)} from platform.users u
    where u.email_key > ${after}
      and (${tenant}::uuid is null or exists (select from platform.memberships m where m.user_id = u.id and m.tenant_id = ${tenant} and m.status = 'active'))
    order by u.email_key limit ${limit}`;
  return rows.map(accountOf);
};

export type NewAccount = { email: string; emailKey: string; displayName: string; locale: Locale; passwordHash: string | null; status: UserStatus; now: Date };

/** Adds an account; undefined if the address has one already. */
export const insertAccount = async (sql: PlatformSql, it: NewAccount): Promise<Account | undefined> => {
  const [row] = await sql<Row[]>`
    insert into platform.users as u (email, email_key, display_name, locale, password_hash, status, created_at)
    values (${it.email}, ${it.emailKey}, ${it.displayName}, ${it.locale}, ${it.passwordHash}, ${it.status}, ${bound(it.now)})
    on conflict (email_key) do nothing returning ${columns(sql)}`;
  return row && accountOf(row);
};

/** Changes name and language; undefined if the account is no longer at that version. */
export const updateProfile = async (sql: PlatformSql, id: UserId, { displayName, locale, version }: Pick<Account, 'displayName' | 'locale' | 'version'>): Promise<Account | undefined> => {
  const [row] = await sql<Row[]>`
    update platform.users u set display_name = ${displayName}, locale = ${locale}, version = u.version + 1
    where u.id = ${id} and u.version = ${version} returning ${columns(sql)}`;
  return row && accountOf(row);
};

/** Sets the status; undefined if the account is not in one of those it may come from. What was valid to sign in with is no longer. */
export const updateStatus = async (sql: PlatformSql, id: UserId, from: readonly UserStatus[], to: UserStatus): Promise<Account | undefined> => {
  const [row] = await sql<Row[]>`
    update platform.users u set status = ${to}, version = u.version + 1, credentials_version = u.credentials_version + 1
    where u.id = ${id} and u.status in ${sql([...from])} returning ${columns(sql)}`;
  return row && accountOf(row);
};
