import { stageSheet, type SheetKey } from '@saubac/db/roster';
import type { SourceSheet } from '@saubac/domain/layouts';
import type { TenantDb, TenantTx } from '@saubac/db/tenancy';
import { fail, ok, type Result } from '@saubac/domain/values';

import type { FileEncoding, FileRefusal, LayoutChoice, ReadAccount, ReadEvent, ReadLimits, UsedLayout } from './workbook/index.ts';
import { readRosterFile } from './workbook/index.ts';

export type StagedFile = { digest: string; rows: Readonly<Record<SheetKey, number>>; sheets: readonly SheetKey[]; sources: readonly SourceSheet[]; layout: UsedLayout | null; accounts: readonly ReadAccount[]; encoding: FileEncoding };
export type StageOptions = { batch: string; limits?: ReadLimits | undefined; signal?: AbortSignal | undefined; layouts?: LayoutChoice | undefined; onProgress?: ((rows: number) => void) | undefined };

type Cursor = { next: () => Promise<ReadEvent | undefined>; peeked: ReadEvent | undefined };

const cursorOf = (events: AsyncGenerator<ReadEvent>): Cursor => {
  const cursor: Cursor = {
    peeked: undefined,
    next: async () => {
      const { value, done } = await events.next();
      return (cursor.peeked = done ? undefined : value);
    },
  };
  return cursor;
};

// One COPY takes the chunks of one sheet; the event that ends it stays in the cursor.
async function* chunksOf(sheet: SheetKey, cursor: Cursor, onRows: (rows: number) => void): AsyncGenerator<Uint8Array> {
  for (let event = cursor.peeked; event?.kind === 'rows' && event.sheet === sheet; event = await cursor.next()) {
    onRows(event.rows);
    yield event.chunk;
  }
}

const stageAll = async (tx: TenantTx, events: AsyncGenerator<ReadEvent>, onProgress: StageOptions['onProgress']): Promise<Result<StagedFile, FileRefusal>> => {
  const cursor = cursorOf(events);
  let opened: Omit<StagedFile, 'rows' | 'accounts' | 'encoding'> | undefined;
  let total = 0;
  const onRows = (rows: number): void => onProgress?.((total += rows));
  for (let event = await cursor.next(); event; event = event.kind === 'rows' ? cursor.peeked : await cursor.next()) {
    if (event.kind === 'refused') return fail(event.refusal);
    if (event.kind === 'opened') opened = event;
    if (event.kind === 'done') return ok({ digest: opened!.digest, sheets: opened!.sheets, sources: opened!.sources, layout: opened!.layout, rows: event.rows, accounts: event.accounts, encoding: event.encoding });
    if (event.kind === 'rows') await stageSheet(tx, event.sheet, chunksOf(event.sheet, cursor, onRows));
  }
  throw new Error('The reader of the roster ended without a last word.');
};

/** Reads a file in its own thread and copies its rows into staging while it is read. Nothing stays staged of a refused file. */
export const stageFile = async (db: TenantDb, path: string, { batch, limits, signal, layouts, onProgress }: StageOptions): Promise<Result<StagedFile, FileRefusal>> => {
  const events = readRosterFile(path, { batch, limits, signal, layouts });
  try {
    return await db.transaction((tx) => stageAll(tx, events, onProgress));
  } finally {
    await events.return(undefined);
  }
};
