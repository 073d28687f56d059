import type postgres from 'postgres';
import { ownerRoleOf, type Tenant } from './tenant.ts';

type Named = Pick<Tenant, 'schemaName' | 'roleName'>;

/** Makes the tenant's role the rest of this transaction acts as, and its schema the one unqualified names go to. */
export const actAsOwner = async (tx: postgres.TransactionSql, tenant: Named): Promise<void> => {
  await tx`set local role ${tx(ownerRoleOf(tenant))}`;
  await tx`set local search_path = ${tx(tenant.schemaName)}, platform, public`;
};

/** What a login gets on tables made later: it may read and add, until the migrator says otherwise. Run as the owner. */
export const grantSchema = async (tx: postgres.TransactionSql, { schemaName, roleName }: Named): Promise<void> => {
  await tx`grant usage on schema ${tx(schemaName)} to ${tx(roleName)}`;
  await tx`alter default privileges in schema ${tx(schemaName)} grant select, insert on tables to ${tx(roleName)}`;
  await tx`alter default privileges revoke execute on functions from public`;
};

type Relation = { name: string; view: boolean };

/** Of an archived tenant everything can be read, and whose file was opened is noted. Nothing else. */
const grantsInArchive = ({ name }: Relation): string => (name === 'audit_person_reads' ? 'select, insert' : 'select');

const grantsOf = ({ name, view }: Relation): string => {
  if (view || name === 'schema_migrations') return 'select';
  if (name.startsWith('audit_') || name === 'case_moves' || name === 'workflow_definitions') return 'select, insert';
  if (name === 'data_head' || name === 'level_head') return 'select, update';
  // MAINTAIN lets an import ANALYZE what it has just written; it shows and changes no row.
  return 'select, insert, update, delete, maintain';
};

/**
 * The last step of every migration: what the login may do with each table and view of the schema, from scratch. Audit and the history of
 * cases can only be added to; the ledger and views can only be read; the one row of a head can neither be removed nor doubled. Nothing is written to a
 * tenant in the archive. Run as the owner.
 */
export const grantTables = async (tx: postgres.TransactionSql, { schemaName, roleName, status }: Named & Pick<Tenant, 'status'>): Promise<void> => {
  const relations = await tx<Relation[]>`
    select c.relname as name, c.relkind = 'v' as view from pg_class c
    where c.relnamespace = ${schemaName}::regnamespace and c.relkind in ('r', 'p', 'v') order by c.relname`;
  await tx`revoke all on all tables in schema ${tx(schemaName)} from ${tx(roleName)}`;
  for (const [privileges, group] of Map.groupBy(relations, status === 'archived' ? grantsInArchive : grantsOf)) {
    const tables = group.map(({ name }) => `"${schemaName}"."${name}"`).join(', ');
    await tx.unsafe(`grant ${privileges} on ${tables} to "${roleName}"`);
  }
};
