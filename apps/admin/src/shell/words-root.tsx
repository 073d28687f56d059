import type { Locale } from '@saubac/domain/values';
import type { AdminWords } from '@saubac/i18n/admin';
import { UiProvider } from '@saubac/ui/theme';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { setApiLocale } from './api.ts';
import { keepLocale } from './locale.ts';
import { speakLocale } from './needed-words.ts';
import { uiWords } from './ui-words.ts';

type Spoken = { words: AdminWords; setLocale: (locale: Locale) => Promise<void> };

const Context = createContext<Spoken | undefined>(undefined);

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/** The words of all screens, in the language that was chosen. Another language is fetched when it is asked for; answers come anew in it. */
export const WordsRoot = ({ first, children }: { first: AdminWords; children: ReactNode }) => {
  const [words, setWords] = useState(first);
  const queries = useQueryClient();
  useEffect(() => {
    document.documentElement.lang = words.locale;
  }, [words]);
  const spoken = useMemo(
    () => ({
      words,
      setLocale: async (locale: Locale) => {
        const other = await speakLocale(locale);
        keepLocale(locale);
        setApiLocale(locale);
        setWords(other);
        await queries.invalidateQueries();
      },
    }),
    [words, queries],
  );
  const forUi = useMemo(() => uiWords(words), [words]);
  return (
    <Context value={spoken}>
      <UiProvider words={forUi} nonce={nonce}>
        {children}
      </UiProvider>
    </Context>
  );
};

const useSpoken = (): Spoken => {
  const spoken = use(Context);
  if (!spoken) throw new Error('WordsRoot is missing above this component.');
  return spoken;
};

/** The words of the screens in the language of the reader. */
export const useWords = (): AdminWords => useSpoken().words;

/** Changes the language of the screens. */
export const useSetLocale = (): Spoken['setLocale'] => useSpoken().setLocale;
