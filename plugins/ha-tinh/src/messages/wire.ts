import { z } from 'zod';

/** What somebody is told: `kind` is a word `message.<kind>`, `what` fills its place. */
export const message = z.object({ id: z.string(), kind: z.string(), what: z.string(), link: z.string().nullable(), toldOn: z.string(), seen: z.boolean() });
export type Message = z.infer<typeof message>;
export const messagesAnswer = z.object({ items: z.array(message) });
