import { z } from 'zod';

import { classStates } from './class-state.ts';

const day = z.iso.date();
const line = (max: number) => z.string().trim().min(1).max(max);

/** Somebody who teaches: a person of the roster, or a teacher of the partner by name. */
const teacher = z.union([z.object({ person: z.uuid() }), z.object({ name: line(120) })]);

/** What is typed of a class. */
export const classInput = z.object({
  programme: z.uuid(),
  agreement: z.uuid().nullable(),
  name: line(120),
  decisionNumber: line(60).nullable(),
  decisionOn: day.nullable(),
  startsOn: day,
  endsOn: day,
  place: line(200),
  seats: z.int().min(1).max(200),
  teachers: z.array(teacher).max(10),
});
export type ClassInput = z.infer<typeof classInput>;

export const changedClass = classInput.extend({ version: z.int() });
export const classMoveInput = z.object({ move: z.enum(['open', 'beginTrial', 'end']), version: z.int() });
export const officialListInput = z.object({ order: line(60), version: z.int(), cuts: z.array(z.object({ enrolment: z.uuid(), reason: z.string().max(500) })).max(200) });

const state = z.enum(classStates);
const course = z.enum(['basic', 'advanced']);

export const classLine = z.object({
  id: z.string(), name: z.string(), programme: z.string(), course, startsOn: z.string(), endsOn: z.string(), place: z.string(), state,
  seats: z.number(), capacity: z.number(), taken: z.number(), waiting: z.number(), certificates: z.number(),
});
export type ClassLine = z.infer<typeof classLine>;
export const classesAnswer = z.object({ items: z.array(classLine) });

export const learner = z.object({
  enrolment: z.string(), case: z.string().nullable(), caseVersion: z.number().nullable(), person: z.string(), name: z.string().nullable(), unit: z.string().nullable(),
  state: z.string(), why: z.string().nullable(), proposedOn: z.string(), consentedOn: z.string().nullable(), reason: z.string().nullable(), worksWithLaos: z.boolean(),
  attendance: z.object({ attended: z.number(), excused: z.number(), due: z.number(), share: z.number().nullable(), enough: z.boolean() }),
  certificate: z.object({ number: z.string(), issuedOn: z.string(), level: z.number().nullable() }).nullable(),
  refused: z.enum(['not-ended', 'not-official', 'not-enough', 'certified']).nullable(),
});
export type Learner = z.infer<typeof learner>;

export const session = z.object({
  id: z.string(), heldOn: z.string(), lessons: z.number(), topic: z.string().nullable(),
  marks: z.record(z.string(), z.enum(['present', 'excused', 'absent'])),
});
export type Session = z.infer<typeof session>;

export const classAnswer = classLine.extend({
  programmeId: z.string(), programmeLessons: z.number(), agreement: z.object({ id: z.string(), title: z.string() }).nullable(),
  decisionNumber: z.string().nullable(), decisionOn: z.string().nullable(), trialEndsOn: z.string().nullable(), orderNumber: z.string().nullable(), officialOn: z.string().nullable(),
  version: z.number(), lessonsHeld: z.number(), minAttendance: z.number(),
  teachers: z.array(z.object({ person: z.string().nullable(), name: z.string().nullable() })),
  learners: z.array(learner), sessions: z.array(session),
  /** Who would be cut if nobody decided otherwise, by enrolment; only while the class is on trial. */
  proposedCut: z.array(z.string()),
});
export type ClassWhole = z.infer<typeof classAnswer>;
