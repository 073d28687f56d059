import type { Cluster } from '@saubac/db/cluster';
import { mailQueue, type Jobs } from '@saubac/db/jobs';
import { noteSent, openMail, wasSent, type MailJob } from '@saubac/db/mail';
import type { Vault } from '@saubac/db/tenancy';
import { attemptFailed } from '../attempt-failed.ts';
import { codeOf, type Logger } from '../log.ts';
import { composeMail } from './compose-mail.ts';
import type { PostOffice } from './post-office.ts';

/** What sending mails needs. */
export type MailWork = { cluster: Cluster; jobs: Jobs; vault: Pick<Vault, 'open'>; post: PostOffice; log: Logger };

const sendOne = async ({ cluster, vault, post, log }: MailWork, job: MailJob): Promise<void> => {
  const { key, template } = job;
  if (await wasSent(cluster.registry, key)) return;
  const mail = openMail(job, vault);
  await post.send({ ...composeMail(mail), key, to: mail.to });
  await noteSent(cluster.registry, key, template);
  log.info({ key, template }, 'mail sent');
};

/**
 * Sends the mails that are queued, until the queue is stopped. What was sent is noted and its job deleted, with the address. Killed between
 * the server's taking a mail and the note, it is sent once more under the same Message-ID: rather that than never.
 */
export const workMail = async (work: MailWork): Promise<void> => {
  const { boss } = work.jobs;
  const id: string = await boss.work<MailJob>(mailQueue, { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 }, async ([job]) => {
    if (!job) return;
    boss.notifyWorker(id);
    try {
      await sendOne(work, job.data);
    } catch (fault) {
      work.log.warn({ key: job.data.key, template: job.data.template, code: codeOf(fault) }, 'mail not sent');
      throw attemptFailed(fault);
    }
    await boss.deleteJob(mailQueue, job.id);
  });
};
