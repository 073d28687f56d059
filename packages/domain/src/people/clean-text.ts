// Control characters can't stand in an XML cell; no-break and other wide spaces come with texts pasted from documents.
const spaces = /[\u0000-\u001f\u007f-\u009f\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
// Signs that are not seen and part no words: soft hyphens, joiners, marks of direction, byte order marks.
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/g;
// Almost every text holds none of them, and then one look is enough.
const unwanted = /[\u0000-\u001f\u007f-\u009f\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;

/** A text as it is kept: composed Unicode (NFC), no control or unseen characters, single spaces, none at the ends. */
export const cleanText = (text: string): string =>
  (unwanted.test(text) ? text.replace(unseen, '').replace(spaces, ' ') : text).replace(/ {2,}/g, ' ').trim().normalize('NFC');

/** A text without accents and in small letters, đ as d: what two spellings of the same word have in common. */
export const plainText = (text: string): string =>
  cleanText(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
