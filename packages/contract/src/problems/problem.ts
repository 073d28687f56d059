import { z } from '@hono/zod-openapi';

/** One fault of a request: in a field of it or in a row of a sheet. */
export const faultSchema = z
  .object({
    field: z.string().optional().openapi({ description: 'Path in the request: `body.name`, `query.on`.' }),
    row: z.int().optional(),
    column: z.string().optional(),
    code: z.string(),
    text: z.object({ vi: z.string(), en: z.string() }),
    hint: z.object({ vi: z.string(), en: z.string() }).optional(),
  })
  .openapi('Fault');

/** A refusal or fault in the form of RFC 9457. `code` is stable and for programs; the texts are for people. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    text: z.object({ vi: z.string(), en: z.string() }),
    requestId: z.string(),
    errors: z.array(faultSchema).optional(),
    movedTo: z.string().optional().openapi({ description: 'On 410 for a record that was merged: the id of the one that stayed.' }),
    yours: z.unknown().optional().openapi({ description: 'On 409: what this request wanted to write.' }),
    current: z.unknown().optional().openapi({ description: 'On 409: what stands there now, with its version.' }),
  })
  .openapi('Problem');

export type Fault = z.infer<typeof faultSchema>;
export type Problem = z.infer<typeof problemSchema>;
