import { DrizzleQueryError } from 'drizzle-orm';

/**
 * The fault to tell or log in the place of one that was caught. Drizzle writes the values bound to a query (names, identification numbers)
 * into its message; what the server said stands below it and names no bound value.
 */
export const withoutValues = (error: unknown): unknown => {
  if (!(error instanceof DrizzleQueryError)) return error;
  return error.cause ?? new Error('A query failed.');
};
