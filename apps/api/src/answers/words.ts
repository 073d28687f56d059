import { createWords, type Words } from '@saubac/i18n';

/** The words of the two languages an answer is given in. */
export const words: Readonly<Record<'vi' | 'en', Words>> = { vi: createWords('vi'), en: createWords('en') };

/** A text in both languages. */
export const inBoth = (say: (words: Words) => string): { vi: string; en: string } => ({ vi: say(words.vi), en: say(words.en) });
