import { commitLater, failUnitChange, previewLater } from '@saubac/services/unit-changes';
import type { Handlers } from './handler.ts';
import { idIn, laterWork, type VerbParts } from './later-work.ts';

// A reform of a large province is written in a quarter of a minute; a disk may be ten times as slow.
const patience = { timeoutSeconds: 1_800, attempts: 10, parallel: 2, perTenant: 1 } as const;

/** Previews and commits large changes of units. */
export const unitChangeHandlers = (parts: VerbParts): Handlers => ({
  'unit-change.preview': {
    ...patience,
    run: (job) => previewLater(laterWork(parts, job), idIn(job, 'change')),
    givenUp: (work) => failUnitChange(work.db, idIn(work, 'change')),
  },
  'unit-change.commit': {
    ...patience,
    run: (job) => commitLater(laterWork(parts, job), idIn(job, 'change')),
    givenUp: (work) => failUnitChange(work.db, idIn(work, 'change')),
  },
});
