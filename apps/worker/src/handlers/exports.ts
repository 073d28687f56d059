import { findAccount } from '@saubac/db/accounts';
import type { UserId } from '@saubac/domain/values';
import { failExport, makeExport } from '@saubac/services/exports';
import type { Handlers, Job } from './handler.ts';
import { idIn, laterWork, type VerbParts } from './later-work.ts';

const patience = { timeoutSeconds: 1_800, attempts: 10, parallel: 2, perTenant: 1 } as const;

// Says that there is a file and where, and nothing of what is in it.
const tell = async ({ cluster, sendMail, publicUrl }: VerbParts, job: Job): Promise<void> => {
  const account = await findAccount(cluster.registry, idIn(job, 'user') as UserId);
  if (account?.status !== 'active') return;
  const link = `${publicUrl}/t/${job.tenant.slug}/exports/${idIn(job, 'export')}`;
  await sendMail({ to: account.email, locale: account.locale, template: 'export-ready', params: { name: account.displayName, link } }, undefined, job.key);
};

/** Makes the files of exports and tells their orderers when they are ready. */
export const exportHandlers = (parts: VerbParts): Handlers => ({
  'export.make': {
    ...patience,
    run: (job) => makeExport(laterWork(parts, job), idIn(job, 'export')),
    givenUp: (work) => failExport(work.db, idIn(work, 'export'), new Date()),
  },
  'export.tell': { run: (job) => tell(parts, job) },
});
