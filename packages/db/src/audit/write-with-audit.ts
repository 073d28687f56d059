import { type SQL, sql } from 'drizzle-orm';
import type { UserId } from '@saubac/domain/values';
import type { TenantDb, TenantSql, TenantTx } from '../tenancy/tenant-db.ts';
import { appendEntry, type NotedAct } from './append-entry.ts';
import { uuidV7 } from './uuid-v7.ts';

/** Who writes: a user, or (id null) the product itself, for instance an operator's command. */
export type Actor = { id: UserId | null; label: string };

export type WriteContext = {
  actor: Actor;
  /** The moment of the write. */
  now: Date;
  why?: string | undefined;
};

export type AuditRecord = {
  /** What was done, as `noun.done`: `plan.applied`. */
  act: string;
  subject: { kind: string; id?: string | null };
  before?: unknown;
  after?: unknown;
};

/** Notes one act for the audit; answers with the entry's id, to which details of a bulk write may be added. */
export type Record = (entry: AuditRecord) => Promise<string>;

type Noted = AuditRecord & { id: string };

/** Puts an insert, update or delete (one, without `with`) into the statement that writes the audit, which saves it a way of its own to the server. */
export type Alongside = (statement: SQL) => void;

const metadataOf = ({ id, act, subject }: Noted, { actor, now, why }: WriteContext): NotedAct['metadata'] => ({
  id, at: now.toISOString(), actorId: actor.id, actorLabel: actor.label, act, subjectKind: subject.kind, subjectId: subject.id ?? null, why: why ?? null,
});

// The head is the last row a write takes: writers wait for each other only from here to their commit.
const appendToChain = async (tx: TenantSql, context: WriteContext, noted: readonly Noted[], alongside: readonly SQL[]): Promise<void> => {
  for (const [index, it] of noted.entries()) {
    const { before = null, after = null } = it;
    await appendEntry(tx, { metadata: metadataOf(it, context), before, after }, index === 0 ? alongside : []);
  }
  if (noted.length === 0) for (const statement of alongside) await tx.execute(statement);
};

/**
 * Does a write in one transaction together with its audit. `work` writes with `tx` and calls `record` for each act; afterwards the
 * entries are chained to the tenant's audit and the data version rises by one each. Work that records nothing leaves no trace and must
 * have changed nothing. What `alongside` is given is done with the audit, or at the end when nothing was recorded. If `work` throws,
 * everything is undone.
 */
export const writeWithAudit = <T>(db: TenantDb, context: WriteContext, work: (tx: TenantTx, record: Record, alongside: Alongside) => Promise<T>): Promise<T> =>
  db.transaction(async (tx) => {
    const noted: Noted[] = [];
    const riders: SQL[] = [];
    const record: Record = (entry) => {
      const id = uuidV7();
      noted.push({ ...entry, id });
      return Promise.resolve(id);
    };
    const result = await work(tx, record, (statement) => riders.push(statement));
    await appendToChain(tx, context, noted, riders);
    return result;
  });

/** The number that rises with every audited write of the tenant: what is computed from its data may be cached under it. */
export const dataVersion = async (db: TenantSql): Promise<number> => {
  const [head] = await db.execute<{ position: string }>(sql`select position from data_head`);
  return Number(head?.position ?? 0);
};
