// What routes take and answer, for the server and the page alike.
import { z } from 'zod';

/** Asks that somebody takes over a duty from a day on. */
export const newSwap = z.object({ duty: z.uuid(), person: z.uuid(), from: z.iso.date(), why: z.string().trim().min(1).max(500) });
export const swapMove = z.object({ move: z.enum(['approve', 'decline', 'withdraw']), version: z.int().optional(), reason: z.string().trim().min(1).max(500).optional() });

export const swapLine = z.object({
  id: z.string(), place: z.string(), replaced: z.string().nullable(), replacement: z.string().nullable(), from: z.string(), why: z.string(), state: z.enum(['asked', 'approved', 'declined', 'withdrawn']), version: z.int(),
});
export type SwapLine = z.infer<typeof swapLine>;
export const swapsAnswer = z.object({ items: z.array(swapLine) });
