import type { PluginSql } from '@saubac/plugin-api';
import { desc, eq, inArray } from 'drizzle-orm';

import type { Duty } from '../duties/duties.ts';
import { dutySwaps, frontDeskDuties as duties } from '../tables.ts';
import type { Swap } from './workflow.ts';

/** A request as it is kept, with the duty that it is about. */
export type KeptSwap = { id: string; person: string; from: string; why: string; duty: Duty };

const columns = {
  id: dutySwaps.id, person: dutySwaps.personId, from: dutySwaps.fromDay, why: dutySwaps.why,
  duty: { id: duties.id, person: duties.personId, place: duties.place, from: duties.validFrom, to: duties.validTo },
};

/** All requests, the latest first. */
export const listSwaps = (db: PluginSql): Promise<KeptSwap[]> =>
  db.select(columns).from(dutySwaps).innerJoin(duties, eq(duties.id, dutySwaps.dutyId)).orderBy(desc(dutySwaps.askedOn), desc(dutySwaps.id)).limit(500);

export const findSwap = async (db: PluginSql, id: string): Promise<KeptSwap | undefined> =>
  (await db.select(columns).from(dutySwaps).innerJoin(duties, eq(duties.id, dutySwaps.dutyId)).where(eq(dutySwaps.id, id)))[0];

/** Requests as guards see them, by id, in one statement. */
export const swapsByIds = async (db: PluginSql, ids: readonly string[]): Promise<ReadonlyMap<string, Swap>> => {
  const others = db.select({ person: duties.personId, from: duties.validFrom, to: duties.validTo }).from(duties).as('others');
  const rows = await db
    .select({ ...columns, otherFrom: others.from, otherTo: others.to })
    .from(dutySwaps)
    .innerJoin(duties, eq(duties.id, dutySwaps.dutyId))
    .leftJoin(others, eq(others.person, dutySwaps.personId))
    .where(inArray(dutySwaps.id, [...ids]));
  return new Map(
    [...Map.groupBy(rows, (it) => it.id)].flatMap(([id, [first, ...more]]): [string, Swap][] => {
      if (!first) return [];
      const held = [first, ...more].flatMap(({ otherFrom, otherTo }) => (otherFrom === null || otherTo === null ? [] : [{ from: otherFrom, to: otherTo }]));
      return [[id, { id, place: first.duty.place, duty: { from: first.duty.from, to: first.duty.to }, from: first.from, replacement: { person: first.person, duties: held } }]];
    }),
  );
};

export const insertSwap = async (tx: PluginSql, it: { duty: string; person: string; from: string; why: string; askedOn: string }): Promise<string> => {
  const [row] = await tx.insert(dutySwaps).values({ dutyId: it.duty, personId: it.person, fromDay: it.from, why: it.why, askedOn: it.askedOn }).returning({ id: dutySwaps.id });
  return row?.id ?? '';
};
