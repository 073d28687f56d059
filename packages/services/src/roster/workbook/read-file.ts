import { createHash } from 'node:crypto';
import { type CellOptions, type MetEdit, overlayOf, type RowEdit, type SheetOverlay, type TemplateSheet } from '@saubac/domain/people';
import { type LayoutChoice, noLayouts } from './choose-layout.ts';
import { RefusedFile, type ReadEvent, type ReadLimits } from './file-refusal.ts';
import type { ForeignFile, ReadAccount } from './foreign-file.ts';
import { mapped } from './mapped.ts';
import { openRosterFile } from './open-file.ts';
import type { SheetKey } from './sheet-order.ts';
import { stageRows, type StagedChunk } from './stage-rows.ts';

/** A correction of a file, with the id under which it is told how it met the file. */
export type FileEdit = RowEdit & { id: string };

/** What to read, for which batch, within which limits, how a file that is not the template may be read, and what is laid over its cells. */
export type ReadOrder = { path: string; batch: string; limits: ReadLimits; layouts?: LayoutChoice; edits?: readonly FileEdit[] };

type Part = { sheet: TemplateSheet; staged: AsyncGenerator<StagedChunk> };
type OverlayFor = (sheet: TemplateSheet) => SheetOverlay | null;
type HowOf = (sheet: TemplateSheet) => CellOptions & { overlay: SheetOverlay | null };

const partsOf = ({ sheets }: ForeignFile, batch: string, howOf: HowOf): Part[] =>
  sheets.map(({ sheet, rows, reader }, at) => ({ sheet, staged: stageRows(sheet, batch, mapped(rows(), sheet, at, (values, row) => reader.take(values, row - 1)), { lacking: reader.lacking, ...howOf(sheet) }) }));

const accountsOf = ({ sheets }: ForeignFile): ReadAccount[] => sheets.map(({ sheet, name, reader }) => ({ name, sheet: sheet.key, ...reader.account() }));

// Several sheets of a file may be read as one of the template's: their rows have numbers of their own, so one overlay serves them all.
const overlaysOf = (edits: readonly FileEdit[]): { overlayFor: OverlayFor; met: () => MetEdit[] } => {
  const made = new Map<SheetKey, SheetOverlay | null>();
  const overlayFor: OverlayFor = (sheet) => {
    if (!made.has(sheet.key)) made.set(sheet.key, overlayOf(sheet, edits));
    return made.get(sheet.key) ?? null;
  };
  return { overlayFor, met: () => [...made.values()].flatMap((it) => it?.met() ?? []) };
};

async function* events({ path, batch, limits, layouts = noLayouts, edits = [] }: ReadOrder): AsyncGenerator<ReadEvent> {
  const file = await openRosterFile(path, limits, layouts);
  const { overlayFor, met } = overlaysOf(edits);
  const howOf: HowOf = (sheet) => ({ epoch: file.taken.epoch, overlay: overlayFor(sheet) });
  const foreign = 'foreign' in file ? file.foreign : null;
  const parts = 'foreign' in file ? partsOf(file.foreign, batch, howOf) : file.sheets.map(({ sheet, rows }): Part => ({ sheet, staged: stageRows(sheet, batch, rows(), howOf(sheet)) }));
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
  yield { kind: 'done', rows, accounts: foreign ? accountsOf(foreign) : [], encoding: file.taken.encoding, edits: met() };
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
