/** A text for people: Vietnamese always, English where somebody wrote it. */
export type LocalText = { vi: string; en?: string | undefined };
/** The languages of the screen. */
export type Locale = 'vi' | 'en';

/** The text in a language, in Vietnamese where that language has none. */
export const textIn = (text: LocalText, locale: Locale): string => (locale === 'en' ? (text.en ?? text.vi) : text.vi);
