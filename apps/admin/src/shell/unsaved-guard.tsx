import { ConfirmDialog } from '@saubac/ui/dialogs';
import { useBlocker } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from './words-root.tsx';

/**
 * Asks before unsaved work is left, by a link, the browser's buttons or the closing of the page. Gives the question, which the page must show.
 * `dirty`: whether anything is typed that is not saved. Another search part of the same page is not leaving.
 */
export const useUnsavedGuard = (dirty: boolean): ReactNode => {
  const words = useWords();
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  return (
    <ConfirmDialog title={words.t('shell.unsaved')} action={words.t('shell.leave')} keep={words.t('shell.stay')} opened={status === 'blocked'} onConfirm={() => proceed?.()} onClose={() => reset?.()}>
      {words.t('shell.unsavedAbout')}
    </ConfirmDialog>
  );
};
