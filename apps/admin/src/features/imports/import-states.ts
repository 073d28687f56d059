import type { RosterImport } from './queries.ts';

const working: readonly string[] = ['uploaded', 'checking', 'committing', 'undoing'];
const editable: readonly string[] = ['checked', 'refused'];
const cancellable: readonly string[] = ['uploaded', 'checking', 'needs-layout', 'checked', 'refused', 'committing'];

/** Whether the server is at work on it, so that it changes by itself. */
export const isWorking = (state: string): boolean => working.includes(state);

/** Whether its rows may be corrected. */
export const isEditable = (state: string): boolean => editable.includes(state);

/** Whether it may be given up. */
export const isCancellable = (state: string): boolean => cancellable.includes(state);

export const steps = ['Upload', 'Map', 'Check', 'Fix', 'Preview', 'Write', 'Undo'] as const;
export type Step = (typeof steps)[number];

const total = (it: RosterImport, key: 'new' | 'changed' | 'unchanged' | 'refused'): number => (it.preview ? Object.values(it.preview.counts).reduce((sum, counts) => sum + counts[key], 0) : 0);

/** How many rows of all sheets are what. */
export const rowTotals = (it: RosterImport) => ({ new: total(it, 'new'), changed: total(it, 'changed'), unchanged: total(it, 'unchanged'), refused: total(it, 'refused') });

/** In which step an import stands; null: it is over and none is left. */
export const stepOf = (it: RosterImport): Step | null => {
  if (it.state === 'needs-layout') return 'Map';
  if (it.state === 'uploaded' || it.state === 'checking') return 'Check';
  if (it.state === 'refused') return 'Fix';
  if (it.state === 'checked') return rowTotals(it).refused > 0 || it.uncheckedEdits ? 'Fix' : 'Preview';
  if (it.state === 'committing') return 'Write';
  return it.state === 'committed' || it.state === 'undoing' || it.state === 'undone' ? 'Undo' : null;
};
