import { ConfirmDialog } from '@saubac/ui/dialogs';
import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from './words-root.tsx';

/**
 * Asks before unsaved work is left, by a link, the browser's buttons or the closing of the page. Gives the question, which the page must show.
 * `dirty`: whether anything is typed that is not saved. Another search part of the same page is not leaving, unless what is typed stands in a
 * `view` that the search part opens.
 */
export const useUnsavedGuard = (dirty: boolean, within: 'page' | 'view' = 'page'): ReactNode => {
  const words = useWords();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && (current.pathname !== next.pathname || (within === 'view' && JSON.stringify(current.search) !== JSON.stringify(next.search))),
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog title={words.t('shell.unsaved')} action={words.t('shell.leave')} keep={words.t('shell.stay')} opened={status === 'blocked'} onConfirm={() => proceed?.()} onClose={() => reset?.()}>
      {words.t('shell.unsavedAbout')}
    </ConfirmDialog>
  );
};
