import { z } from 'zod';

/** Somebody who works with Laos: `last` is his last day, where one is known. */
export const dutyInput = z.object({ person: z.uuid(), work: z.string().trim().min(1).max(300), from: z.iso.date(), last: z.iso.date().nullable() });
export const endedDuty = z.object({ last: z.iso.date() });

export const dutyLine = z.object({
  id: z.string(), person: z.string(), name: z.string().nullable(), unit: z.string().nullable(), work: z.string(),
  from: z.string(), last: z.string().nullable(), now: z.boolean(), course: z.enum(['none', 'basic', 'advanced']),
});
export type DutyLine = z.infer<typeof dutyLine>;
export const dutiesAnswer = z.object({ items: z.array(dutyLine) });

export const foundPeople = z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string().nullable() })) });

/** What the card on somebody's page shows. */
export const personAnswer = z.object({
  duties: z.array(z.object({ work: z.string(), from: z.string(), last: z.string().nullable() })),
  classes: z.array(z.object({ class: z.string(), name: z.string(), state: z.string(), startsOn: z.string(), certificate: z.object({ number: z.string(), issuedOn: z.string(), level: z.number().nullable() }).nullable() })),
});
