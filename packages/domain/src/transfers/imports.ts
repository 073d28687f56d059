/**
 * The states of an import: it is uploaded, checked (a dry run), agreed to and committed. The check of a file that is not the template's
 * stops at `needs-layout` until somebody has said how it is read. A refused one has rows that can't be taken: they are corrected and it is
 * checked again. A file that can't be read is refused for good. A failed one met a fault or lost the right to import. A committed one may
 * be taken back.
 */
export const importStates = ['uploaded', 'checking', 'needs-layout', 'checked', 'refused', 'file-refused', 'committing', 'committed', 'cancelled', 'failed', 'undoing', 'undone'] as const;
export type ImportState = (typeof importStates)[number];

/** States in which an import has ended; a committed one may still be taken back. */
export const endedImportStates = ['file-refused', 'committed', 'cancelled', 'failed', 'undone'] as const satisfies readonly ImportState[];

/** Whether an import is over. */
export const isImportOver = (state: ImportState): boolean => (endedImportStates as readonly ImportState[]).includes(state);

/** States in which the rows of an import may be corrected and checked again. */
export const editableImportStates = ['refused', 'checked'] as const satisfies readonly ImportState[];

/** Whether the rows of an import may be corrected: it was checked, and nobody has agreed to it. */
export const isImportEditable = (state: ImportState): boolean => (editableImportStates as readonly ImportState[]).includes(state);

/** The states of an export. */
export const exportStates = ['queued', 'running', 'ready', 'cancelled', 'failed'] as const;
export type ExportState = (typeof exportStates)[number];

/** Whether nothing more happens to an export. */
export const isExportOver = (state: ExportState): boolean => state !== 'queued' && state !== 'running';
