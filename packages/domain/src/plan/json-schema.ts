import { z } from 'zod';
import { planFile } from './plan-file.ts';

/** The JSON Schema (draft 2020-12) of a plan file as it is written, for editors; made from the zod schema, never by hand. */
export const planJsonSchema = (): Record<string, unknown> => ({ ...z.toJSONSchema(planFile, { io: 'input' }) });
