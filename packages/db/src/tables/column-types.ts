// Vietnamese as data: letters that the server folds in names of units and posts.
import { sql } from 'drizzle-orm';
import { customType } from 'drizzle-orm/pg-core';

/** A period of days as PostgreSQL writes it: `[2025-07-01,)`; the first day is in, the last is not. */
export const dateRange = customType<{ data: string }>({ dataType: () => 'daterange' });

/** Ids are made by the server, the time in front, so that rows written together lie together. */
export const uuidv7 = sql`uuidv7()`;

/** A name without accents and in small letters, kept by the server beside the name (migration 0013). */
export const foldedName = sql`lower(translate(regexp_replace(normalize(name, nfd), '[\\u0300-\\u036f]', '', 'g'), 'đĐ', 'dd'))`;
