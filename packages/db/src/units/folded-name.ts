// Vietnamese as data: the letters that are folded.
import { type SQL, sql } from 'drizzle-orm';

/** A name of a unit or post as it is searched, folded by the server as `nameSearch` folds names of people. Migration 0013 has an index of it for units. */
export const foldedName = (alias: 'v' | 'po'): SQL => sql.raw(`lower(translate(normalize(${alias}.name, nfd), E'đĐ\\u0300\\u0301\\u0302\\u0303\\u0306\\u0309\\u031b\\u0323', 'dd'))`);

/** Tests that each word stands somewhere in such a name. */
export const wordTests = (alias: 'v' | 'po', words: readonly string[]): SQL[] => words.map((word) => sql`${foldedName(alias)} like ${`%${escapedLike(word)}%`}`);

/** A text whose signs mean themselves in LIKE. */
export const escapedLike = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');
