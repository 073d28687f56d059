import { z } from '@hono/zod-openapi';
import { isoDate, type IsoDate, parseIsoDate } from '@saubac/domain/values';

const isDay = (text: string): boolean => parseIsoDate(text) !== undefined;

const isPlain = (text: string): boolean => !/[\p{Cc}\p{Cs}]/u.test(text);

/** A calendar day, `2025-12-31`; days are those of Vietnam. */
export const day = z
  .string()
  .refine(isDay, { error: 'day', abort: true })
  .transform((text): IsoDate => isoDate(text))
  .openapi({ type: 'string', format: 'date', example: '2025-12-31' });

/** A calendar day in an answer. */
export const shownDay = z.string().openapi({ format: 'date', example: '2025-12-31' });

/** A moment in an answer, in UTC. */
export const shownMoment = z.string().openapi({ format: 'date-time', example: '2026-03-01T08:00:00.000Z' });

/** The id of something (uuid). */
export const id = z.guid().toLowerCase().openapi({ format: 'uuid', example: '01890a5d-ac96-774b-bcce-b302099a8057' });

/** A stable code of the tenant: of a unit, a post, an issuer. */
export const code = z.string().min(1).max(100).refine(isPlain, { error: 'plain-text', abort: true });

/** A line of text that people write. */
export const line = (most: number) => z.string().trim().min(1).max(most).refine(isPlain, { error: 'plain-text' });

/** What somebody types into a cell: whatever it is, without control characters. */
export const cellOf = (most: number) => z.string().max(most).refine(isPlain, { error: 'plain-text' });

/** A text in Vietnamese, and in English where there is one. */
export const localText = z.object({ vi: z.string(), en: z.string().optional() }).openapi('LocalText');

/** The tenant's short name in the address. */
export const tenantParams = z.object({ tenant: z.string().min(1).max(40).regex(/^[a-z][a-z0-9-]*$/).openapi({ example: 'alpha' }) });

/** The address of one thing of a tenant. */
export const thingParams = tenantParams.extend({ id });

/** Asks for a page of a list: `after` is the `next` of the page before. */
export const pageQuery = z.object({
  after: z.string().max(1_000).regex(/^[\w-]+$/).optional().openapi({ description: 'Where the page begins: `next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50).openapi({ type: 'integer', minimum: 1, maximum: 200 }),
});

/** Asks for the number of all rows of a list too, which costs more than a page. */
export const totalQuery = z.object({ total: z.enum(['true', 'false']).optional() });

/** A page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable().openapi({ description: 'Given as `after` it asks for the next page; null on the last one.' }),
    total: z.int().optional().openapi({ description: 'All rows of the list, where they were asked for.' }),
  });

/** On a change: the version that the caller saw, as its ETag. */
export const ifMatch = z.object({ 'if-match': z.string().regex(/^(?:W\/)?"\d{1,9}(?:\.[\w-]{1,64})?"$/).openapi({ description: 'The version that is to be changed: the ETag of the answer that showed it.', example: '"3"' }) });

/** On a creation: a key of the sender's choice; sent again with the same request it creates nothing more and answers the same, for a day. */
export const idempotencyKey = z.object({ 'idempotency-key': z.string().min(8).max(100).regex(/^[\w.:-]+$/).optional().openapi({ description: 'A key of your choice. The same request sent again under it creates nothing more and answers the same, for a day.' }) });

/** The security of every route of a tenant. */
export const signedIn = [{ session: [] as string[] }, { token: [] as string[] }];
