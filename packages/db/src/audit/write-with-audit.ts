import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { UserId } from '@saubac/domain/values';
import type { TenantDb, TenantSql, TenantTx } from '../tenancy/tenant-db.ts';
import { canonicalJson, entryDigest, payloadDigest, type EntryMetadata, type EntryPayload } from './chain.ts';
import { detailDigests } from './details.ts';
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

const insertEntry = async (tx: TenantSql, metadata: EntryMetadata, payload: EntryPayload, previous: string): Promise<string> => {
  const salt = randomBytes(16).toString('hex');
  const ofPayload = payloadDigest(salt, payload);
  const digest = entryDigest(previous, metadata, ofPayload);
  const { id, position, at, actorId, actorLabel, act, subjectKind, subjectId, why } = metadata;
  await tx.execute(sql`
    insert into audit_entries (id, position, at, actor_id, actor_label, act, subject_kind, subject_id, why, payload_digest, previous_digest, digest)
    values (${id}, ${position}, ${at}, ${actorId}, ${actorLabel}, ${act}, ${subjectKind}, ${subjectId}, ${why}, ${ofPayload}, ${previous}, ${digest})`);
  await tx.execute(sql`
    insert into audit_payloads (entry_id, salt, before, after)
    values (${id}, ${salt}, ${canonicalJson(payload.before)}::jsonb, ${canonicalJson(payload.after)}::jsonb)`);
  return digest;
};

// The head is the last row a write takes: writers wait for each other only from here to their commit.
const appendToChain = async (tx: TenantSql, { actor, now, why }: WriteContext, noted: readonly Noted[]): Promise<void> => {
  const details = await detailDigests(tx, noted.map((entry) => entry.id));
  const [head] = await tx.execute<{ position: string; digest: string }>(sql`select position, digest from data_head for update`);
  if (!head) throw new Error('The tenant has no data_head row.');
  let position = Number(head.position);
  let digest = head.digest;
  for (const { id, act, subject, before = null, after = null } of noted) {
    position += 1;
    const metadata = { id, position, at: now.toISOString(), actorId: actor.id, actorLabel: actor.label, act, subjectKind: subject.kind, subjectId: subject.id ?? null, why: why ?? null };
    digest = await insertEntry(tx, metadata, { before, after, details: details.get(id) ?? null }, digest);
  }
  await tx.execute(sql`update data_head set position = ${position}, digest = ${digest}`);
};

/**
 * Does a write in one transaction together with its audit. `work` writes with `tx` and calls `record` for each act; afterwards the
 * entries are chained to the tenant's audit and the data version rises by one each. Work that records nothing leaves no trace and must
 * have changed nothing. If `work` throws, everything is undone.
 */
export const writeWithAudit = <T>(db: TenantDb, context: WriteContext, work: (tx: TenantTx, record: Record) => Promise<T>): Promise<T> =>
  db.transaction(async (tx) => {
    const noted: Noted[] = [];
    const result = await work(tx, (entry) => {
      const id = uuidV7();
      noted.push({ ...entry, id });
      return Promise.resolve(id);
    });
    if (noted.length > 0) await appendToChain(tx, context, noted);
    return result;
  });

/** The number that rises with every audited write of the tenant: what is computed from its data may be cached under it. */
export const dataVersion = async (db: TenantSql): Promise<number> => {
  const [head] = await db.execute<{ position: string }>(sql`select position from data_head`);
  return Number(head?.position ?? 0);
};
