import { displayNames } from '@saubac/db/accounts';
import { type AuditSubject, holdersOfGrants, namesOfIds } from '@saubac/db/audit';
import type { UserId } from '@saubac/domain/values';
import type { Context } from 'hono';
import type { TenantEnv } from '../env.ts';

const namesOfUsers = (c: Context<TenantEnv>, users: readonly UserId[]): Promise<Map<UserId, string>> => displayNames(c.var.installation.auth.sql, users);

/** Acts whose subjects are users, or roles of users, with the names of those; who they are stands with the accounts. */
export const labelled = async <T extends { subject: AuditSubject }>(c: Context<TenantEnv>, acts: readonly T[]): Promise<T[]> => {
  const idsOf = (kind: string): string[] => acts.flatMap(({ subject }) => (subject.kind === kind && subject.id !== null ? [subject.id] : []));
  const holders = await holdersOfGrants(c.var.ctx.db, idsOf('grant'));
  const names = await namesOfUsers(c, [...(idsOf('user') as UserId[]), ...holders.values()]);
  const nameOf = ({ kind, id }: AuditSubject): string | undefined => {
    const user = kind === 'grant' ? holders.get(id ?? '') : kind === 'user' ? (id as UserId) : undefined;
    return user && names.get(user);
  };
  return acts.map((it) => ({ ...it, subject: { ...it.subject, label: it.subject.label ?? nameOf(it.subject) ?? null } }));
};

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** So many ids of one answer are named; a list of more is looked through by nobody. */
const most = 500;

/** What the ids in some changes are called today; ids that name nothing anybody knows are left out. */
export const namesIn = async (c: Context<TenantEnv>, changed: readonly { changes: unknown }[]): Promise<Record<string, string>> => {
  const ids = [...new Set(JSON.stringify(changed.map((it) => it.changes)).match(uuid))].slice(0, most);
  const [things, users] = await Promise.all([namesOfIds(c.var.ctx.db, ids), namesOfUsers(c, ids as UserId[])]);
  return Object.fromEntries([...users, ...things]);
};
