import type { UserId } from '@saubac/domain/values';
import { pgArray } from '../tenancy/pg-array.ts';
import type { PlatformSql } from './platform-sql.ts';

/** What some accounts are called, by their ids; who has no account (any more) is missing. */
export const displayNames = async (sql: PlatformSql, users: readonly UserId[]): Promise<Map<UserId, string>> => {
  if (users.length === 0) return new Map();
  const rows = await sql<{ id: UserId; name: string }[]>`select id, display_name as name from platform.users where id = any(${pgArray([...new Set(users)])}::text::uuid[])`;
  return new Map(rows.map((it) => [it.id, it.name]));
};
