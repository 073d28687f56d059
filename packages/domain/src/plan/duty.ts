import { z } from 'zod';
import { isCalendarDay } from '../values/index.ts';
import { cite, elementId, elementShape, listOf, localText, period, statement } from './element.ts';

/** A body that the plan gives a duty to, and the units of the tenant it stands for. */
export const body = z
  .strictObject({ id: elementId, name: localText, unitCodes: z.array(z.string().min(1)).min(1).optional(), cite, alsoCites: z.array(cite).optional() })
  .meta({ id: 'Body', description: 'A body with a duty; unitCodes link it to units of the tenant' });

const bodies = z.array(elementId);

/** A duty: who leads, who helps, when, and what proves it done. */
export const task = z
  .strictObject({
    ...elementShape,
    topic: z.enum(['dissemination', 'policy', 'survey', 'training', 'sending', 'quality', 'cooperation', 'finance', 'reporting', 'steering']),
    lead: bodies.min(1),
    coordinating: bodies.default([]),
    /** The days in which it is due; the whole plan if absent. */
    period: period.optional(),
    recurs: z.enum(['once', 'continuous', 'yearly', 'five-yearly', 'on-demand']).default('continuous'),
    proofs: listOf(localText),
  })
  .meta({ id: 'Task', description: 'A duty of one or more bodies' });

/** `before` 30 October: a submission is late from 30 October 00:00. `on-or-before`: from the day after. */
const due = z
  .strictObject({ kind: z.enum(['before', 'on-or-before']), month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
  .refine((it) => isCalendarDay(2001, it.month, it.day), { path: ['day'], params: { problem: 'no-such-day' } });

/** A day by which somebody owes somebody something. */
export const deadline = z
  .strictObject({ ...elementShape, from: bodies.min(1), to: bodies.min(1), due, repeats: z.literal('yearly'), contains: listOf(localText) })
  .meta({ id: 'Deadline', description: 'Who owes whom what by which day of the year' });

/** A report the plan asks for; without a deadline it has no date of its own. */
export const report = z
  .strictObject({
    ...elementShape,
    by: bodies.min(1),
    to: bodies.min(1),
    occasions: z.array(z.enum(['yearly', 'periodic', 'interim', 'final', 'on-demand'])).min(1),
    deadline: elementId.optional(),
    contains: listOf(localText),
  })
  .meta({ id: 'Report', description: 'A report: by whom, to whom, on which occasions, by which deadline of the calendar' });

/** Work with partners: a statement with the languages and documents it concerns. */
export const cooperation = z
  .strictObject({ ...elementShape, partners: listOf(localText), languages: z.array(z.string().min(1)).optional(), documents: z.array(elementId).optional() })
  .meta({ id: 'Cooperation', description: 'Work with partners in the country and abroad' });

/** What happens when something stands in the way: who tells whom, who may change the plan. */
export const amendment = z
  .strictObject({ ...statement.shape, raisedBy: bodies.min(1), collectedBy: bodies.min(1), decidedBy: bodies.min(1) })
  .meta({ id: 'Amendment', description: 'How obstacles are raised and the plan is amended' });
