import { createHash } from 'node:crypto';
import type { CellOptions, TemplateSheet } from '@saubac/domain/people';
import { type LayoutChoice, noLayouts } from './choose-layout.ts';
import { RefusedFile, type ReadEvent, type ReadLimits } from './file-refusal.ts';
import type { ForeignFile, ReadAccount } from './foreign-file.ts';
import { mapped } from './mapped.ts';
import { openRosterFile } from './open-file.ts';
import type { SheetKey } from './sheet-order.ts';
import { stageRows, type StagedChunk } from './stage-rows.ts';

/** What to read, for which batch, within which limits, and how a file that is not the template may be read. */
export type ReadOrder = { path: string; batch: string; limits: ReadLimits; layouts?: LayoutChoice };

type Part = { sheet: TemplateSheet; staged: AsyncGenerator<StagedChunk> };

const partsOf = ({ sheets }: ForeignFile, batch: string, options: CellOptions): Part[] =>
  sheets.map(({ sheet, rows, reader }, at) => ({ sheet, staged: stageRows(sheet, batch, mapped(rows(), sheet, at, (values, row) => reader.take(values, row - 1)), { lacking: reader.lacking, ...options }) }));

const accountsOf = ({ sheets }: ForeignFile): ReadAccount[] => sheets.map(({ sheet, name, reader }) => ({ name, sheet: sheet.key, ...reader.account() }));

async function* events({ path, batch, limits, layouts = noLayouts }: ReadOrder): AsyncGenerator<ReadEvent> {
  const file = await openRosterFile(path, limits, layouts);
  const options: CellOptions = { epoch: file.taken.epoch };
  const foreign = 'foreign' in file ? file.foreign : null;
  const parts = 'foreign' in file ? partsOf(file.foreign, batch, options) : file.sheets.map(({ sheet, rows }): Part => ({ sheet, staged: stageRows(sheet, batch, rows(), options) }));
  yield {
    kind: 'opened', digest: createHash('sha256').update(file.bytes).digest('hex'), sheets: [...new Set(parts.map(({ sheet }) => sheet.key))],
    sources: foreign?.sources ?? [], layout: foreign?.layout ?? null,
  };
  const rows: Record<SheetKey, number> = { units: 0, posts: 0, people: 0, certificates: 0 };
  for (const { sheet, staged } of parts) {
    for await (const chunk of staged) {
      rows[sheet.key] += chunk.rows;
      yield { kind: 'rows', sheet: sheet.key, ...chunk };
    }
  }
  if (Object.values(rows).every((it) => it === 0)) throw new RefusedFile({ kind: 'no-rows' });
  yield { kind: 'done', rows, accounts: foreign ? accountsOf(foreign) : [], encoding: file.taken.encoding };
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
