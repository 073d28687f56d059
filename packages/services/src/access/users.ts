import { findAccount, isMember, listAccounts, type Account, type PlatformDb } from '@saubac/db/accounts';
import type { Forbidden, Role } from '@saubac/domain/access';
import { nameSearch } from '@saubac/domain/people';
import { fail, ok, type Result, type UserId } from '@saubac/domain/values';
import { emailKeyOf } from '@saubac/auth/accounts';

import type { Ctx } from '../context/index.ts';
import { listUsers } from './list-users.ts';
import type { ShownGrant } from './shown-grant.ts';

/** A user of the tenant: his account, and the grants of his that the caller may see. */
export type TenantUser = { account: Account; grants: ShownGrant[] };

/** Which users: those whose name or address holds some words, in a state, with a role that the caller may see; `total` counts them all. `after` is the address of the last one seen. */
export type UsersQuestion = { after: string | null; limit: number; search?: string | undefined; status?: Account['status'] | undefined; role?: Role | undefined; total?: boolean | undefined };
export type UsersPage = { items: TenantUser[]; next: string | null; total: number | undefined };

const pageSize = 500;

/** The accounts with an open door to a tenant, by address, read as far as somebody asks. */
async function* membersAfter(sql: PlatformDb, tenant: string, from: string): AsyncGenerator<Account> {
  for (let after = from; ; ) {
    const page = await listAccounts(sql, { tenant, after, limit: pageSize });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = emailKeyOf(last.email);
  }
}

/**
 * The users of the tenant by their addresses, a page at a time. Who administers the whole tenant sees everybody who may enter it; who
 * administers some units, those who were given something within them.
 */
export const usersPage = async (ctx: Ctx, sql: PlatformDb, { after, limit, search, status, role, total = false }: UsersQuestion): Promise<Result<UsersPage, Forbidden>> => {
  const listed = await listUsers(ctx);
  if (!listed.ok) return listed;
  const grantsOf = new Map(listed.value.users.map(({ user, grants }) => [user, grants]));
  const wanted = search === undefined ? '' : nameSearch(search);
  const isFound = (it: Account): boolean => wanted === '' || nameSearch(`${it.displayName} ${it.email}`).includes(wanted);
  const isOfKind = (it: Account): boolean => (status === undefined || it.status === status) && (role === undefined || (grantsOf.get(it.id) ?? []).some((grant) => grant.role === role));
  const isAsked = (it: Account): boolean => (listed.value.whole || grantsOf.has(it.id)) && isOfKind(it) && isFound(it);
  const items: TenantUser[] = [];
  let count = 0;
  for await (const account of membersAfter(sql, ctx.tenant.id, total ? '' : (after ?? ''))) {
    if (!isAsked(account)) continue;
    count += 1;
    if (items.length <= limit && emailKeyOf(account.email) > (after ?? '')) items.push({ account, grants: grantsOf.get(account.id) ?? [] });
    if (!total && items.length > limit) break;
  }
  const last = items.length > limit ? items[limit - 1] : undefined;
  return ok({ items: items.slice(0, limit), next: last ? emailKeyOf(last.account.email) : null, total: total ? count : undefined });
};

/** One user of the tenant, with the grants that have ended too. */
export const userOf = async (ctx: Ctx, sql: PlatformDb, user: UserId): Promise<Result<TenantUser, Forbidden | { kind: 'unknown-user' }>> => {
  const listed = await listUsers(ctx, { user, ended: true });
  if (!listed.ok) return listed;
  const { whole, users } = listed.value;
  const grants = users[0]?.grants ?? [];
  const isSeen = whole || grants.some(({ state }) => state !== 'ended');
  const account = isSeen && (await isMember(sql, user, ctx.tenant.id)) ? await findAccount(sql, user) : undefined;
  return account ? ok({ account, grants }) : fail({ kind: 'unknown-user' });
};
