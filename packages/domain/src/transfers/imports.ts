/**
 * The states of an import: it is uploaded, checked (a dry run), agreed to and committed. The check of a
 * file that is not the template's stops at `needs-layout` until somebody has said how it is read. A refused one has rows or a file that can't be
 * taken, a failed one met a fault or lost the right to import.
 */
export const importStates = ['uploaded', 'checking', 'needs-layout', 'checked', 'refused', 'committing', 'committed', 'cancelled', 'failed'] as const;
export type ImportState = (typeof importStates)[number];

/** States in which nothing more happens to an import. */
export const endedImportStates = ['refused', 'committed', 'cancelled', 'failed'] as const satisfies readonly ImportState[];

/** Whether an import is over. */
export const isImportOver = (state: ImportState): boolean => (endedImportStates as readonly ImportState[]).includes(state);

/** The states of an export. */
export const exportStates = ['queued', 'running', 'ready', 'cancelled', 'failed'] as const;
export type ExportState = (typeof exportStates)[number];

/** Whether nothing more happens to an export. */
export const isExportOver = (state: ExportState): boolean => state !== 'queued' && state !== 'running';
