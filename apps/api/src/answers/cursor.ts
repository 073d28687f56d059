import { fail, ok, type Result } from '@saubac/domain/values';
import { z } from 'zod';

export type CursorInvalid = { kind: 'cursor-invalid' };

/** Where a list goes on, as a text that only this server reads. */
export const writeCursor = (place: object | null): string | null => (place === null ? null : Buffer.from(JSON.stringify(place)).toString('base64url'));

/** Reads what `writeCursor` wrote: null where none was given; refused if somebody made it up. */
export const readCursor = <Schema extends z.ZodType>(schema: Schema, text: string | undefined): Result<z.output<Schema> | null, CursorInvalid> => {
  if (text === undefined) return ok(null);
  try {
    const read = schema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return read.success ? ok(read.data) : fail({ kind: 'cursor-invalid' });
  } catch {
    return fail({ kind: 'cursor-invalid' });
  }
};

/** The place in a list of people, with that of the unit where units come first. */
export const peopleCursor = z.strictObject({ nameSort: z.string().max(400).regex(/^[^\0]*$/), id: z.guid(), path: z.string().max(2_000).regex(/^[^\0]*$/).optional() });

/** The place in a list of people in name order. */
export const nameCursor = z.strictObject({ nameSort: z.string().max(400).regex(/^[^\0]*$/), id: z.guid() });
