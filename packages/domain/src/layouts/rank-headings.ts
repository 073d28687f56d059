import { rosterTemplate, type TemplateSheet } from '../people/index.ts';
import { type HeadingWords, headingWords } from './heading-words.ts';
import { headingKey, partsOf } from './headings.ts';

/** How well a heading names a column of the template: 4 exactly, 3 under a wider heading, 2 by words in it, 0 not at all. */
export type Fit = 0 | 2 | 3 | 4;

const contains = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `);

type Read = { whole: string; bare: string; parts: string[] };

// Words of a remark in brackets do not make another column of it.
const readHeading = (heading: string): Read => ({ whole: headingKey(heading), bare: headingKey(heading.replace(/\(.*?\)/g, ' ')), parts: partsOf(heading).map(headingKey) });

const fitOf = ({ is, has = [], never = [] }: HeadingWords, { whole, bare, parts }: Read): Fit => {
  if (whole === '') return 0;
  if (is.includes(whole) || is.includes(bare)) return 4;
  if (never.some((it) => contains(whole, it))) return 0;
  if (parts.length > 1 && is.includes(parts.at(-1)!)) return 3;
  return has.some((it) => contains(whole, it)) ? 2 : 0;
};

const wordsOf = (sheet: TemplateSheet): HeadingWords[] =>
  sheet.columns.map(({ key, heading }) => {
    const known = headingWords[sheet.key].find((it) => it.key === key);
    return { ...known, key, is: [headingKey(heading), ...(known?.is ?? [])] };
  });

const words = new Map(rosterTemplate.map((sheet) => [sheet.key, wordsOf(sheet)]));

/** Where a column of the template stands in a sheet: the place of the column, and how well its heading fits. */
export type RankedColumn = { key: string; at: number; fit: Fit };

/** For each column of a sheet of the template the heading that fits best, none for two of them; the better fit and then the left one is first. */
export const rankHeadings = (sheet: TemplateSheet['key'], headings: readonly string[]): RankedColumn[] => {
  const read = headings.map(readHeading);
  const all = words.get(sheet)!.flatMap((it) => read.map((heading, at): RankedColumn => ({ key: it.key, at, fit: fitOf(it, heading) })));
  const taken: RankedColumn[] = [];
  for (const it of all.filter(({ fit }) => fit > 0).toSorted((a, b) => b.fit - a.fit || a.at - b.at)) {
    if (!taken.some(({ key, at }) => key === it.key || at === it.at)) taken.push(it);
  }
  return taken;
};
