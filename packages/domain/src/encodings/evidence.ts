import { isVietnameseSyllable } from './syllable.ts';
import { fromTcvn3 } from './tcvn3.ts';
import { fromVni } from './vni.ts';

/** A code in which letters of a text were typed that is not the one it is kept in. */
export type FontCode = 'tcvn3' | 'vni';

/** Turns texts typed in the fonts of a code into Unicode. */
export const readFont: Readonly<Record<FontCode, (text: string) => string>> = { tcvn3: fromTcvn3, vni: fromVni };

const wordsApart = /[\s!-&*+,\-./0-9:;<=>?@[\\\]_`{|}~\u2013\u2014\u2018-\u201d"()']+/;
const beyondAscii = /[^\0-\x7f]/;

/** The words of some texts that hold a letter or sign beyond ASCII, each once: only these tell one code from another. */
export const tellingWords = (texts: Iterable<string>, most = 3_000): string[] => {
  const words = new Set<string>();
  for (const text of texts) {
    if (!beyondAscii.test(text)) continue;
    for (const word of text.normalize('NFC').split(wordsApart)) if (beyondAscii.test(word)) words.add(word);
    if (words.size >= most) break;
  }
  return [...words];
};

/** How many of some words are spelt as Vietnamese words, of 1. */
export const vietnameseShare = (words: readonly string[]): number => (words.length === 0 ? 0 : words.filter(isVietnameseSyllable).length / words.length);

/** The fewest words that tell anything. */
export const fewestWords = 5;
/** What a reading must reach to be believed, and by how much it must be better than the others. */
export const believed = 0.8;
const better = 0.2;

/** Of some readings of the same text the one whose words are Vietnamese; undefined where none is, or two are. */
export const likeliest = <Name extends string>(readings: readonly { name: Name; words: readonly string[] }[]): Name | undefined => {
  const [first, second] = readings.map(({ name, words }) => ({ name, share: words.length < fewestWords ? 0 : vietnameseShare(words) })).toSorted((a, b) => b.share - a.share);
  return first && first.share >= believed && first.share - (second?.share ?? 0) >= better ? first.name : undefined;
};

const fewestInRow = 3;

/** Whether a row has some telling words and all are Vietnamese as they stand: headings in Unicode above rows in another code. */
export const isPlainlyVietnamese = (row: string): boolean => {
  const words = tellingWords([row]);
  return words.length >= fewestInRow && vietnameseShare(words) === 1;
};

/**
 * The code of the fonts in which rows were typed that are Unicode by their bytes; undefined for Unicode itself. Told by all words
 * together, but those of rows that are Vietnamese as they stand: such rows are never changed.
 */
export const fontCodeOf = (rows: readonly string[]): FontCode | undefined => {
  const words = tellingWords(rows.filter((it) => beyondAscii.test(it) && !isPlainlyVietnamese(it)));
  if (words.length < fewestWords || vietnameseShare(words) >= 0.5) return undefined;
  const found = likeliest([{ name: 'unicode' as const, words }, ...(['tcvn3', 'vni'] as const).map((name) => ({ name, words: tellingWords(words.map(readFont[name])) }))]);
  return found === 'unicode' ? undefined : found;
};

/** Turns a row typed in the fonts of a code into Unicode, cell by cell; a row that is Vietnamese as it stands stays. */
export const recodedRow = <Cell>(code: FontCode, cells: readonly Cell[]): readonly Cell[] => {
  const isText = (it: Cell): it is Cell & string => typeof it === 'string';
  if (isPlainlyVietnamese(cells.filter(isText).join(' '))) return cells;
  return cells.map((it) => (isText(it) ? (readFont[code](it) as Cell & string) : it));
};
