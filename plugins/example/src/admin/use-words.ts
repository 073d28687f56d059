import { usePlugin } from '@saubac/plugin-api/admin';

import type { Word } from '../manifest.ts';

/** The words of these pages: those of the manifest only. */
export const useWords = () => {
  const { t } = usePlugin();
  return (word: Word): string => t(word);
};
