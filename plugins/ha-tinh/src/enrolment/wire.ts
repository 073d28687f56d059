import { z } from 'zod';

export const requestInput = z.object({ class: z.uuid(), person: z.uuid(), why: z.string().trim().max(500).nullable() });
export const requestMove = z.object({ move: z.enum(['consent', 'enrol', 'decline', 'withdraw']), version: z.int().optional(), reason: z.string().trim().max(500).optional() });

/** A class that takes requests, as agencies see it. */
export const opening = z.object({
  id: z.string(), name: z.string(), programme: z.string(), course: z.enum(['basic', 'advanced']), startsOn: z.string(), endsOn: z.string(), place: z.string(), seats: z.number(), left: z.number(), waiting: z.number(),
});
export const openingsAnswer = z.object({ items: z.array(opening) });
export type Opening = z.infer<typeof opening>;

export const requestLine = z.object({
  id: z.string(), case: z.string(), version: z.number(), class: z.string(), className: z.string(), person: z.string(), name: z.string().nullable(), unit: z.string().nullable(),
  state: z.string(), why: z.string().nullable(), proposedOn: z.string(), reason: z.string().nullable(),
});
export type RequestLine = z.infer<typeof requestLine>;
export const requestsAnswer = z.object({ items: z.array(requestLine) });
