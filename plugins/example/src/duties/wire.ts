// What routes take and answer, for the server and the page alike.
import { z } from 'zod';

/** A new duty; `last` is the last day, null while none is known. */
export const newDuty = z.object({ person: z.uuid(), place: z.string().trim().min(1).max(200), from: z.iso.date(), last: z.iso.date().nullable() });
export const endedDuty = z.object({ last: z.iso.date() });

export const dutyLine = z.object({ id: z.string(), person: z.string(), name: z.string(), unit: z.string().nullable(), place: z.string(), from: z.string(), last: z.string().nullable() });
export type DutyLine = z.infer<typeof dutyLine>;

export const noteLine = z.object({ id: z.string(), kind: z.enum(['ending', 'swapped']), place: z.string(), on: z.string() });

export const dutiesAnswer = z.object({ items: z.array(dutyLine), notes: z.array(noteLine) });
export const personAnswer = z.object({ items: z.array(z.object({ id: z.string(), place: z.string(), from: z.string(), last: z.string().nullable() })) });
export const foundPeople = z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string().nullable() })) });
