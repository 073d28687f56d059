// What routes take and answer, for the server and the page alike.
import { z } from 'zod';

import { gates } from '../gates.ts';

/** A new duty; `last` is its last day. */
export const newDuty = z.object({ person: z.uuid(), gate: z.enum(gates), from: z.iso.date(), last: z.iso.date() });

export const dutyLine = z.object({ id: z.string(), person: z.string(), name: z.string(), unit: z.string().nullable(), gate: z.enum(gates), from: z.string(), last: z.string() });
export type DutyLine = z.infer<typeof dutyLine>;

export const dutiesAnswer = z.object({ items: z.array(dutyLine) });
export const foundPeople = z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string().nullable() })) });
