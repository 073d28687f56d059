import { setTimeout as sleep } from 'node:timers/promises';
import type { Forbidden } from '@saubac/domain/access';
import { isImportOver } from '@saubac/domain/transfers';
import { ok, type Result } from '@saubac/domain/values';

import type { Ctx } from '../context/index.ts';
import { type ImportView, viewOf } from './import-view.ts';
import { keptImport, type UnknownImport } from './read-imports.ts';

/** How an import stands, with an id that says so: whoever gives the last one he had is told only what is newer. Null: nothing new for a while. */
export type ImportEvent = { id: string; import: ImportView; last: boolean } | null;

export type WatchOptions = {
  /** The id of the last event that the listener had. */
  after?: string | undefined;
  signal: AbortSignal;
  everyMs?: number;
  quietMs?: number;
  /** So long a listener is told; then he asks again, which proves anew that he may. */
  mostMs?: number;
};

const eventId = ({ version, progress }: ImportView): string => `${version}.${progress.rows}`;

// A check that waits for somebody's word, on it or on how the file is read, changes no more by itself.
const isAtRest = ({ state }: ImportView): boolean => isImportOver(state) || state === 'checked' || state === 'needs-layout';

async function* events(ctx: Ctx, first: ImportView, { after, signal, everyMs = 500, quietMs = 15_000, mostMs = 600_000 }: WatchOptions): AsyncGenerator<ImportEvent> {
  let known = after;
  let quiet = 0;
  let view = first;
  for (let passed = 0; passed < mostMs && !signal.aborted; passed += everyMs) {
    if (eventId(view) !== known || isAtRest(view)) {
      known = eventId(view);
      quiet = 0;
      yield { id: known, import: view, last: isAtRest(view) };
      if (isAtRest(view)) return;
    } else if ((quiet += everyMs) >= quietMs) {
      quiet = 0;
      yield null;
    }
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const kept = await keptImport(ctx, view.id);
    if (!kept.ok) return;
    view = viewOf(kept.value);
  }
}

/** Tells how an import goes on until it is checked or over. The last event is how it then stands. */
export const watchImport = async (ctx: Ctx, id: string, options: WatchOptions): Promise<Result<AsyncGenerator<ImportEvent>, Forbidden | UnknownImport>> => {
  const kept = await keptImport(ctx, id);
  return kept.ok ? ok(events(ctx, viewOf(kept.value), options)) : kept;
};
