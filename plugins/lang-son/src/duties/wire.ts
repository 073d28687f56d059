// What routes take and answer, for the server and the page alike.
import { z } from 'zod';

/** The border gates of the province. */
export const gates = ['huu-nghi', 'tan-thanh', 'chi-ma'] as const;
export const gate = z.enum(gates);
export type Gate = z.infer<typeof gate>;

/** A new duty; `last` is the last day, null while none is known. */
export const newDuty = z.object({ person: z.uuid(), gate, from: z.iso.date(), last: z.iso.date().nullable() });
export const endedDuty = z.object({ last: z.iso.date() });

const dutyLine = z.object({ id: z.string(), person: z.string(), name: z.string(), unit: z.string().nullable(), gate, from: z.string(), last: z.string().nullable() });
export type DutyLine = z.infer<typeof dutyLine>;

export const dutiesAnswer = z.object({ items: z.array(dutyLine) });
export const personAnswer = z.object({ items: z.array(z.object({ id: z.string(), gate, from: z.string(), last: z.string().nullable() })) });
export const foundPeople = z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string().nullable() })) });
