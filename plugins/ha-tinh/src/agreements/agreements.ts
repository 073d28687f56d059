import { isoDate } from '@saubac/domain/values';
import type { PluginCtx, PluginSql } from '@saubac/plugin-api';
import { asc, desc, eq, inArray } from 'drizzle-orm';

import type { Config } from '../config.ts';
import { agreements, classes, commitments, followUps } from '../tables.ts';
import { missingFollowUps, standingOf, type Term } from './follow-up.ts';
import type { Agreement, AgreementInput, AgreementLine } from './wire.ts';

type Row = typeof agreements.$inferSelect;

const termOf = (row: Row): Term => ({ signedOn: isoDate(row.signedOn), endsOn: row.endsOn === null ? null : isoDate(row.endsOn) });

const commitmentsOf = async (db: PluginSql, ids: readonly string[]): Promise<(typeof commitments.$inferSelect)[]> =>
  ids.length === 0 ? [] : db.select().from(commitments).where(inArray(commitments.agreementId, [...ids])).orderBy(asc(commitments.position));

const followUpsOf = async (db: PluginSql, ids: readonly string[]): Promise<(typeof followUps.$inferSelect)[]> =>
  ids.length === 0 ? [] : db.select().from(followUps).where(inArray(followUps.commitmentId, [...ids])).orderBy(desc(followUps.year));

/** All agreements, the latest first, with how they stand today and how much of their yearly follow-up is missing. */
export const listAgreements = async ({ db, today, config }: Pick<PluginCtx<Config>, 'db' | 'today' | 'config'>): Promise<AgreementLine[]> => {
  const rows = await db.select().from(agreements).orderBy(desc(agreements.signedOn), asc(agreements.id));
  const bound = await commitmentsOf(db, rows.map((it) => it.id));
  const noted = await followUpsOf(db, bound.map((it) => it.id));
  return rows.map((row) => {
    const own = bound.filter((it) => it.agreementId === row.id).map((it) => it.id);
    const entries = noted.map((it) => ({ commitment: it.commitmentId, year: it.year }));
    return {
      id: row.id, title: row.title, partner: row.partner, signedOn: row.signedOn, endsOn: row.endsOn,
      standing: standingOf(termOf(row), today, config.warnDays), commitments: own.length, missing: missingFollowUps(termOf(row), own, entries, today).length,
    };
  });
};

/** One agreement whole. */
export const findAgreement = async ({ db, today, config }: Pick<PluginCtx<Config>, 'db' | 'today' | 'config'>, id: string): Promise<Agreement | undefined> => {
  const [row] = await db.select().from(agreements).where(eq(agreements.id, id));
  if (!row) return undefined;
  const bound = await commitmentsOf(db, [id]);
  const noted = await followUpsOf(db, bound.map((it) => it.id));
  const held = await db.select({ id: classes.id, name: classes.name, state: classes.state, startsOn: classes.startsOn }).from(classes).where(eq(classes.agreementId, id)).orderBy(desc(classes.startsOn));
  const missing = missingFollowUps(termOf(row), bound.map((it) => it.id), noted.map((it) => ({ commitment: it.commitmentId, year: it.year })), today);
  const first = Number(row.signedOn.slice(0, 4));
  const last = Math.min(Number(today.slice(0, 4)), row.endsOn === null ? Infinity : Number(row.endsOn.slice(0, 4)));
  return {
    id, title: row.title, partner: row.partner, signedOn: row.signedOn, endsOn: row.endsOn, note: row.note, version: row.version,
    standing: standingOf(termOf(row), today, config.warnDays),
    years: Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => last - at),
    commitments: bound.map((it) => ({
      id: it.id, wording: it.wording,
      followUps: noted.filter((entry) => entry.commitmentId === it.id).map(({ year, done, notedOn }) => ({ year, done, notedOn })),
    })),
    missing: [...missing],
    classes: held,
  };
};

const columnsOf = ({ title, partner, signedOn, endsOn, note }: AgreementInput) => ({ title, partner, signedOn, endsOn, note });

/** Writes a new agreement with its commitments. */
export const insertAgreement = async (tx: PluginSql, input: AgreementInput): Promise<string> => {
  const [row] = await tx.insert(agreements).values(columnsOf(input)).returning({ id: agreements.id });
  const id = row?.id ?? '';
  await tx.insert(commitments).values(input.commitments.map(({ wording }, position) => ({ agreementId: id, position, wording })));
  return id;
};

/**
 * Changes an agreement that still has the version that was seen; undefined if it has another. A commitment that is left out goes, unless
 * something was noted of it: what was done is not forgotten.
 */
export const updateAgreement = async (tx: PluginSql, id: string, version: number, input: AgreementInput): Promise<Row | undefined> => {
  const [before] = await tx.select().from(agreements).where(eq(agreements.id, id)).for('update');
  if (before?.version !== version) return undefined;
  await tx.update(agreements).set({ ...columnsOf(input), version: version + 1 }).where(eq(agreements.id, id));
  const standing = await commitmentsOf(tx, [id]);
  const noted = new Set((await followUpsOf(tx, standing.map((it) => it.id))).map((it) => it.commitmentId));
  const kept = new Set(input.commitments.map((it) => it.id));
  const gone = standing.filter((it) => !kept.has(it.id) && !noted.has(it.id)).map((it) => it.id);
  if (gone.length > 0) await tx.delete(commitments).where(inArray(commitments.id, gone));
  for (const [position, { id: commitment, wording }] of input.commitments.entries()) {
    if (commitment !== undefined && standing.some((it) => it.id === commitment)) await tx.update(commitments).set({ position, wording }).where(eq(commitments.id, commitment));
    else await tx.insert(commitments).values({ agreementId: id, position, wording });
  }
  return before;
};

/** Notes what was done about a commitment in a year; a later note of the same year takes its place. */
export const saveFollowUp = async (tx: PluginSql, entry: { commitment: string; year: number; done: string; on: string }): Promise<void> => {
  const noted = { done: entry.done, notedOn: entry.on };
  await tx.insert(followUps).values({ commitmentId: entry.commitment, year: entry.year, ...noted }).onConflictDoUpdate({ target: [followUps.commitmentId, followUps.year], set: noted });
};
