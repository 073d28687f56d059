import { findAccount } from '@saubac/db/accounts';
import { AlreadyDone } from '@saubac/db/outbox';
import type { UserId } from '@saubac/domain/values';
import { failPluginChange, runChange, runHandler } from '@saubac/plugin-host';
import { ctxOfLater } from '@saubac/services/context';
import type { Handlers, Job } from './handler.ts';
import { idIn, laterWork, type VerbParts } from './later-work.ts';

const askedBy = async ({ cluster }: VerbParts, { payload }: Job): Promise<{ id: UserId | null; label: string }> => {
  const id = payload['askedBy'];
  if (typeof id !== 'string') return { id: null, label: String(payload['plugin']) };
  return { id: id as UserId, label: (await findAccount(cluster.registry, id as UserId))?.displayName ?? '' };
};

const handle = async (parts: VerbParts, job: Job): Promise<void> => {
  const { payload, key, attempt, complete, log } = job;
  const { plugin, handler, askedBy: _asked, ...given } = payload;
  const ctx = await ctxOfLater(laterWork(parts, job), await askedBy(parts, job));
  await runHandler(parts.host, ctx, { plugin: String(plugin), handler: String(handler), payload: given, key, attempt, complete, isDone: (error) => error instanceof AlreadyDone, log: (fault) => log.warn(fault, 'fault of a plugin') });
};

/** Changes of plugins, which this process alone holds the credential for, and the work that plugins ask for after a commit. */
export const pluginHandlers = (parts: VerbParts): Handlers => ({
  'plugin.change': {
    timeoutSeconds: 1_800, attempts: 10, perTenant: 1,
    run: ({ tenant, db, payload, complete }) => runChange({ cluster: parts.cluster, loaded: parts.plugins, files: parts.files, tenant, db, now: () => new Date(), complete }, String(payload['change'])),
    givenUp: (work) => failPluginChange(work.db, idIn(work, 'change'), new Date()),
  },
  'plugin.handle': { timeoutSeconds: 300, perTenant: 2, run: (job) => handle(parts, job) },
});
