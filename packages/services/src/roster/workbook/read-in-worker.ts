import { Worker } from 'node:worker_threads';
import { type LayoutChoice, noLayouts } from './choose-layout.ts';
import { defaultLimits, type ReadEvent, type ReadLimits } from './file-refusal.ts';
import type { ReadOrder } from './read-file.ts';

export type ReadOptions = { batch: string; limits?: ReadLimits | undefined; signal?: AbortSignal | undefined; layouts?: LayoutChoice | undefined };

const largestHeapMb = 2_000;

/**
 * Reads a roster file (xlsx or csv) in a thread of its own and tells what it finds, row chunks ready for COPY. The last event is `done`
 * or `refused`. Leaving the loop or aborting the signal ends the thread. A file that needs more memory than the thread may have is
 * refused as too large.
 */
export async function* readRosterFile(path: string, { batch, limits = defaultLimits, signal, layouts = noLayouts }: ReadOptions): AsyncGenerator<ReadEvent> {
  const order: ReadOrder = { path, batch, limits, layouts };
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { workerData: order, resourceLimits: { maxOldGenerationSizeMb: largestHeapMb } });
  const events: ReadEvent[] = [];
  let fault: Error | undefined;
  let ended = false;
  let wake: (() => void) | undefined;
  const on = (take: () => void): void => {
    take();
    wake?.();
  };
  worker.on('message', (event: ReadEvent) => on(() => events.push(event)));
  worker.on('error', (error) => on(() => (fault = error as Error)));
  worker.on('exit', () => on(() => (ended = true)));
  const cancel = (): void => on(() => undefined);
  signal?.addEventListener('abort', cancel, { once: true });
  try {
    for (;;) {
      const event: ReadEvent | undefined = signal?.aborted ? { kind: 'refused', refusal: { kind: 'cancelled' } } : events.shift();
      if (event) {
        yield event;
        if (event.kind === 'done' || event.kind === 'refused') return;
        if (event.kind === 'rows') worker.postMessage('taken');
      } else if (fault) {
        if ((fault as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw fault;
        yield { kind: 'refused', refusal: { kind: 'unpacked-too-large', bytes: largestHeapMb * 1_000_000, limit: limits.unpacked } };
        return;
      } else if (ended) throw new Error('The reader of the roster ended without a word.');
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal?.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}
