import { type PluginSql } from '@saubac/plugin-api';
import { eq, inArray, sql } from 'drizzle-orm';

import { classes, classTeachers, enrolments } from '../tables.ts';
import type { SeatRequest } from './workflow.ts';

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

/** Takes the class of a request in hand: nobody else gives a seat of it until the transaction ends. */
export const holdClassOf = async (tx: PluginSql, enrolment: string): Promise<void> => {
  const of = tx.select({ id: enrolments.classId }).from(enrolments).where(eq(enrolments.id, enrolment));
  await tx.select({ id: classes.id }).from(classes).where(inArray(classes.id, of)).for('update');
};
