import { z } from 'zod';

/** What the province may tune. Every setting has a default, so that the plugin can be enabled without any. */
export const configSchema = z.object({
  /** So many days before the end of a duty its desk is told. */
  warnDays: z.int().min(1).max(365).default(14),
  /** So many days ahead a replacement must be asked for. */
  noticeDays: z.int().min(0).max(60).default(3),
});

export type Config = z.infer<typeof configSchema>;
