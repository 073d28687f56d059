import { sql } from 'drizzle-orm';
import type { TenantSql } from '../tenancy/tenant-db.ts';
import { entryDigest, payloadDigest, type EntryMetadata } from './chain.ts';
import { detailDigests } from './details.ts';

export type ChainFault =
  /** Entries are missing before this position, or were put in another order. */
  | { kind: 'gap'; position: number }
  /** What the entry says was changed. */
  | { kind: 'entry-changed'; position: number }
  /** What the write changed, or a row of its details, was changed. */
  | { kind: 'payload-changed'; position: number }
  /** The head does not stand on the last entry. */
  | { kind: 'head-changed'; position: number };

/** The state of a tenant's audit. `erased` counts entries whose payload was erased, which the chain allows. */
export type ChainReport = { entries: number; erased: number; faults: ChainFault[] };

type Row = EntryMetadata & { payloadDigest: string; previousDigest: string; digest: string; salt: string | null; before: unknown; after: unknown };

const page = 2_000;

const readPage = async (db: TenantSql, after: number): Promise<Row[]> => {
  const rows = await db.execute<Omit<Row, 'position'> & { position: string }>(sql`
    select e.id, e.position, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.actor_id as "actorId", e.actor_label as "actorLabel",
           e.act, e.subject_kind as "subjectKind", e.subject_id as "subjectId", e.why, e.payload_digest as "payloadDigest",
           e.previous_digest as "previousDigest", e.digest, p.salt, p.before, p.after
    from audit_entries e left join audit_payloads p on p.entry_id = e.id
    where e.position > ${after} order by e.position limit ${page}`);
  return rows.map((row) => ({ ...row, position: Number(row.position) }));
};

const metadataOf = ({ id, position, at, actorId, actorLabel, act, subjectKind, subjectId, why }: Row): EntryMetadata => ({ id, position, at, actorId, actorLabel, act, subjectKind, subjectId, why });

const faultsOf = (row: Row, expected: { position: number; digest: string }, details: string | null): ChainFault[] => {
  const { position } = row;
  if (position !== expected.position || row.previousDigest !== expected.digest) return [{ kind: 'gap', position }];
  if (entryDigest(row.previousDigest, metadataOf(row), row.payloadDigest) !== row.digest) return [{ kind: 'entry-changed', position }];
  const changed = row.salt !== null && payloadDigest(row.salt, { before: row.before, after: row.after, details }) !== row.payloadDigest;
  return changed ? [{ kind: 'payload-changed', position }] : [];
};

/** Walks the whole audit of a tenant and recomputes every digest. */
export const verifyChain = async (db: TenantSql): Promise<ChainReport> => {
  const report: ChainReport = { entries: 0, erased: 0, faults: [] };
  const details = await detailDigests(db);
  let last = { position: 0, digest: '' };
  for (let rows = await readPage(db, 0); rows.length > 0; rows = await readPage(db, last.position)) {
    for (const row of rows) {
      report.faults.push(...faultsOf(row, { position: last.position + 1, digest: last.digest }, details.get(row.id) ?? null));
      report.entries += 1;
      if (row.salt === null) report.erased += 1;
      last = { position: row.position, digest: row.digest };
    }
  }
  const [head] = await db.execute<{ position: string; digest: string }>(sql`select position, digest from data_head`);
  if (Number(head?.position) !== last.position || head?.digest !== last.digest) report.faults.push({ kind: 'head-changed', position: last.position });
  return report;
};
