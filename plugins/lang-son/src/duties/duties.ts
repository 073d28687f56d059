import type { PluginSql } from '@saubac/plugin-api';
import { desc, eq } from 'drizzle-orm';

import { gateDuties as duties } from '../tables.ts';
import type { Days } from './period.ts';
import type { Gate } from './wire.ts';

export type Duty = Days & { id: string; person: string; gate: Gate };

const columns = { id: duties.id, person: duties.personId, gate: duties.gate, from: duties.validFrom, to: duties.validTo };

/** All duties, the latest first. */
export const listDuties = (db: PluginSql): Promise<Duty[]> => db.select(columns).from(duties).orderBy(desc(duties.validTo), desc(duties.validFrom), duties.id).limit(2_000);

/** The duties of one person, the latest first. */
export const dutiesOf = (db: PluginSql, person: string): Promise<Duty[]> => db.select(columns).from(duties).where(eq(duties.personId, person)).orderBy(desc(duties.validFrom));

export const findDuty = async (db: PluginSql, id: string): Promise<Duty | undefined> => (await db.select(columns).from(duties).where(eq(duties.id, id)))[0];

export const insertDuty = async (tx: PluginSql, it: { person: string; gate: Gate } & Days): Promise<string> => {
  const [row] = await tx.insert(duties).values({ personId: it.person, gate: it.gate, validFrom: it.from, validTo: it.to }).returning({ id: duties.id });
  return row?.id ?? '';
};

/** Ends a duty: it no longer holds on that day. */
export const endDuty = async (tx: PluginSql, id: string, to: string): Promise<void> => {
  await tx.update(duties).set({ validTo: to }).where(eq(duties.id, id));
};
