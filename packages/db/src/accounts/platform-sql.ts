import type postgres from 'postgres';

/** The serving role's client. It is not given to drizzle, so a transaction begins with `begin`. */
export type PlatformDb = postgres.Sql;

/** A transaction of the serving role. */
export type PlatformTx = postgres.TransactionSql;

/** What a query of accounts takes: the client, or a transaction. */
export type PlatformSql = postgres.ISql;

/** A moment as it is bound: text, because a client that drizzle has changed binds no Date. */
export const bound = (moment: Date): string => moment.toISOString();

/** A moment as it was read, whatever the client makes of it. */
export const momentOf = (value: Date | string): Date => new Date(value);
