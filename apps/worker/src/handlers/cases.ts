import { findAccount } from '@saubac/db/accounts';
import type { UserId } from '@saubac/domain/values';
import { caseMoved } from '@saubac/services/cases';
import { workBulk } from '@saubac/services/inbox';
import { caseDays, mailNotices, type NoticeMail, tellDays, tellOfMove } from '@saubac/services/notices';
import type { Handlers, Job } from './handler.ts';
import { idIn, laterWork, type VerbParts } from './later-work.ts';

// Says that something waits and where, and nothing of what it is about.
const sendOf = ({ cluster, sendMail, publicUrl }: VerbParts, { tenant }: Job) => async (mail: NoticeMail): Promise<void> => {
  const account = await findAccount(cluster.registry, mail.user as UserId);
  if (account?.status !== 'active') return;
  const inbox = `${publicUrl}/t/${tenant.slug}/inbox`;
  const params = { name: account.displayName, link: mail.kind === 'decided' ? `${inbox}/${mail.case}` : inbox, count: mail.kind === 'waiting' ? String(mail.count) : '1' };
  await sendMail({ to: account.email, locale: account.locale, template: mail.kind === 'decided' ? 'case-decided' : 'cases-waiting', params }, undefined, mail.key);
};

/** Takes moves in many cases; tells people of cases: of each move, and once a day of what comes due, what is late and what waits. */
export const caseHandlers = (parts: VerbParts): Handlers => ({
  'case.bulk': { timeoutSeconds: 1_800, attempts: 10, run: (job) => workBulk(laterWork(parts, job), idIn(job, 'bulk')) },
  [caseMoved]: {
    run: async (job) => {
      const mails = (): Promise<void> => mailNotices(job.db, { urgent: true, now: new Date(), send: sendOf(parts, job) });
      // What an attempt before told but did not mail is mailed by this one, or by the next day.
      await tellOfMove({ ...laterWork(parts, job), complete: () => Promise.resolve() }, { case: idIn(job, 'case'), version: Number(job.payload['version']) });
      await mails();
    },
  },
  [caseDays]: {
    timeoutSeconds: 1_800,
    run: async (job) => {
      await tellDays(laterWork(parts, job));
      for (const urgent of [true, false]) await mailNotices(job.db, { urgent, now: new Date(), send: sendOf(parts, job) });
    },
  },
});
