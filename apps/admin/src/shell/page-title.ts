import { useEffect } from 'react';
import { useWords } from './words-root.tsx';

/** Names the page in the window and in the history of the browser. */
export const usePageTitle = (title: string): void => {
  const words = useWords();
  useEffect(() => {
    document.title = `${title} – ${words.t('shell.product')}`;
  }, [title, words]);
};
