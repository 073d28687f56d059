import { plain } from '../plain-text.ts';

/** An entry of a cell: as it was written, and plain. */
export type Entry = { text: string; plain: string };

// A comma or slash between digits belongs to a number or a date: "6,0", "12/2023", "650/990", "bậc 3/6".
const separators = /[;\n\r|]+|(?<!\d),|,(?!\d)|(?<!\d)\/|\/(?!\d)/;

// "1. IELTS 6.0 2. TOEIC 700", "a) … b) …"
const listed = /(?:^|\s)(?:\d|[a-e](?=\)))[.)]\s+(?=\p{L})/gu;

/** The entries of a cell that holds several, separated by `;` `,` `/` or lines, or numbered. */
export const entriesOf = (cell: string): Entry[] =>
  cell
    .normalize('NFC')
    .replace(listed, ';')
    .split(separators)
    .map((it) => it.replace(/^[\s\-\u2013\u2022+*]+|\s+$/g, ''))
    .filter((it) => it !== '')
    .map((text) => ({ text, plain: plain(text) }));

/** The parts of an entry that joins several by a word or sign: "IELTS 6.0 và TOEIC 700". */
export const partsOf = ({ text }: Entry): Entry[] => text.split(/\s+(?:\+|&|v\u00e0|and|-|\u2013)\s+/iu).map((it) => ({ text: it.trim(), plain: plain(it) })).filter((it) => it.text !== '');

const firstYear = 1970;
const lastYear = 2099;

/** The year that stands in a text, alone or at the end of a date. */
export const yearIn = (text: string): number | null => {
  const years = [...text.matchAll(/(?<![\d.])(\d{4})(?!\d)/g)].map((it) => Number(it[1])).filter((it) => it >= firstYear && it <= lastYear);
  return years.at(-1) ?? null;
};

/** The text without its dates and years, so that no year is taken for a score. */
export const withoutDates = (text: string): string =>
  text.replace(/\b(\d{1,2}[/.-]){0,2}(19[7-9]|20\d)\d\b/g, ' ').replace(/[()[\]]/g, ' ').replace(/\b(nam|ngay|thi)\s*$/g, ' ').replace(/\s+/g, ' ').trim();
