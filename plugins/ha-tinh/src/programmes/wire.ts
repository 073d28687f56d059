import { z } from 'zod';

/** What is typed of a programme. `level` is a level of the framework, where the programme aims at one. */
export const programmeInput = z.object({
  name: z.string().trim().min(1).max(200),
  course: z.enum(['basic', 'advanced']),
  lessons: z.int().min(1).max(2_000),
  level: z.int().min(1).max(6).nullable(),
  inForceFrom: z.iso.date(),
  inForceTo: z.iso.date().nullable(),
});
export type ProgrammeInput = z.infer<typeof programmeInput>;

export const changedProgramme = programmeInput.extend({ version: z.int() });
export const programmeLine = programmeInput.extend({ id: z.string(), version: z.number(), classes: z.number() });
export type ProgrammeLine = z.infer<typeof programmeLine>;
export const programmesAnswer = z.object({ items: z.array(programmeLine) });
