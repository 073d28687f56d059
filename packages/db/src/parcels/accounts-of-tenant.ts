import type postgres from 'postgres';
import type { ParcelAccount } from '@saubac/domain/parcels';
import { pgArray } from '../tenancy/pg-array.ts';
import { accountColumns } from './tenant-tables.ts';

type Row = Omit<ParcelAccount, 'membership'> & { status: 'active' | 'ended' | null; createdAt: string | null; endedAt: string | null };

/** The ids of all accounts of the installation. Asked as the provisioner. */
export const allAccountIds = async (sql: postgres.ISql): Promise<string[]> => (await sql<{ id: string }[]>`select id from platform.users`).map(({ id }) => id);

/** Of some accounts, those that stand anywhere in a tenant's rows: who holds a role, whose file it is, who did something. Asked as its owner. */
export const accountsNamed = async (tx: postgres.ISql, schema: string, ids: readonly string[]): Promise<string[]> => {
  const columns = await accountColumns(tx, schema);
  if (columns.length === 0 || ids.length === 0) return [];
  const named = columns.map(({ table, column }) => `exists (select 1 from "${table}" where "${column}" = u.id)`).join(' or ');
  const rows = await tx.unsafe<{ id: string }[]>(`select u.id from unnest($1::text::uuid[]) u (id) where ${named}`, [pgArray(ids)]);
  return rows.map(({ id }) => id);
};

const moment = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The accounts that may or might enter a tenant, and those named in it: who they are, without anything that opens them. */
export const accountsOfTenant = async (sql: postgres.ISql, tenantId: string, named: readonly string[]): Promise<ParcelAccount[]> => {
  const rows = await sql.unsafe<Row[]>(
    `select u.id, u.email, u.display_name as "displayName", u.locale, m.status, ${moment('m.created_at')} as "createdAt", ${moment('m.ended_at')} as "endedAt"
     from platform.users u left join platform.memberships m on m.user_id = u.id and m.tenant_id = $1::text::uuid
     where m.user_id is not null or u.id = any($2::text::uuid[]) order by u.email_key`,
    [tenantId, pgArray(named)],
  );
  return rows.map(({ status, createdAt, endedAt, ...account }) => ({ ...account, membership: status === null || createdAt === null ? null : { status, createdAt, endedAt } }));
};
