import type { PluginSql } from '@saubac/plugin-api';
import { and, desc, eq, inArray } from 'drizzle-orm';

import { classes, enrolments } from '../tables.ts';

export type EnrolmentRow = typeof enrolments.$inferSelect;

/** Requests for seats with the names of their classes, the latest first. */
export const listRequests = async (db: PluginSql): Promise<{ row: EnrolmentRow; className: string }[]> =>
  db.select({ row: enrolments, className: classes.name }).from(enrolments).innerJoin(classes, eq(classes.id, enrolments.classId)).orderBy(desc(enrolments.proposedOn), desc(enrolments.id)).limit(2_000);

export const findRequest = async (db: PluginSql, id: string): Promise<EnrolmentRow | undefined> => (await db.select().from(enrolments).where(eq(enrolments.id, id)))[0];

/** Whether somebody has a request for a class that came to nothing else yet. */
export const hasRequest = async (tx: PluginSql, classId: string, person: string): Promise<boolean> => {
  const rows = await tx.select({ id: enrolments.id }).from(enrolments).where(and(eq(enrolments.classId, classId), eq(enrolments.personId, person), inArray(enrolments.state, ['draft', 'submitted', 'consented', 'enrolled', 'official'])));
  return rows.length > 0;
};

/** Writes a request for a seat; its case begins with it. */
export const insertRequest = async (tx: PluginSql, it: { classId: string; personId: string; unitId: string; why: string | null; proposedBy: string | null; proposedOn: string }): Promise<string> => {
  const [row] = await tx.insert(enrolments).values(it).returning({ id: enrolments.id });
  return row?.id ?? '';
};
