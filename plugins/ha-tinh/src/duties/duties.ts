import type { PluginSql } from '@saubac/plugin-api';
import { and, asc, desc, eq, gt, inArray, lte } from 'drizzle-orm';

import { certificates, duties } from '../tables.ts';

export type DutyRow = typeof duties.$inferSelect;

/** The list of who works with Laos, those of today first. */
export const listDuties = async (db: PluginSql): Promise<DutyRow[]> => db.select().from(duties).orderBy(desc(duties.validTo), desc(duties.validFrom), asc(duties.id));

/** Who of some people works with Laos on a day. */
export const workingWithLaos = async (db: PluginSql, people: readonly string[], on: string): Promise<ReadonlySet<string>> => {
  if (people.length === 0) return new Set();
  const rows = await db.select({ person: duties.personId }).from(duties).where(and(inArray(duties.personId, [...people]), lte(duties.validFrom, on), gt(duties.validTo, on)));
  return new Set(rows.map((it) => it.person));
};

/** The duties of one person, the latest first. */
export const dutiesOf = async (db: PluginSql, person: string): Promise<DutyRow[]> => db.select().from(duties).where(eq(duties.personId, person)).orderBy(desc(duties.validFrom));

/** The courses that some people have completed, by person. */
export const coursesOf = async (db: PluginSql, people: readonly string[]): Promise<ReadonlyMap<string, 'basic' | 'advanced'>> => {
  if (people.length === 0) return new Map();
  const rows = await db.select({ person: certificates.personId, course: certificates.course }).from(certificates).where(inArray(certificates.personId, [...people])).orderBy(desc(certificates.course));
  // “advanced” sorts before “basic”, so the rows come with the higher course last.
  return new Map(rows.map((it) => [it.person, it.course]));
};

/** Writes somebody onto the list; `until` is his last day. */
export const insertDuty = async (tx: PluginSql, it: { person: string; work: string; from: string; before: string | null }): Promise<string> => {
  const [row] = await tx.insert(duties).values({ personId: it.person, work: it.work, validFrom: it.from, validTo: it.before ?? 'infinity' }).returning({ id: duties.id });
  return row?.id ?? '';
};

/** Ends a duty: it no longer holds on that day. */
export const endDuty = async (tx: PluginSql, id: string, before: string): Promise<void> => {
  await tx.update(duties).set({ validTo: before }).where(eq(duties.id, id));
};

export const findDuty = async (db: PluginSql, id: string): Promise<DutyRow | undefined> => (await db.select().from(duties).where(eq(duties.id, id)))[0];
