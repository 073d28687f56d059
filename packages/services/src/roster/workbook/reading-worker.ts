import { parentPort, workerData } from 'node:worker_threads';
import { rosterEvents, type ReadOrder } from './read-file.ts';

const port = parentPort!;
// The reader may be this many chunks ahead of the database, no more. Not few: the parser of the library does not wait for us, and rows
// it has ready weigh more than chunks.
const chunksAhead = 64;
let ahead = 0;
let wake: (() => void) | undefined;
port.on('message', () => {
  ahead -= 1;
  wake?.();
});

for await (const event of rosterEvents(workerData as ReadOrder)) {
  if (event.kind !== 'rows') {
    port.postMessage(event);
    continue;
  }
  while (ahead >= chunksAhead) await new Promise<void>((resolve) => (wake = resolve));
  ahead += 1;
  port.postMessage(event, [event.chunk.buffer]);
}
port.close();
