import { cleanText, plainText } from './clean-text.ts';
import { remembered } from './remembered.ts';

const tones = new Map([['\u0300', '1'], ['\u0309', '2'], ['\u0303', '3'], ['\u0301', '4'], ['\u0323', '5']]);
// '{' and '|' stand after every letter and every separator in ASCII, so a letter with a hat follows all words of the bare letter.
const hats = new Map([['a\u0306', 'a{'], ['a\u0302', 'a|'], ['e\u0302', 'e{'], ['o\u0302', 'o{'], ['o\u031b', 'o|'], ['u\u031b', 'u{']]);

const beyondAscii = (sign: string): string => `}${(sign.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`;

const letterKey = (cluster: string): { letter: string; tone: string } => {
  let base = '';
  let hat = '';
  let tone = '0';
  for (const sign of cluster) {
    if (base === '') base = sign;
    else if (tones.has(sign)) tone = tones.get(sign)!;
    else hat = sign;
  }
  if (base === 'đ') return { letter: 'd{', tone };
  const letter = hats.get(base + hat) ?? base;
  return { letter: letter > '~' ? beyondAscii(base) : letter, tone };
};

const keyOfPart = (part: string): string => {
  let letters = '';
  let marks = '';
  for (const [cluster] of part.toLowerCase().normalize('NFD').matchAll(/\P{M}\p{M}*/gu)) {
    const { letter, tone } = letterKey(cluster);
    letters += letter;
    marks += tone;
  }
  return `${letters} ${marks.replace(/0+$/, '')}`;
};

// A province writes the same few hundred names over and over.
const partKey = remembered(keyOfPart);

const searchedPart = remembered(plainText);

const sortKey = (parts: readonly string[]): string => {
  let key = partKey(parts.at(-1) ?? '');
  for (let i = 0; i < parts.length - 1; i += 1) key += ` ${partKey(parts[i]!)}`;
  return key;
};

/** Both keys of a name that is clean already: `nameSort` and `nameSearch`. */
export const nameKeys = (cleanName: string): [sort: string, search: string] => {
  const parts = cleanName.split(' ');
  return [sortKey(parts), parts.map(searchedPart).join(' ')];
};

/**
 * The key by which people stand in a Vietnamese list: given name, then family name, then the middle names; per name first the letters
 * in the order of the Vietnamese alphabet, then the tones (level, falling, asking, tumbling, rising, heavy). ASCII only, for
 * collation "C".
 */
export const nameSort = (fullName: string): string => nameKeys(cleanText(fullName))[0];

/** The name as it is searched: without accents, đ as d, small letters. */
export const nameSearch = (fullName: string): string => nameKeys(cleanText(fullName))[1];

/** The words of a search as they stand in `nameSearch`; none for a text that holds no letter and no digit. */
export const searchedWords = (text: string): string[] => plainText(text).split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));
