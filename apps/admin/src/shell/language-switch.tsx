import type { Locale } from '@saubac/domain/values';
import { useSetLocale, useWords } from './words-root.tsx';
import styles from './shell.module.css';

/** Each language under its own name, so that it is found by who reads no other. */
const languages: readonly { locale: Locale; name: { vi: string }; short: string }[] = [
  { locale: 'vi', name: { vi: 'Tiếng Việt' }, short: 'VI' },
  { locale: 'en', name: { vi: 'English' }, short: 'EN' },
];

/** Changes the language of everything on the screen. */
export const LanguageSwitch = () => {
  const words = useWords();
  const setLocale = useSetLocale();
  return (
    <div className={styles['languages']} role="group" aria-label={words.t('shell.language')}>
      {languages.map(({ locale, name, short }) => (
        <button key={locale} type="button" lang={locale} aria-label={`${short} – ${name.vi}`} aria-pressed={words.locale === locale} onClick={() => void setLocale(locale)}>
          {short}
        </button>
      ))}
    </div>
  );
};
