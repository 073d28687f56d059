import { z } from '@hono/zod-openapi';
import { id, localText, shownDay, shownMoment } from '../frame/index.ts';

export const topics = ['dissemination', 'policy', 'survey', 'training', 'sending', 'quality', 'cooperation', 'finance', 'reporting', 'steering'] as const;
export const dutyStates = ['open', 'reported', 'accepted', 'dropped'] as const;

const unit = z.object({ id, code: z.string(), name: z.string() });

export const dutyReport = z
  .object({ text: z.string(), figure: z.int().nullable(), document: z.string().nullable().openapi({ description: 'Number and day of the document that shows it.' }) })
  .openapi('DutyReport');

/** What a task of a plan asks of a body in a period. */
export const duty = z
  .object({
    id, plan: z.string(), task: z.string(), title: localText, topic: z.enum(topics).nullable(), body: z.string(), bodyName: localText, unit: unit.nullable(), from: shownDay,
    to: shownDay.openapi({ description: 'The last day on which it is in time.' }),
    report: dutyReport.nullable(), version: z.int(), case: id, state: z.enum(dutyStates), late: z.boolean(), daysLate: z.int().openapi({ description: 'Days after the last day on which it was handed in, or is still open.' }), reportedOn: shownDay.nullable(), files: z.int(),
  })
  .openapi('Duty');

export const unitTotals = z.object({ unit: unit.nullable(), open: z.int(), reported: z.int(), accepted: z.int(), late: z.int() }).openapi('UnitTotals');

export const bodyTotals = z.object({ plan: z.string(), body: z.string(), name: localText, open: z.int(), reported: z.int(), accepted: z.int(), late: z.int() }).openapi('BodyTotals');

export const dutySession = z
  .object({ id, heldOn: shownDay, form: z.enum(['meeting', 'online', 'media', 'other']), topic: z.string(), place: z.string().nullable(), heads: z.int(), listed: z.int().openapi({ description: 'How many of them are known by name.' }) })
  .openapi('DutySession');

const cite = z.object({ document: z.string(), clause: z.string(), quote: z.string(), wording: z.literal('summary').optional() });
const reading = z.object({ chosen: localText, chosenBy: localText, alternatives: z.array(localText), note: localText.optional() });

/** How far making known has come. */
export const reach = z
  .object({
    sessions: z.int(), heads: z.int().openapi({ description: 'Counted at all sessions together.' }), listed: z.int(), reached: z.int().openapi({ description: 'Those listed who are among the people due, each once.' }),
    due: z.int().openapi({ description: 'People who hold a post in the unit or below it.' }),
  })
  .openapi('Reach');

/** How far making known has come for a duty. */
export const dutyReach = z.object({ id, title: localText, bodyName: localText, unit: unit.nullable(), state: z.enum(dutyStates), late: z.boolean(), to: shownDay, reach }).openapi('DutyReach');

/** A session with the duty it belongs to. */
export const sessionOfDuty = dutySession.extend({ duty: id, title: localText, unit: unit.nullable() }).openapi('SessionOfDuty');

/** A duty with the clause it comes from, its proofs and its sessions. */
export const wholeDuty = duty
  .extend({
    cite: cite.nullable(), clauseAt: z.object({ version: z.int(), task: z.int() }).nullable().openapi({ description: 'The version of the plan that says it, and the place among its tasks from 0.' }), reading: reading.nullable(), coordinating: z.array(localText), proofs: z.array(localText),
    documents: z.array(z.object({ id, name: z.string(), mediaType: z.string(), size: z.int(), createdAt: shownMoment })),
    sessions: z.array(dutySession),
    reach: reach.nullable(),
  })
  .openapi('WholeDuty');

export const bodyOfPlan = z.object({ plan: z.string(), body: z.string(), name: localText, units: z.array(unit) }).openapi('BodyOfPlan');
