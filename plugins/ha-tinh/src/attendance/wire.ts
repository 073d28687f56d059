import { z } from 'zod';

/** A session with what is noted of everybody, by enrolment. */
export const sessionInput = z.object({
  heldOn: z.iso.date(),
  lessons: z.int().min(1).max(12),
  topic: z.string().trim().max(300).nullable(),
  marks: z.record(z.uuid(), z.enum(['present', 'excused', 'absent'])),
});
