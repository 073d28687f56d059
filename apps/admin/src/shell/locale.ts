import type { Locale } from '@saubac/domain/values';

const key = 'saubac.language';

const isLocale = (text: string | null): text is Locale => text === 'vi' || text === 'en';

/** The language chosen on this machine; Vietnamese where none was. */
export const chosenLocale = (): Locale => {
  const kept = localStorage.getItem(key);
  return isLocale(kept) ? kept : 'vi';
};

/** Whether a language was ever chosen on this machine. */
export const isLocaleChosen = (): boolean => isLocale(localStorage.getItem(key));

/** Keeps the choice of a language on this machine. */
export const keepLocale = (locale: Locale): void => localStorage.setItem(key, locale);
