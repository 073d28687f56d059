// Vietnamese as data: what stands above the headings of a list.
import { type Cell } from '../people/index.ts';
import { textOf } from './cell-text.ts';
import { headingKey } from './headings.ts';
import type { ColumnSource } from './layout.ts';
import { isBody } from './row-words.ts';

type Line = { row: number; column: number; text: string };

const linesAbove = (rows: readonly (readonly Cell[])[], header: number): Line[] =>
  rows.slice(0, header).flatMap((cells, row) => cells.flatMap((cell, column) => (textOf(cell) === '' ? [] : [{ row, column, text: textOf(cell) }])));

const named = /^(?:tên\s+)?(?:đơn vị|cơ quan|cơ quan, đơn vị|đơn vị báo cáo|đơn vị lập)\s*[:\-–]\s*(\S.*)$/iu;

/** The unit that a line above the headings names: after its word, or, in the head of the document, below the body that it belongs to. */
export const unitInTitle = (rows: readonly (readonly Cell[])[], header: number): Extract<ColumnSource, { from: 'title' }> | null => {
  const lines = linesAbove(rows, header);
  for (const { row, column, text } of lines) {
    const found = named.exec(text.normalize('NFC'));
    if (found) return { from: 'title', row, column, after: text.normalize('NFC').slice(0, found[0].length - found[1]!.length).replace(/[\s:\-–]+$/, '') };
  }
  const bodies = lines.filter(({ text, column, row }) => column <= 2 && row <= 4 && isBody(text) && text.length <= 120);
  const last = bodies.at(-1);
  return last ? { from: 'title', row: last.row, column: last.column, after: '' } : null;
};

const kinds: readonly (readonly [string, string])[] = [['Cán bộ', 'can bo'], ['Công chức', 'cong chuc'], ['Viên chức', 'vien chuc'], ['Người lao động', 'nguoi lao dong']];

/** The kind of people that the lines above the headings name, in the template's words; null if they name none, or several. */
export const kindInTitle = (rows: readonly (readonly Cell[])[], header: number): string | null => {
  const lists = linesAbove(rows, header).map(({ text }) => headingKey(text)).filter((it) => /(^| )(danh sach|bieu|thong ke|bao cao|tong hop)( |$)/.test(it));
  const found = new Set(lists.flatMap((line) => kinds.filter(([, words]) => line.includes(words)).map(([kind]) => kind)));
  const plural = lists.some((it) => /cbcc|ccvc|cb cc/.test(it));
  return found.size === 1 && !plural ? [...found][0]! : null;
};
