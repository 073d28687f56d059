import type { Certificate } from '@saubac/domain/levels';
import type { CertificateId, IsoDate, PersonId, UnitScope, UserId } from '@saubac/domain/values';
import { type SQL, sql } from 'drizzle-orm';

import { personInside } from '../access/index.ts';
import type { TenantDb, TenantSql, TenantTx } from '../tenancy/index.ts';
import { type CertificateRow, certificateColumns, certificateJoins, certificateOf } from './certificates.ts';
import { type LevelRules, levelRulesAt } from './level-rules.ts';

/** A certificate that this transaction may change: nobody else can until it ends, nor the rules that give it its level. */
export type HeldCertificate = {
  certificate: Certificate;
  version: number;
  /** Who entered or last corrected it; null: nobody with an account. */
  enteredBy: UserId | null;
  stateReason: string | null;
  /** The account of the person whose certificate it is. */
  holder: UserId | null;
  rules: LevelRules;
};

/** Somebody to whom a certificate may be added, the rules, and the issuer that a name or id means. */
export type Holder = { holder: UserId | null; issuer: string | null; issuerName: string | null; rules: LevelRules };

type Heads = { rules: number; rulesSeen: number };

// A statement that waits for a lock sees the locked row as it is now, and all other rows as they were before it waited. Where the two differ it is asked again.
const settled = async <Row extends Heads>(read: () => Promise<Row | undefined>, agrees: (row: Row) => boolean): Promise<Row | undefined> => {
  const row = await read();
  return row === undefined || (row.rules === row.rulesSeen && agrees(row)) ? row : read();
};

// In a subquery of its own, so that it is locked before the certificate: an import, which has it whole, changes certificates afterwards.
const sharedHead = sql.raw('(select version from level_head for share) head');
const heads = sql.raw('head.version as rules, (select version from level_head) as "rulesSeen"');

type CertificateInHand = CertificateRow & Heads & { version: number; versionSeen: number; enteredBy: UserId | null; stateReason: string | null; holder: UserId | null };

/**
 * Takes a certificate to change it, if the scope lets its holder be seen on the date: its row, and a share of the tenant's levels. An import
 * or a change of the rules is waited for, and waits: both write levels from what they have read of many certificates.
 */
export const lockCertificate = async (db: TenantDb, tx: TenantTx, scope: UnitScope, id: CertificateId, on: IsoDate): Promise<HeldCertificate | undefined> => {
  const query = sql`
    select ${heads}, ${certificateColumns}, c.version, (select x.version from certificates x where x.id = c.id) as "versionSeen",
           c.entered_by as "enteredBy", c.state_reason as "stateReason", h.user_id as holder
    from ${sharedHead} cross join certificates c join people h on h.id = c.person_id ${certificateJoins}
    where c.id = ${id}::uuid and ${personInside(sql`c.person_id`, scope, on)} for no key update of c`;
  const row = await settled(async () => (await tx.execute<CertificateInHand>(query))[0], (it) => it.version === it.versionSeen);
  if (!row) return undefined;
  const { rules, rulesSeen: _, versionSeen: __, version, enteredBy, stateReason, holder, ...rest } = row;
  return { certificate: certificateOf(rest), version, enteredBy, stateReason, holder, rules: await levelRulesAt(db, rules, tx) };
};

const issuerOf = (issuer: string | null, name: string | null): SQL =>
  issuer === null
    ? sql`select x.id, x.name from issuers x where x.code = ${name}::text or lower(x.name) = lower(${name}::text) order by x.code <> ${name}::text, x.code limit 1`
    : sql`select x.id, x.name from issuers x where x.id = ${issuer}::uuid`;

/**
 * Takes a share of the tenant's levels to add a certificate of somebody whom the scope lets be seen on the date. An issuer is found by its
 * id, or else by its code or name as in the roster.
 */
export const lockHolder = async (
  db: TenantDb,
  tx: TenantTx,
  { scope, person, on, issuer, issuerName }: { scope: UnitScope; person: PersonId; on: IsoDate; issuer: string | null; issuerName: string | null },
): Promise<Holder | undefined> => {
  const query = sql`
    select ${heads}, h.user_id as holder, i.id as issuer, i.name as "issuerName"
    from ${sharedHead} cross join people h left join (${issuerOf(issuer, issuerName)}) i on true
    where h.id = ${person}::uuid and ${personInside(sql`h.id`, scope, on)}`;
  const row = await settled(async () => (await tx.execute<Heads & Omit<Holder, 'rules'>>(query))[0], () => true);
  return row && { holder: row.holder, issuer: row.issuer, issuerName: row.issuerName, rules: await levelRulesAt(db, row.rules, tx) };
};

/** The issuer that an id, or else a code or name means; undefined if the tenant has none such. */
export const findIssuer = async (tx: TenantSql, issuer: string | null, issuerName: string | null): Promise<{ id: string; name: string } | undefined> =>
  (await tx.execute<{ id: string; name: string }>(issuerOf(issuer, issuerName)))[0];
