import { z } from 'zod';

/** What the province may tune. No source fixes these figures (README, “what nobody has confirmed”). */
export const configSchema = z.object({
  /** Share of the lessons that somebody attends to complete a course, in basis points. */
  minAttendance: z.int().min(0).max(10_000).default(8_000),
  /** How a lesson missed with leave counts. */
  excusedCounts: z.enum(['left-out', 'as-present', 'as-absent']).default('left-out'),
  /** Days from the beginning of a trial to the day from which the official list may be made. */
  trialDays: z.int().min(0).max(120).default(14),
  /** How many more than there are seats may be enrolled until then, in per cent of the seats. */
  overEnrolment: z.int().min(0).max(100).default(20),
  /** What the numbers of certificates begin with. */
  certificatePrefix: z.string().trim().min(1).max(20).default('TL-HT'),
  /** How many days before its end an agreement is shown as ending. */
  warnDays: z.int().min(1).max(730).default(180),
});

export type Config = z.infer<typeof configSchema>;
