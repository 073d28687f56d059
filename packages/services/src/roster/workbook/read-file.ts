import { createHash } from 'node:crypto';
import { RefusedFile, type ReadEvent, type ReadLimits } from './file-refusal.ts';
import { openRosterFile } from './open-file.ts';
import type { SheetKey } from './sheet-order.ts';
import { stageRows } from './stage-rows.ts';

/** What to read, for which batch, within which limits. */
export type ReadOrder = { path: string; batch: string; limits: ReadLimits };

async function* events({ path, batch, limits }: ReadOrder): AsyncGenerator<ReadEvent> {
  const { bytes, sheets } = await openRosterFile(path, limits);
  yield { kind: 'opened', digest: createHash('sha256').update(bytes).digest('hex'), sheets: sheets.map(({ sheet }) => sheet.key), sources: [] };
  const rows: Record<SheetKey, number> = { units: 0, posts: 0, people: 0, certificates: 0 };
  for (const { sheet, rows: rowsOf } of sheets) {
    for await (const staged of stageRows(sheet, batch, rowsOf())) {
      rows[sheet.key] += staged.rows;
      yield { kind: 'rows', sheet: sheet.key, ...staged };
    }
  }
  if (Object.values(rows).every((it) => it === 0)) throw new RefusedFile({ kind: 'no-rows' });
  yield { kind: 'done', rows };
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
