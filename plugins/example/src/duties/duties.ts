import type { PluginSql } from '@saubac/plugin-api';
import { and, desc, eq, gt, lte, ne } from 'drizzle-orm';

import { frontDeskDuties as duties } from '../tables.ts';
import type { Days } from './period.ts';

export type Duty = Days & { id: string; person: string; place: string };

const columns = { id: duties.id, person: duties.personId, place: duties.place, from: duties.validFrom, to: duties.validTo };

/** All duties, the latest first. */
export const listDuties = (db: PluginSql): Promise<Duty[]> => db.select(columns).from(duties).orderBy(desc(duties.validTo), desc(duties.validFrom), duties.id).limit(2_000);

/** The duties of one person, the latest first. */
export const dutiesOf = (db: PluginSql, person: string): Promise<Duty[]> => db.select(columns).from(duties).where(eq(duties.personId, person)).orderBy(desc(duties.validFrom));

export const findDuty = async (db: PluginSql, id: string): Promise<Duty | undefined> => (await db.select(columns).from(duties).where(eq(duties.id, id)))[0];

/** Duties whose last day lies within some days. */
export const endingWithin = (db: PluginSql, from: string, to: string): Promise<Duty[]> =>
  db.select(columns).from(duties).where(and(gt(duties.validTo, from), lte(duties.validTo, to), ne(duties.validTo, 'infinity')));

export const insertDuty = async (tx: PluginSql, it: { person: string; place: string } & Days): Promise<string> => {
  const [row] = await tx.insert(duties).values({ personId: it.person, place: it.place, validFrom: it.from, validTo: it.to }).returning({ id: duties.id });
  return row?.id ?? '';
};

/** Ends a duty: it no longer holds on that day. */
export const endDuty = async (tx: PluginSql, id: string, to: string): Promise<void> => {
  await tx.update(duties).set({ validTo: to }).where(eq(duties.id, id));
};

/** Gives a duty to somebody else from a day on: all of it where the day is its first. */
export const handOver = async (tx: PluginSql, duty: Duty, to: { person: string; from: string }): Promise<void> => {
  if (to.from <= duty.from) {
    await tx.update(duties).set({ personId: to.person }).where(eq(duties.id, duty.id));
    return;
  }
  await endDuty(tx, duty.id, to.from);
  await insertDuty(tx, { person: to.person, place: duty.place, from: to.from, to: duty.to });
};
