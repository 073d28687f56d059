// Vietnamese as data: how names of units and posts are shortened.
import { cleanText, plainText } from './clean-text.ts';

const joining = new Set(['va', 'cua']);

// "Kỹ thuật" and "kĩ thuật" are one word.
const folded = (word: string): string => plainText(word).replaceAll('y', 'i');

const wordsIn = (text: string): string[] => cleanText(text).split(/[^\p{L}\p{M}\p{N}]+/u).filter((it) => it !== '');

/** The words of a name of a unit or post as they are compared: no accents, small letters, y as i, "và" left out. */
export const foldedWords = (text: string): string[] => wordsIn(text).map(folded).filter((it) => !joining.has(it));

/** What two spellings of one name have in common; '' for a text without a word. */
export const foldedName = (text: string): string => foldedWords(text).join(' ');

const office = /^(?:(?:ui ban nhan dan|ubnd|truong) )+(?=.)/;

/** The folded name without the kind of body in front that people leave out or shorten: "Xã X" and "UBND xã X" are one. */
export const coreName = (name: string): string => name.replace(office, '');

const syllable = /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?[aeiou]{1,3}(?:ng|nh|ch|[cmnpt])?$/;
const shortWords: Readonly<Record<string, readonly string[]>> = { p: ['phong', 'phuong'], x: ['xa'], h: ['huien'], q: ['quan'], t: ['tinh'] };

/** A word of a text and whether it may stand for the first letters of several, or for one of the few that are cut to a letter. */
export type ShortableWord = { word: string; short: boolean };

/** The words of a text with those that look shortened: capitals among small letters, or letters that no Vietnamese syllable has. */
export const shortableWords = (text: string): ShortableWord[] => {
  const allCapitals = text === text.toUpperCase();
  return wordsIn(text).flatMap((typed) => {
    const word = folded(typed);
    const capitals = !allCapitals && typed.length > 1 && typed === typed.toUpperCase() && typed !== typed.toLowerCase();
    return joining.has(word) ? [] : [{ word, short: !/\d/.test(word) && (capitals || (word.length === 1 ? word in shortWords : !syllable.test(word))) }];
  });
};

const startLetters = (words: readonly string[], from: number, count: number): string => words.slice(from, from + count).map((it) => it[0]).join('');

/** Whether a text with shortened words says the words of a name, all of them in their order. */
export const spells = (text: readonly ShortableWord[], name: readonly string[], i = 0, j = 0): boolean => {
  const it = text[i];
  if (!it) return j === name.length;
  if (j >= name.length) return false;
  if (it.word === name[j] && spells(text, name, i + 1, j + 1)) return true;
  if (!it.short) return false;
  if (it.word.length === 1) return (shortWords[it.word] ?? []).includes(name[j]!) && spells(text, name, i + 1, j + 1);
  return startLetters(name, j, it.word.length) === it.word && spells(text, name, i + 1, j + it.word.length);
};
