import { anchorNow } from '@saubac/db/audit';
import { anchorClose, failClose, freezeClose } from '@saubac/services/closes';
import type { Handlers } from './handler.ts';
import { idIn, laterWork, type VerbParts } from './later-work.ts';

const patience = { timeoutSeconds: 1_800, attempts: 10, parallel: 2, perTenant: 1 } as const;

/** Freezes the figures of closes, and anchors the audit behind those that were approved. */
export const closeHandlers = (parts: VerbParts): Handlers => ({
  'close.freeze': {
    ...patience,
    run: (job) => freezeClose(laterWork(parts, job), idIn(job, 'close')),
    givenUp: (work) => failClose(work.db, idIn(work, 'close'), new Date()),
  },
  'close.anchor': {
    ...patience,
    run: (job) => anchorClose({ ...laterWork(parts, job), anchor: () => anchorNow(parts.cluster.registry, parts.cluster.provisioner, job.tenant) }, idIn(job, 'close')),
  },
});
