// Reads the cells of a workbook with nothing but an unzipper and regular expressions, so that no reader of the product is trusted here.
import { readFileSync } from 'node:fs';

import { strFromU8, unzipSync } from 'fflate';

export type SheetRow = Record<string, string>;

const unescape = (text: string): string =>
  text
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const textsIn = (xml: string): string => unescape([...xml.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)].map((it) => it[1] ?? '').join(''));

const cellsOf = (rowXml: string, shared: readonly string[]): Map<string, string> => {
  const cells = new Map<string, string>();
  for (const [, attributes = '', body = ''] of rowXml.matchAll(/<c\s([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const column = /r="([A-Z]+)\d+"/.exec(attributes)?.[1];
    const value = /<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/.exec(body)?.[1] ?? '';
    const text = attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : attributes.includes('t="inlineStr"') ? textsIn(body) : unescape(value);
    if (column && text !== '') cells.set(column, text.normalize('NFC').trim());
  }
  return cells;
};

/** The rows of a named sheet by the headings of its first row. */
export const readSheets = (path: string): ((name: string) => SheetRow[]) => {
  const files = unzipSync(readFileSync(path));
  const part = (name: string): string => (files[name] ? strFromU8(files[name]) : '');
  const shared = [...part('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map((it) => textsIn(it[1] ?? ''));
  const targets = new Map<string, string>();
  for (const [tag] of part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\s[^>]*>/g)) {
    targets.set(/Id="([^"]+)"/.exec(tag)?.[1] ?? '', (/Target="([^"]+)"/.exec(tag)?.[1] ?? '').replace(/^\/?(xl\/)?/, ''));
  }
  const sheets = new Map<string, string>();
  for (const [tag] of part('xl/workbook.xml').matchAll(/<sheet\s[^>]*>/g)) {
    sheets.set(unescape(/name="([^"]+)"/.exec(tag)?.[1] ?? '').normalize('NFC'), targets.get(/r:id="([^"]+)"/.exec(tag)?.[1] ?? '') ?? '');
  }
  return (name) => {
    const rows = [...part(`xl/${sheets.get(name) ?? ''}`).matchAll(/<row[\s>][\s\S]*?<\/row>/g)].map((it) => cellsOf(it[0], shared));
    const headings = rows[0] ?? new Map<string, string>();
    return rows.slice(1).map((cells) => Object.fromEntries([...headings].map(([column, heading]) => [heading, cells.get(column) ?? ''])));
  };
};
