import { useEffect, useId } from 'react';

import { usePlugin } from './define-admin.ts';

/**
 * Has the product ask before what is typed and not saved is left: by a link, the browser's buttons or the closing of the page. Closing the form
 * by `setSearch`, as after saving or by its own button, is not asked about.
 *
 * @example
 * useUnsavedGuard((person !== null || place !== '') && !add.isPending);
 */
export const useUnsavedGuard = (dirty: boolean): void => {
  const { noteUnsaved } = usePlugin();
  const form = useId();
  useEffect(() => {
    noteUnsaved(form, dirty);
    return () => noteUnsaved(form, false);
  }, [noteUnsaved, form, dirty]);
};
