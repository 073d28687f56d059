import { sql } from 'drizzle-orm';
import { customType } from 'drizzle-orm/pg-core';

/** A period of days as PostgreSQL writes it: `[2025-07-01,)`; the first day is in, the last is not. */
export const dateRange = customType<{ data: string }>({ dataType: () => 'daterange' });

/** Ids are made by the server, the time in front, so that rows written together lie together. */
export const uuidv7 = sql`uuidv7()`;
