// Vietnamese as data: reasons and topics, as an officer would type them.
import { addDays, type IsoDate } from '@saubac/domain/values';
import type { PluginCtx } from '@saubac/plugin-api';
import { and, asc, eq, inArray } from 'drizzle-orm';

import { attendanceOf, type Mark } from '../attendance/attendance.ts';
import { saveMarks, saveSession, seenBy, sessionsOf } from '../attendance/sessions.ts';
import { certificatesOf, confirmLevel, insertCertificates } from '../certificates/certificates.ts';
import { findClass, saveOutcomes, setClassState } from '../classes/classes.ts';
import { followList } from '../classes/follow-list.ts';
import type { Config } from '../config.ts';
import { insertRequest } from '../enrolment/enrolments.ts';
import { enrolments } from '../tables.ts';
import type { Somebody } from './learners.ts';

type Ctx = PluginCtx<Config>;

const why = ['Thường xuyên làm việc với đoàn công tác của Lào', 'Được phân công theo dõi địa bàn biên giới', null, 'Phụ trách tiếp nhận hồ sơ của công dân Lào'];
const topics = ['Chữ cái và thanh điệu', 'Chào hỏi, giới thiệu', 'Số đếm, ngày tháng', 'Hỏi đường, đi lại', 'Giao tiếp công sở', 'Ôn tập'];

const moves = { submitted: ['submit'], consented: ['submit', 'consent'], enrolled: ['submit', 'consent', 'enrol'] } as const;

/** Requests for seats, taken as far as is said by the moves that officers take. */
export const request = async (ctx: Ctx, { id: classId, startsOn }: { id: string; startsOn: IsoDate }, people: readonly Somebody[], upTo: keyof typeof moves): Promise<void> => {
  for (const [at, { id: personId, unit }] of people.entries()) {
    const proposedOn = addDays(startsOn < ctx.today ? startsOn : ctx.today, -(at % 4) - 1);
    const opened = await ctx.write(async (tx, record, tools) => {
      const id = await insertRequest(tx, { classId, personId, unitId: unit.id, why: why[at % why.length] ?? null, proposedBy: null, proposedOn });
      await record({ act: 'lao-enrolment.proposed', subject: { kind: 'lao-enrolment', id }, after: { class: classId, person: personId, unit: unit.id } });
      return tools.openCase('lao-enrolment', { subject: id, unit: unit.id });
    });
    if (!opened.ok) continue;
    for (const move of moves[upTo]) {
      const moved = await ctx.cases.move('lao-enrolment', { case: opened.value, move });
      if (!moved.ok) throw new Error(`The sample can't ${move}: ${moved.failure.kind}`);
    }
  }
};

const learnersOf = ({ db }: Ctx, classId: string) => db.select({ id: enrolments.id, personId: enrolments.personId }).from(enrolments).where(and(eq(enrolments.classId, classId), inArray(enrolments.state, ['enrolled', 'official']))).orderBy(asc(enrolments.id));

/** The official list with everybody on it. */
export const publish = async (ctx: Ctx, { id, startsOn }: { id: string; startsOn: IsoDate }, order: string): Promise<void> => {
  const learners = await learnersOf(ctx, id);
  await ctx.write(async (tx, record) => {
    const row = await findClass(tx, id, true);
    await saveOutcomes(tx, learners.map((it) => ({ enrolment: it.id, outcome: 'official', reason: null })));
    if (row) await setClassState(tx, row, { state: 'official', orderNumber: order, officialOn: addDays(startsOn, 14), trialEndsOn: addDays(startsOn, 14) });
    await record({ act: 'lao-class.list-published', subject: { kind: 'lao-class', id }, after: { order } });
  });
  await followList(ctx, id);
};

// Most come, some are excused now and then, and one or two come too seldom.
const markOf = (learner: number, session: number): Mark => {
  if (learner % 7 === 3 && session % 2 === 1) return 'absent';
  if ((learner + session) % 9 === 4) return 'excused';
  return (learner * 5 + session) % 13 === 6 ? 'absent' : 'present';
};

/** Sessions twice a week from the first day on, with who was there. */
export const hold = async (ctx: Ctx, { id, startsOn }: { id: string; startsOn: IsoDate }, count: number): Promise<void> => {
  const learners = await learnersOf(ctx, id);
  await ctx.write(async (tx, record) => {
    for (let at = 0; at < count; at += 1) {
      const session = await saveSession(tx, id, { heldOn: addDays(startsOn, Math.floor(at / 2) * 7 + (at % 2) * 3), lessons: 4, topic: topics[at % topics.length] ?? null });
      await saveMarks(tx, session, Object.fromEntries(learners.map((it, learner) => [it.id, markOf(learner, at)])));
    }
    await record({ act: 'lao-session.added', subject: { kind: 'lao-class', id }, after: { sessions: count } });
  });
};

/** Certificates for whoever attended enough; of some the level is confirmed. */
export const issue = async (ctx: Ctx, classId: string, order: { on: IsoDate; decisionNumber: string; course: 'basic' | 'advanced'; confirmed: number }): Promise<void> => {
  const sessions = await sessionsOf(ctx.db, classId);
  const learners = (await learnersOf(ctx, classId)).map((it) => ({ ...it, attendance: attendanceOf(seenBy(sessions, it.id), ctx.config) }));
  const completed = learners.filter((it) => it.attendance.enough).map((it) => ({ enrolment: it.id, person: it.personId, course: order.course, attended: it.attendance.attended, due: it.attendance.due }));
  await ctx.write(async (tx, record) => {
    const numbers = await insertCertificates(tx, completed, { prefix: ctx.config.certificatePrefix, on: order.on, decisionNumber: order.decisionNumber, decisionOn: order.on });
    const issued = await certificatesOf(tx, completed.slice(0, order.confirmed).map((it) => it.enrolment));
    for (const { id } of issued.values()) await confirmLevel(tx, id, { level: 1, document: '215/XN-SGDĐT', on: addDays(order.on, 30) });
    await record({ act: 'lao-certificate.issued', subject: { kind: 'lao-class', id: classId }, after: { numbers } });
  });
};
