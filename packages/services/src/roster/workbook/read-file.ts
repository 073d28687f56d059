import { createHash } from 'node:crypto';
import { type MetEdit, overlayOf, type RowEdit } from '@saubac/domain/people';
import { RefusedFile, type ReadEvent, type ReadLimits } from './file-refusal.ts';
import { openRosterFile } from './open-file.ts';
import type { SheetKey } from './sheet-order.ts';
import { stageRows } from './stage-rows.ts';

/** A correction of a file, with the id under which it is told how it met the file. */
export type FileEdit = RowEdit & { id: string };

/** What to read, for which batch, within which limits, with what laid over its cells. */
export type ReadOrder = { path: string; batch: string; limits: ReadLimits; edits?: readonly FileEdit[] };

async function* events({ path, batch, limits, edits = [] }: ReadOrder): AsyncGenerator<ReadEvent> {
  const { bytes, sheets } = await openRosterFile(path, limits);
  yield { kind: 'opened', digest: createHash('sha256').update(bytes).digest('hex'), sheets: sheets.map(({ sheet }) => sheet.key), sources: [] };
  const rows: Record<SheetKey, number> = { units: 0, posts: 0, people: 0, certificates: 0 };
  const met: MetEdit[] = [];
  for (const { sheet, rows: rowsOf } of sheets) {
    const overlay = overlayOf(sheet, edits);
    for await (const staged of stageRows(sheet, batch, rowsOf(), { overlay })) {
      rows[sheet.key] += staged.rows;
      yield { kind: 'rows', sheet: sheet.key, ...staged };
    }
    met.push(...(overlay?.met() ?? []));
  }
  if (Object.values(rows).every((it) => it === 0)) throw new RefusedFile({ kind: 'no-rows' });
  yield { kind: 'done', rows, edits: met };
}

/** Reads a roster file in this thread; the last event is `done` or `refused`. */
export async function* rosterEvents(order: ReadOrder): AsyncGenerator<ReadEvent> {
  try {
    yield* events(order);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    yield { kind: 'refused', refusal: error.refusal };
  }
}
