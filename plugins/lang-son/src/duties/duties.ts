import type { PluginSql } from '@saubac/plugin-api';
import { and, desc, eq, gt, lte } from 'drizzle-orm';

import type { Gate } from '../gates.ts';
import { gateDuties as duties } from '../tables.ts';
import type { Days } from './period.ts';

export type Duty = Days & { id: string; person: string; gate: Gate };

const columns = { id: duties.id, person: duties.personId, gate: duties.gate, from: duties.validFrom, to: duties.validTo };

/** All duties, the latest first. */
export const listDuties = (db: PluginSql): Promise<Duty[]> => db.select(columns).from(duties).orderBy(desc(duties.validFrom), desc(duties.validTo), duties.id).limit(2_000);

/** The duties that hold on any day of a period, both days inclusive. */
export const dutiesWithin = (db: PluginSql, period: { from: string; to: string }): Promise<Duty[]> =>
  db.select(columns).from(duties).where(and(lte(duties.validFrom, period.to), gt(duties.validTo, period.from)));

/** The duties of one person. */
export const dutiesOf = (db: PluginSql, person: string): Promise<Duty[]> => db.select(columns).from(duties).where(eq(duties.personId, person));

export const insertDuty = async (tx: PluginSql, it: { person: string; gate: Gate } & Days): Promise<string> => {
  const [row] = await tx.insert(duties).values({ personId: it.person, gate: it.gate, validFrom: it.from, validTo: it.to }).returning({ id: duties.id });
  return row?.id ?? '';
};
