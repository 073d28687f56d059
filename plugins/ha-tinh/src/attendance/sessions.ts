import type { PluginSql } from '@saubac/plugin-api';
import { asc, eq, inArray } from 'drizzle-orm';

import type { Session } from '../classes/wire.ts';
import { attendances, sessions } from '../tables.ts';
import type { Mark, Seen } from './attendance.ts';

/** The sessions of a class by day, each with what was noted of whom. */
export const sessionsOf = async (db: PluginSql, classId: string): Promise<Session[]> => {
  const rows = await db.select().from(sessions).where(eq(sessions.classId, classId)).orderBy(asc(sessions.heldOn), asc(sessions.id));
  const ids = rows.map((it) => it.id);
  const noted = ids.length === 0 ? [] : await db.select().from(attendances).where(inArray(attendances.sessionId, ids));
  return rows.map(({ id, heldOn, lessons, topic }) => ({
    id, heldOn, lessons, topic, marks: Object.fromEntries(noted.filter((it) => it.sessionId === id).map((it) => [it.enrolmentId, it.mark])),
  }));
};

/** The sessions as far as one learner goes. */
export const seenBy = (all: readonly Session[], enrolment: string): readonly Seen[] => all.map(({ lessons, marks }) => ({ lessons, mark: marks[enrolment] ?? null }));

/** A session with the class that it belongs to. */
export const findSession = async (db: PluginSql, id: string): Promise<typeof sessions.$inferSelect | undefined> => (await db.select().from(sessions).where(eq(sessions.id, id)))[0];

/** Writes a session, new or known. */
export const saveSession = async (tx: PluginSql, classId: string, input: { heldOn: string; lessons: number; topic: string | null }, id?: string): Promise<string> => {
  const [row] = await (id === undefined ? tx.insert(sessions).values({ classId, ...input }).returning({ id: sessions.id }) : tx.update(sessions).set(input).where(eq(sessions.id, id)).returning({ id: sessions.id }));
  return row?.id ?? '';
};

/** Notes who was there, over what was noted before. */
export const saveMarks = async (tx: PluginSql, sessionId: string, marks: Readonly<Record<string, Mark>>): Promise<void> => {
  await tx.delete(attendances).where(eq(attendances.sessionId, sessionId));
  const rows = Object.entries(marks).map(([enrolmentId, mark]) => ({ sessionId, enrolmentId, mark }));
  if (rows.length > 0) await tx.insert(attendances).values(rows);
};
