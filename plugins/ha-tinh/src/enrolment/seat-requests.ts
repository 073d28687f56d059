import { type PluginSql } from '@saubac/plugin-api';
import { and, eq, inArray, sql } from 'drizzle-orm';

import { classes, classTeachers, enrolments } from '../tables.ts';
import type { SeatRequest } from './workflow.ts';

/** States in which somebody sits in a class. */
export const seated = ['enrolled', 'official'] as const;

const taken = sql<number>`(select count(*)::int from ${enrolments} seat where seat.class_id = ${classes.id} and seat.state in ('enrolled', 'official'))`;
// Whoever teaches any class that is not over yet teaches Lao.
const teachesLao = sql<boolean>`exists (select 1 from ${classTeachers} teacher join ${classes} taught on taught.id = teacher.class_id where teacher.person_id = ${enrolments.personId} and taught.state <> 'ended')`;

/** Requests for seats as their guards see them, by id, in one statement. */
export const seatRequests = async (db: PluginSql, ids: readonly string[]): Promise<ReadonlyMap<string, SeatRequest>> => {
  const rows = await db
    .select({
      id: enrolments.id, person: enrolments.personId, unit: enrolments.unitId, consentedOn: enrolments.consentedOn, teachesLao, taken,
      classId: classes.id, name: classes.name, state: classes.state, capacity: classes.capacity, startsOn: classes.startsOn, place: classes.place,
    })
    .from(enrolments)
    .innerJoin(classes, eq(classes.id, enrolments.classId))
    .where(inArray(enrolments.id, [...ids]));
  return new Map(
    rows.map((it) => [
      it.id,
      {
        id: it.id, person: it.person, unit: it.unit, consented: it.consentedOn !== null, teachesLao: it.teachesLao,
        class: { id: it.classId, name: it.name, state: it.state, capacity: it.capacity, taken: it.taken, startsOn: it.startsOn, place: it.place },
      },
    ]),
  );
};

/** How many sit in a class, the class taken in hand: nobody else gives a seat of it until the transaction ends. */
export const seatsTaken = async (tx: PluginSql, classId: string): Promise<{ taken: number; capacity: number }> => {
  const [locked] = await tx.select({ capacity: classes.capacity }).from(classes).where(eq(classes.id, classId)).for('update');
  const [counted] = await tx.select({ taken: sql<number>`count(*)::int` }).from(enrolments).where(and(eq(enrolments.classId, classId), inArray(enrolments.state, [...seated])));
  return { taken: counted?.taken ?? 0, capacity: locked?.capacity ?? 0 };
};
