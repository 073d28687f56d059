import { type FontCode, fontCodeOf, recodedRow } from '@saubac/domain/encodings';
import type { SheetRow } from './stage-rows.ts';

type Rows = AsyncIterable<SheetRow> | Iterable<SheetRow>;

/** So many rows of a sheet tell in which code its texts were typed. */
const rowsLookedAt = 400;

const codeOf = (rows: readonly SheetRow[]): FontCode | undefined => fontCodeOf(rows.map(({ values }) => values.filter((it) => typeof it === 'string').join(' ')));

/**
 * The rows of a sheet with texts typed in the fonts of an old code turned into Unicode. The code is told by the words of the first rows
 * together, and then holds for the whole sheet: of one cell alone it can't be told.
 */
export async function* recodeRows(rows: Rows, onFound: (code: FontCode) => void): AsyncGenerator<SheetRow> {
  const first: SheetRow[] = [];
  let code: FontCode | undefined;
  let told = false;
  const tell = (): void => {
    told = true;
    code = codeOf(first);
    if (code) onFound(code);
  };
  const given = ({ index, values }: SheetRow): SheetRow => ({ index, values: code ? recodedRow(code, values) : values });
  for await (const row of rows) {
    if (told) {
      yield code ? given(row) : row;
      continue;
    }
    first.push(row);
    if (first.length < rowsLookedAt) continue;
    tell();
    yield* first.map(given);
  }
  if (told) return;
  tell();
  yield* first.map(given);
}
