import type { PluginSql } from '@saubac/plugin-api';
import { and, asc, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm';

import { certificates, classes, enrolments, programmes } from '../tables.ts';
import { certificateNumber } from './completion.ts';

export type CertificateRow = typeof certificates.$inferSelect;

const whole = (db: PluginSql) =>
  db
    .select({ row: certificates, classId: classes.id, className: classes.name, aimedAt: programmes.level })
    .from(certificates)
    .innerJoin(enrolments, eq(enrolments.id, certificates.enrolmentId))
    .innerJoin(classes, eq(classes.id, enrolments.classId))
    .innerJoin(programmes, eq(programmes.id, classes.programmeId));

/** All certificates with their classes: those without a confirmed level first, then the latest. */
export const listCertificates = (db: PluginSql) => whole(db).orderBy(sql`${certificates.confirmedLevel} is not null`, desc(certificates.year), asc(certificates.serial));

/** Certificates issued in a period, both days inclusive, in the order of their numbers. */
export const certificatesIn = (db: PluginSql, from: string, to: string) => whole(db).where(and(gte(certificates.issuedOn, from), lte(certificates.issuedOn, to))).orderBy(asc(certificates.year), asc(certificates.serial));

/** The certificates of some enrolments, by enrolment. */
export const certificatesOf = async (db: PluginSql, ids: readonly string[]): Promise<ReadonlyMap<string, CertificateRow>> => {
  const rows = ids.length === 0 ? [] : await db.select().from(certificates).where(inArray(certificates.enrolmentId, [...ids]));
  return new Map(rows.map((it) => [it.enrolmentId, it]));
};

/** The classes somebody learned in, the latest first, with what he got for it. */
export const coursesOfPerson = async (db: PluginSql, person: string) => {
  const rows = await db
    .select({ enrolment: enrolments.id, class: classes.id, name: classes.name, state: enrolments.state, startsOn: classes.startsOn })
    .from(enrolments)
    .innerJoin(classes, eq(classes.id, enrolments.classId))
    .where(eq(enrolments.personId, person))
    .orderBy(desc(classes.startsOn), asc(enrolments.id));
  const got = await certificatesOf(db, rows.map((it) => it.enrolment));
  return rows.map(({ enrolment, ...rest }) => {
    const certificate = got.get(enrolment);
    return { ...rest, certificate: certificate ? { number: certificate.number, issuedOn: certificate.issuedOn, level: certificate.confirmedLevel } : null };
  });
};

/** What a certificate is issued for. */
export type Completed = { enrolment: string; person: string; course: 'basic' | 'advanced'; attended: number; due: number };

/** Issues certificates with the next numbers of the year. Two orders at once can't take the same number: the later one is refused by the database. */
export const insertCertificates = async (tx: PluginSql, completed: readonly Completed[], order: { prefix: string; on: string; decisionNumber: string; decisionOn: string }): Promise<string[]> => {
  const year = Number(order.on.slice(0, 4));
  const [last] = await tx.select({ serial: sql<number>`coalesce(max(${certificates.serial}), 0)::int` }).from(certificates).where(eq(certificates.year, year));
  const rows = completed.map((it, at) => {
    const serial = (last?.serial ?? 0) + at + 1;
    return {
      enrolmentId: it.enrolment, personId: it.person, course: it.course, year, serial, number: certificateNumber(order.prefix, serial, year), issuedOn: order.on,
      decisionNumber: order.decisionNumber, decisionOn: order.decisionOn, attendedLessons: it.attended, dueLessons: it.due,
    };
  });
  await tx.insert(certificates).values(rows);
  return rows.map((it) => it.number);
};

/** Notes the level that was confirmed for a certificate; the one before, undefined if there is no such certificate. */
export const confirmLevel = async (tx: PluginSql, id: string, { level, document, on }: { level: number; document: string; on: string }): Promise<CertificateRow | undefined> => {
  const [before] = await tx.select().from(certificates).where(eq(certificates.id, id)).for('update');
  if (before) await tx.update(certificates).set({ confirmedLevel: level, confirmation: document, confirmedOn: on }).where(eq(certificates.id, id));
  return before;
};
