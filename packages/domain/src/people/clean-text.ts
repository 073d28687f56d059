// Control characters can't stand in an XML cell, and no-break spaces come with texts pasted from documents.
const unwanted = /[\u0000-\u001f\u007f-\u009f\u00a0\ufeff\u200b]+/g;

/** A text as it is kept: composed Unicode (NFC), no control characters, single spaces, none at the ends. */
export const cleanText = (text: string): string => text.replace(unwanted, ' ').replace(/ {2,}/g, ' ').trim().normalize('NFC');

/** A text without accents and in small letters, đ as d: what two spellings of the same word have in common. */
export const plainText = (text: string): string =>
  cleanText(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd');
