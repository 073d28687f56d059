import type { Cell } from '../people/index.ts';
import { isBlank, textOf } from './cell-text.ts';
import { type Header, headingKey, partsOf } from './headings.ts';
import { groupText, isBody, isColumnLetter, isCount, isNumbered, isSignature, isTotal, kindOfGroup, numeralOf } from './row-words.ts';
import type { SkippedKind } from './skipped.ts';

/** The group that a row of data stands in: what its heading says of the unit, and of the kind of people. */
export type Group = { unit: string | null; kind: string | null };

/** What a row of a foreign sheet is: data, or something else. */
export type SortedRow = { kind: 'data'; group: Group } | { kind: SkippedKind };

/** Where a row of data can be told by: the columns of the ID number, of the name, of the running number. */
export type Landmarks = { id: number | null; names: readonly number[]; serial: number | null };

type Filled = { at: number; text: string };

const isRunningNumber = (text: string): boolean => /^\d{1,6}\.?$/.test(text);

const looksLikePerson = (filled: readonly Filled[], { id, names, serial }: Landmarks): boolean => {
  const text = (at: number | null): string => filled.find((it) => it.at === at)?.text ?? '';
  if (/\d[\d .]{7,}\d/.test(text(id))) return true;
  const named = names.some((at) => text(at) !== '');
  if (named && isRunningNumber(text(serial)) && !names.some((at) => isBody(text(at)))) return true;
  return named && filled.length >= 4 && numeralOf(text(serial)) !== 'roman';
};

const isColumnNumbers = (filled: readonly Filled[]): boolean => {
  const numbers = filled.map(({ text }) => /^\(?(\d{1,3})\)?(?:\s*=.*)?$/.exec(text)?.[1]).filter((it) => it !== undefined).map(Number);
  const letters = filled.filter(({ text }) => isColumnLetter(text)).length;
  return filled.length >= 3 && numbers.length >= 2 && numbers.length + letters === filled.length && numbers.every((it, i) => i === 0 || it > numbers[i - 1]!) && numbers[0]! <= 2;
};

// A numeral of its own cell with a text beside it, or one text that is numbered, is the name of a body, or names a kind of people.
const groupIn = (filled: readonly Filled[], serial: number | null): string | null => {
  const texts = filled.filter(({ text }) => !isCount(text) && numeralOf(text) === null);
  const [only] = texts;
  if (texts.length !== 1 || !only || filled.length > 5) return null;
  const mark = filled.find((it) => it !== only && it.at < only.at && numeralOf(it.text) !== null);
  if (mark) return numeralOf(mark.text) === 'roman' || isBody(only.text) || kindOfGroup(groupText(only.text)) !== null ? groupText(only.text) : null;
  if (isNumbered(only.text)) return numeralOf(only.text.split(/[.):/-]/)[0]!.trim()) === 'roman' || isBody(groupText(only.text)) ? groupText(only.text) : null;
  if (only.at !== serial && serial !== null && filled.some((it) => it.at === serial && isRunningNumber(it.text))) return null;
  return isBody(only.text) || kindOfGroup(groupText(only.text)) !== null ? groupText(only.text) : null;
};

const wordsOfHeader = (header: Header, rows: readonly (readonly Cell[])[]): ReadonlySet<string>[] =>
  header.headings.map((heading, at) => {
    const own = rows.slice(header.from, header.from + header.span).map((row) => headingKey(textOf(row[at])));
    return new Set([headingKey(heading), ...partsOf(heading).map(headingKey), ...own].filter((it) => it !== ''));
  });

const isHeaderAgain = (filled: readonly Filled[], words: readonly ReadonlySet<string>[], afterHeader: boolean): boolean => {
  const same = filled.filter(({ at, text }) => words[at]?.has(headingKey(text))).length;
  return same * 5 >= filled.length * 4 && (same >= 2 || (afterHeader && same === 1));
};

/**
 * Tells row by row what each row of a sheet is. Rows above the data are headings; blank ones, totals, groups, repeated headings and numbers
 * of columns are told wherever they stand; from the first line that is signed on nothing is data but what looks like a person. A row of
 * which nothing is certain is data: then it is read, or refused in words, never left out unseen.
 */
export const rowSorter = (header: Header, head: readonly (readonly Cell[])[], marks: Landmarks): ((values: readonly Cell[], index: number) => SortedRow) => {
  const words = wordsOfHeader(header, head);
  let group: Group = { unit: null, kind: null };
  let signed = false;
  let afterHeader = true;
  const sorted = (values: readonly Cell[], index: number): SortedRow => {
    const filled = values.flatMap((cell, at): Filled[] => (isBlank(cell) ? [] : [{ at, text: textOf(cell) }]));
    if (filled.length === 0) return { kind: 'blank' };
    if (index < header.from + header.span) return { kind: 'header' };
    const person = looksLikePerson(filled, marks);
    if (isColumnNumbers(filled) || isHeaderAgain(filled, words, afterHeader)) return { kind: 'header' };
    if (person) {
      signed = false;
      return { kind: 'data', group };
    }
    if (filled.some(({ text }) => isSignature(text))) signed = true;
    else if (filled.some(({ text }) => isTotal(text))) return { kind: 'total' };
    if (signed) return { kind: 'signature' };
    const heading = groupIn(filled, marks.serial);
    if (heading === null) return { kind: 'data', group };
    const kind = kindOfGroup(heading);
    group = kind === null ? { ...group, unit: heading } : { ...group, kind };
    return { kind: 'group' };
  };
  return (values, index) => {
    const it = sorted(values, index);
    afterHeader = it.kind === 'header';
    return it;
  };
};
