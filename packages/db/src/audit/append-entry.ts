import { randomBytes } from 'node:crypto';
import { type SQL, sql } from 'drizzle-orm';
import type { TenantSql } from '../tenancy/tenant-db.ts';
import { canonicalJson, type EntryMetadata, textAroundPosition, textBeforeDetails } from './chain.ts';
import { detailsDigest } from './details.ts';

/** An act that is to stand in the audit, before the chain has a place for it. */
export type NotedAct = { metadata: Omit<EntryMetadata, 'position'>; before: unknown; after: unknown };

const wellFormed = (text: string | null): string | null => text?.toWellFormed() ?? null;

/**
 * Chains one act to the tenant's audit in one statement: it takes the head of the chain, waiting for writers before it, and computes there
 * what depends on it. `alongside` are inserts that ride in the same statement (an outbox row, the outcome of a request).
 *
 * The update of the head stands in for a lock: of a row that changed while the statement waited it sees the newest version, which a
 * select beside it would not.
 */
export const appendEntry = async (tx: TenantSql, { metadata, before, after }: NotedAct, alongside: readonly SQL[] = []): Promise<void> => {
  const salt = randomBytes(16).toString('hex');
  const { id, at, actorId, actorLabel, act, subjectKind, subjectId, why } = metadata;
  const [open, close] = textAroundPosition(metadata);
  const riders = alongside.map((it, index) => sql`, ${sql.raw(`rider_${index}`)} as (${it})`);
  const rows = await tx.execute(sql`
    with payload as materialized (
      select encode(sha256(convert_to(${salt}::text || E'\n' || ${textBeforeDetails({ before, after })}::text || coalesce('"' || ${detailsDigest('d')} || '"', 'null') || '}', 'UTF8')), 'hex') as digest
      from audit_details d where d.entry_id = ${id}::uuid
    ), head as (
      update data_head h set position = h.position + 1,
        digest = encode(sha256(convert_to(h.digest || E'\n' || ${open}::text || (h.position + 1)::text || ${close}::text || E'\n' || p.digest, 'UTF8')), 'hex')
      from payload p returning new.position, old.digest as previous, new.digest, p.digest as of_payload
    ), entry as (
      insert into audit_entries (id, position, at, actor_id, actor_label, act, subject_kind, subject_id, why, payload_digest, previous_digest, digest)
      select ${id}::uuid, position, ${at}::timestamptz, ${actorId}::uuid, ${wellFormed(actorLabel)}::text, ${act}::text, ${subjectKind}::text, ${subjectId}::uuid, ${wellFormed(why)}::text, of_payload, previous, digest
      from head
    )${sql.join(riders)}
    insert into audit_payloads (entry_id, salt, before, after)
    select ${id}::uuid, ${salt}::text, ${canonicalJson(before)}::jsonb, ${canonicalJson(after)}::jsonb from head returning 1`);
  if (rows.length === 0) throw new Error('The tenant has no data_head row.');
};
