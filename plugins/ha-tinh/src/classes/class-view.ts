import { isoDate, type PersonId } from '@saubac/domain/values';
import type { PluginCtx } from '@saubac/plugin-api';
import { asc, eq } from 'drizzle-orm';

import { attendanceOf } from '../attendance/attendance.ts';
import { seenBy, sessionsOf } from '../attendance/sessions.ts';
import { certificatesOf } from '../certificates/certificates.ts';
import { completionRefusal } from '../certificates/completion.ts';
import type { Config } from '../config.ts';
import { workingWithLaos } from '../duties/duties.ts';
import { enrolments } from '../tables.ts';
import { findClass, findClassLine, framesOf, teachersOf } from './classes.ts';
import { proposedCut } from './official-list.ts';
import type { ClassWhole, Learner, Session } from './wire.ts';

type Ctx = PluginCtx<Config>;
type Row = typeof enrolments.$inferSelect;

/** Whoever asked for a seat of a class, as far as the caller may see their cases. */
const rowsOf = async ({ db, cases }: Ctx, classId: string) => {
  const rows = await db.select().from(enrolments).where(eq(enrolments.classId, classId)).orderBy(asc(enrolments.proposedOn), asc(enrolments.id));
  return { rows, standing: await cases.ofSubjects('lao-enrolment', rows.map((it) => it.id)) };
};

/** The learners of a class and whoever waits for a seat of it, with attendance, consent and what they got. */
export const learnersOf = async (ctx: Ctx, classId: string, classState: ClassWhole['state'], held: readonly Session[], on: string): Promise<Learner[]> => {
  const { rows, standing } = await rowsOf(ctx, classId);
  const ids = rows.map((it) => it.personId);
  const people = await ctx.core.people(ids as PersonId[]);
  const withLaos = await workingWithLaos(ctx.db, ids, on);
  const certificates = await certificatesOf(ctx.db, rows.map((it) => it.id));
  return rows.map((row: Row): Learner => {
    const person = people.get(row.personId as PersonId);
    const certificate = certificates.get(row.id);
    const attendance = attendanceOf(seenBy(held, row.id), ctx.config);
    const it = standing.get(row.id);
    return {
      enrolment: row.id, case: it?.id ?? null, caseVersion: it?.version ?? null, person: row.personId, name: person?.name ?? null, unit: person?.unit?.name ?? null,
      state: row.state, why: row.why, proposedOn: row.proposedOn, consentedOn: row.consentedOn, reason: row.reason, worksWithLaos: withLaos.has(row.personId), attendance,
      certificate: certificate ? { number: certificate.number, issuedOn: certificate.issuedOn, level: certificate.confirmedLevel } : null,
      refused: completionRefusal(classState, { enrolment: row.id, state: row.state, attendance, certified: certificate !== undefined }) ?? null,
    };
  });
};

/** A class whole: what was decided, who learns in it, what was held, who would be cut. */
export const classView = async (ctx: Ctx, id: string): Promise<ClassWhole | undefined> => {
  const { db, core, config, today } = ctx;
  const [line, row] = [await findClassLine(db, id), await findClass(db, id)];
  if (!line || !row) return undefined;
  const frames = await framesOf(db, row);
  const teachers = await teachersOf(db, id);
  const taught = await core.people(teachers.flatMap((it) => (it.personId === null ? [] : [it.personId as PersonId])));
  const sessions = await sessionsOf(db, id);
  const learners = await learnersOf(ctx, id, row.state, sessions, today);
  const onTrial = learners.filter((it) => it.state === 'enrolled').map((it) => ({ enrolment: it.enrolment, worksWithLaos: it.worksWithLaos, share: it.attendance.share, proposedOn: isoDate(it.proposedOn) }));
  return {
    ...line, programmeId: row.programmeId, programmeLessons: frames.lessons, agreement: frames.agreement, decisionNumber: row.decisionNumber, decisionOn: row.decisionOn,
    trialEndsOn: row.trialEndsOn, orderNumber: row.orderNumber, officialOn: row.officialOn, version: row.version,
    lessonsHeld: sessions.reduce((all, it) => all + it.lessons, 0), minAttendance: config.minAttendance,
    teachers: teachers.map((it) => ({ person: taught.has(it.personId as PersonId) ? it.personId : null, name: it.name ?? taught.get(it.personId as PersonId)?.name ?? null })),
    learners, sessions,
    proposedCut: row.state === 'trial' ? proposedCut(onTrial, row.seats).map((it) => it.enrolment) : [],
  };
};
