import { z } from 'zod';
import { isoDate, type LocalText, parseIsoDate } from '../values/index.ts';

/** A text in Vietnamese, in English where somebody wrote it. */
export const localText = z
  .strictObject({ vi: z.string().trim().min(1), en: z.string().trim().min(1).optional() })
  .meta({ id: 'LocalText', description: 'A text for people: Vietnamese always, English where somebody wrote it' });

/** The value as a text for people, if it is one. */
export const localTextOf = (value: unknown): LocalText | null => {
  const parsed = localText.safeParse(value);
  return parsed.success ? parsed.data : null;
};

/** A stable name of an element. It survives from version to version, so that two versions can be compared and figures stay linked. */
export const elementId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .meta({ id: 'ElementId', description: 'Lower-case letters, digits and hyphens; unique in the file; never reused for another meaning' });

/** A day as `yyyy-mm-dd`, between 1900 and 2200. The last day of a period is inclusive. */
export const day = z
  .iso.date({ abort: true })
  .refine((text) => parseIsoDate(text) !== undefined, { abort: true })
  .transform((text) => isoDate(text))
  .meta({ id: 'Day', description: 'yyyy-mm-dd; the last day of a period is inclusive' });

/** First and last day, both inclusive. */
export const period = z.strictObject({ from: day, to: day }).meta({ id: 'Period', description: 'First and last day, both inclusive' });

/**
 * Where an element stands in a document: the document's id in `documents`, the clause as `I.1.a.-2.+1` (nth dash, nth plus, `¶n` nth
 * paragraph without a number), and its words. `wording: "summary"` says that the quote tells the sense, not the letter.
 */
export const cite = z
  .strictObject({ document: elementId, clause: z.string().trim().min(1), quote: z.string().trim().min(1), wording: z.literal('summary').optional() })
  .meta({ id: 'Cite', description: 'Document, clause and the words of the clause' });
export type Cite = z.output<typeof cite>;

/** How an ambiguous clause was read: what was chosen, by whom, and what else it could mean. */
export const reading = z
  .strictObject({
    chosen: localText,
    chosenBy: localText,
    alternatives: z.array(localText).min(1),
    note: localText.optional(),
  })
  .meta({ id: 'Reading', description: 'Which reading of an ambiguous clause was chosen, by whom, and the alternatives' });
export type Reading = z.output<typeof reading>;

/** What every element of a plan has: a stable id, a title, the clause it comes from, further clauses, the reading of it. */
export const elementShape = {
  id: elementId,
  title: localText,
  cite,
  alsoCites: z.array(cite).optional(),
  reading: reading.optional(),
};

/** An element that says something and does nothing more: a requirement, an objective, an activity. */
export const statement = z.strictObject(elementShape).meta({ id: 'Statement', description: 'A clause that is kept for its words' });
export type Statement = z.output<typeof statement>;

/** A list that may be left out. */
export const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).default([]);
