import type { Locale } from '@saubac/domain/values';
import type postgres from 'postgres';
import { uuidV7 } from '../audit/uuid-v7.ts';
import { executorOf, mailQueue, type Jobs } from '../jobs/index.ts';
import type { Vault } from '../tenancy/vault.ts';

/** A mail that is to be sent: to whom, in which language, which words, and what is put into them. */
export type QueuedMail = { to: string; locale: Locale; template: string; params: Readonly<Record<string, string>> };

/** What stands in the job: everything that names somebody is sealed. */
export type MailJob = { key: string; template: string; sealed: string };

/**
 * Queues a mail in a transaction of the serving role, so that neither is there without the other; without a transaction at once. `key` (a
 * uuid) stands for the thing that is told: under one key one mail is sent, however often it is queued.
 */
export type MailSender = (mail: QueuedMail, tx?: postgres.Sql | postgres.TransactionSql, key?: string) => Promise<void>;

/** Makes the function that queues mails. */
export const mailSender =
  ({ boss }: Pick<Jobs, 'boss'>, vault: Pick<Vault, 'seal'>): MailSender =>
  async (mail, tx, key = uuidV7()) => {
    const job: MailJob = { key, template: mail.template, sealed: vault.seal(JSON.stringify(mail), key) };
    await boss.send(mailQueue, job, { id: key, ...(tx ? { db: executorOf(tx) } : {}) });
  };

/** The mail of a job; throws if it was changed. */
export const openMail = ({ key, sealed }: MailJob, vault: Pick<Vault, 'open'>): QueuedMail => JSON.parse(vault.open(sealed, key)) as QueuedMail;
