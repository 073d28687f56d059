import type { PluginSql } from '@saubac/plugin-api';
import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm';

import { agreements, certificates, classes, classTeachers, enrolments, programmes } from '../tables.ts';
import type { ClassInput, ClassLine } from './wire.ts';

export type ClassRow = typeof classes.$inferSelect;

const counted = (states: readonly string[]) => sql<number>`(select count(*)::int from ${enrolments} e where e.class_id = ${classes.id} and e.state in ${[...states]})`;
const certified = sql<number>`(select count(*)::int from ${certificates} k join ${enrolments} e on e.id = k.enrolment_id where e.class_id = ${classes.id})`;

const lineOf = {
  id: classes.id, name: classes.name, programme: programmes.name, course: programmes.course, startsOn: classes.startsOn, endsOn: classes.endsOn, place: classes.place, state: classes.state,
  seats: classes.seats, capacity: classes.capacity, taken: counted(['enrolled', 'official']), waiting: counted(['submitted', 'consented']), certificates: certified,
};

/** All classes, the latest first, with how many sit in them and wait for a seat. */
export const listClasses = async (db: PluginSql): Promise<ClassLine[]> =>
  db.select(lineOf).from(classes).innerJoin(programmes, eq(programmes.id, classes.programmeId)).orderBy(desc(classes.startsOn), asc(classes.name), asc(classes.id));

/** Some classes by their ids, with the line that lists show. */
export const findClassLine = async (db: PluginSql, id: string): Promise<ClassLine | undefined> =>
  (await db.select(lineOf).from(classes).innerJoin(programmes, eq(programmes.id, classes.programmeId)).where(eq(classes.id, id)))[0];

/** A class as it is kept. `lock`: nobody else changes it or gives a seat of it until the transaction ends. */
export const findClass = async (db: PluginSql, id: string, lock = false): Promise<ClassRow | undefined> => {
  const query = db.select().from(classes).where(eq(classes.id, id));
  return (lock ? await query.for('update') : await query)[0];
};

/** The programme and the agreement of a class. */
export const framesOf = async (db: PluginSql, { programmeId, agreementId }: ClassRow): Promise<{ lessons: number; course: 'basic' | 'advanced'; agreement: { id: string; title: string } | null }> => {
  const [programme] = await db.select().from(programmes).where(eq(programmes.id, programmeId));
  const [agreement] = agreementId === null ? [] : await db.select({ id: agreements.id, title: agreements.title }).from(agreements).where(eq(agreements.id, agreementId));
  return { lessons: programme?.lessons ?? 0, course: programme?.course ?? 'basic', agreement: agreement ?? null };
};

/** Who teaches a class. */
export const teachersOf = async (db: PluginSql, classId: string): Promise<{ personId: string | null; name: string | null }[]> =>
  db.select({ personId: classTeachers.personId, name: classTeachers.name }).from(classTeachers).where(eq(classTeachers.classId, classId)).orderBy(asc(classTeachers.id));

const columnsOf = ({ programme, agreement, teachers: _, ...rest }: ClassInput) => ({ ...rest, programmeId: programme, agreementId: agreement });

const setTeachers = async (tx: PluginSql, classId: string, teachers: ClassInput['teachers']): Promise<void> => {
  await tx.delete(classTeachers).where(eq(classTeachers.classId, classId));
  const rows = teachers.map((it) => ('person' in it ? { classId, personId: it.person, name: null } : { classId, personId: null, name: it.name }));
  if (rows.length > 0) await tx.insert(classTeachers).values(rows);
};

/** Writes a new class, planned; its capacity is set when enrolment opens. */
export const insertClass = async (tx: PluginSql, input: ClassInput): Promise<string> => {
  const [row] = await tx.insert(classes).values({ ...columnsOf(input), capacity: input.seats }).returning({ id: classes.id });
  const id = row?.id ?? '';
  await setTeachers(tx, id, input.teachers);
  return id;
};

/** Changes what was typed of a class. */
export const updateClass = async (tx: PluginSql, { id, version, capacity, state }: ClassRow, input: ClassInput): Promise<void> => {
  await tx.update(classes).set({ ...columnsOf(input), capacity: state === 'planned' ? input.seats : capacity, version: version + 1 }).where(eq(classes.id, id));
  await setTeachers(tx, id, input.teachers);
};

/** Takes a class to another state. */
export const setClassState = async (tx: PluginSql, { id, version }: ClassRow, change: Partial<Pick<ClassRow, 'state' | 'capacity' | 'trialEndsOn' | 'orderNumber' | 'officialOn'>>): Promise<void> => {
  await tx.update(classes).set({ ...change, version: version + 1 }).where(eq(classes.id, id));
};

/** Notes what the official list makes of everybody on trial. */
export const saveOutcomes = async (tx: PluginSql, outcomes: readonly { enrolment: string; outcome: 'official' | 'cut'; reason: string | null }[]): Promise<void> => {
  for (const { enrolment, outcome, reason } of outcomes) await tx.update(enrolments).set({ outcome, reason }).where(eq(enrolments.id, enrolment));
};

/** Enrolments whose class has its official list and that have not followed it yet. */
export const unfollowed = async (db: PluginSql, classId?: string): Promise<{ id: string; outcome: 'official' | 'cut' | null; reason: string | null }[]> =>
  db
    .select({ id: enrolments.id, outcome: enrolments.outcome, reason: enrolments.reason })
    .from(enrolments)
    .innerJoin(classes, eq(classes.id, enrolments.classId))
    .where(and(eq(enrolments.state, 'enrolled'), inArray(classes.state, ['official', 'ended']), ...(classId === undefined ? [] : [eq(classes.id, classId)])))
    .orderBy(asc(enrolments.id));

/** Classes whose trial is over by a day and whose list is not official yet. */
export const trialsOver = async (db: PluginSql, on: string): Promise<string[]> =>
  (await db.select({ id: classes.id }).from(classes).where(and(eq(classes.state, 'trial'), lte(classes.trialEndsOn, on))).orderBy(asc(classes.trialEndsOn))).map((it) => it.id);
