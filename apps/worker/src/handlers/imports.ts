import { checkImport, failImport, takeImportBack, writeImport } from '@saubac/services/imports';
import type { Handlers } from './handler.ts';
import { idIn, laterWork, type VerbParts } from './later-work.ts';

// The largest file is read and written in a minute; a disk may be ten times as slow.
const patience = { timeoutSeconds: 1_800, attempts: 10, parallel: 2, perTenant: 1 } as const;

/** Checks and writes imports of rosters, and takes them back. */
export const importHandlers = (parts: VerbParts): Handlers => ({
  'import.check': {
    ...patience,
    run: (job) => checkImport(laterWork(parts, job), idIn(job, 'import')),
    givenUp: (work) => failImport(work.db, idIn(work, 'import'), new Date()),
  },
  'import.commit': {
    ...patience,
    run: (job) => writeImport(laterWork(parts, job), idIn(job, 'import')),
    givenUp: (work) => failImport(work.db, idIn(work, 'import'), new Date()),
  },
  'import.undo': {
    ...patience,
    run: (job) => takeImportBack(laterWork(parts, job), idIn(job, 'import')),
    givenUp: (work) => failImport(work.db, idIn(work, 'import'), new Date()),
  },
});
