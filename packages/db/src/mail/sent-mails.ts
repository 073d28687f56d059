import type postgres from 'postgres';

/** Whether the mail of a key has gone out. */
export const wasSent = async (registry: postgres.Sql, key: string): Promise<boolean> => (await registry`select 1 from platform.sent_mails where key = ${key}`).length > 0;

/** Notes that the mail of a key has gone out. */
export const noteSent = async (registry: postgres.Sql, key: string, template: string): Promise<void> => {
  await registry`insert into platform.sent_mails (key, template) values (${key}, ${template}) on conflict (key) do nothing`;
};
