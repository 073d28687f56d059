import type postgres from 'postgres';
import { readMigrations, type Migration, type MigrationSet } from './migration-set.ts';

export type MigrationFailure =
  /** An applied file has been edited since: write a new file instead. */
  | { kind: 'changed-file'; set: string; version: string }
  /** The schema was migrated by a newer version of the product. */
  | { kind: 'unknown-version'; set: string; version: string }
  /** The server refused a statement (numbered from 1). */
  | { kind: 'statement-failed'; set: string; version: string; statement: number; sqlState: string; message: string };

/** Thrown inside the transaction of a migration, so that it rolls back; turned into a value outside. */
export class MigrationStopped extends Error {
  readonly failure: MigrationFailure;

  constructor(failure: MigrationFailure) {
    super(`${failure.kind}: ${failure.set}/${failure.version}${failure.kind === 'statement-failed' ? ` #${failure.statement}: ${failure.message}` : ''}`);
    this.failure = failure;
  }
}

type LedgerRow = { set: string; version: string; hash: string };

// In whatever schema comes first in the search path: the tenant's, so that the ledger travels with it.
const ensureLedger = async (tx: postgres.TransactionSql, schema: string): Promise<void> => {
  const [found] = await tx`select 1 from pg_tables where schemaname = ${schema} and tablename = 'schema_migrations'`;
  if (found) return;
  await tx`create table schema_migrations (set text collate "C" not null, version text collate "C" not null, hash text collate "C" not null, applied_at timestamptz not null default now())`;
  await tx`alter table schema_migrations add constraint schema_migrations_pk primary key (set, version)`;
};

// Not the simple protocol: the server then refuses two statements in one call. (The driver's types do not know the option.)
const oneStatement = { prepare: false, simple: false } as postgres.UnsafeQueryOptions;

const runOne = async (tx: postgres.TransactionSql, migration: Migration): Promise<void> => {
  const { set, version, hash } = migration;
  for (const [index, statement] of migration.statements.entries()) {
    try {
      await tx.unsafe(statement, [], oneStatement);
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      throw new MigrationStopped({ kind: 'statement-failed', set, version, statement: index + 1, sqlState: code ?? '', message });
    }
  }
  await tx`insert into schema_migrations (set, version, hash) values (${set}, ${version}, ${hash})`;
};

const pendingOf = (migrations: Migration[], ledger: LedgerRow[]): Migration[] => {
  const applied = new Map(ledger.map((row) => [row.version, row.hash]));
  for (const { set, version, hash } of migrations) if ((applied.get(version) ?? hash) !== hash) throw new MigrationStopped({ kind: 'changed-file', set, version });
  const known = new Set(migrations.map((migration) => migration.version));
  const unknown = ledger.find((row) => !known.has(row.version));
  if (unknown) throw new MigrationStopped({ kind: 'unknown-version', set: unknown.set, version: unknown.version });
  return migrations.filter((migration) => !applied.has(migration.version));
};

/** Which migrations of a set are meant; absent: all. A schema that is to be as it once was gets those it had then. */
export type Wanted = (migration: Pick<Migration, 'set' | 'version'>) => boolean;

/**
 * Applies what is pending of some sets to a schema, inside the caller's transaction, whose role and search path are already set. Two
 * migrators of one schema wait for each other. Returns what was applied; throws `MigrationStopped`.
 */
export const applySets = async (tx: postgres.TransactionSql, schema: string, sets: readonly MigrationSet[], wanted: Wanted = () => true): Promise<string[]> => {
  await tx`select pg_advisory_xact_lock(hashtextextended(${schema}, 18))`;
  await ensureLedger(tx, schema);
  const applied: string[] = [];
  for (const set of sets) {
    const ledger = await tx<LedgerRow[]>`select set, version, hash from schema_migrations where set = ${set.name} order by version`;
    for (const migration of pendingOf(readMigrations(set).filter(wanted), [...ledger])) {
      await runOne(tx, migration);
      applied.push(`${migration.set}/${migration.version}`);
    }
  }
  return applied;
};
