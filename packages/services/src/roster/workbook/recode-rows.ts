import { type FontCode, fontCodeOf, fromFontCode, tellingWords } from '@saubac/domain/encodings';
import type { Cell } from '@saubac/domain/people';
import type { SheetRow } from './stage-rows.ts';

type Rows = AsyncIterable<SheetRow> | Iterable<SheetRow>;

/** So many rows of a sheet tell in which code its texts were typed. */
const rowsLookedAt = 400;

const textsOf = (rows: readonly SheetRow[]): string[] => rows.flatMap(({ values }) => values.filter((it): it is string => typeof it === 'string'));

const recoded = ({ index, values }: SheetRow, read: (text: string) => string): SheetRow => ({ index, values: values.map((cell: Cell) => (typeof cell === 'string' ? read(cell) : cell)) });

/**
 * The rows of a sheet with texts typed in the fonts of an old code turned into Unicode. The code is told by the words of the first rows
 * together, and then holds for the whole sheet: of one cell alone it can't be told.
 */
export async function* recodeRows(rows: Rows, onFound: (code: FontCode) => void): AsyncGenerator<SheetRow> {
  const first: SheetRow[] = [];
  let read: ((text: string) => string) | undefined;
  let told = false;
  const tell = (): void => {
    told = true;
    const code = fontCodeOf(tellingWords(textsOf(first)));
    if (!code) return;
    read = fromFontCode[code];
    onFound(code);
  };
  const given = (row: SheetRow): SheetRow => (read ? recoded(row, read) : row);
  for await (const row of rows) {
    if (told) {
      yield read ? recoded(row, read) : row;
      continue;
    }
    first.push(row);
    if (first.length < rowsLookedAt) continue;
    tell();
    for (const it of first) yield given(it);
  }
  if (told) return;
  tell();
  for (const it of first) yield given(it);
}
