import type { HandlersOf } from './handlers/handler.ts';
import { createLog } from './log.ts';
import type { WorkerSettings } from './settings.ts';
import { startWorker, type Working } from './start-worker.ts';

/** A child of `npm start`: settings come as a message, because arguments and environment can be read by others. It ends with its parent. */
export const runAsChild = (handlersOf: HandlersOf): void => {
  const log = createLog(process.env['LOG_LEVEL'] ?? 'warn');
  let working: Promise<Working> | undefined;

  const stop = async (): Promise<void> => {
    await working?.then((it) => it.stop()).catch(() => {});
    process.exit(0);
  };
  const start = async (settings: WorkerSettings): Promise<void> => {
    try {
      working = startWorker(settings, handlersOf, log);
      await working;
      process.send?.({ working: true });
    } catch (error) {
      process.send?.({ fault: error instanceof Error ? error.message : String(error) });
      process.exit(1);
    }
  };
  process.once('message', (settings: WorkerSettings) => void start(settings));
  process.once('disconnect', () => void stop());
  process.once('SIGTERM', () => void stop());
  // Ctrl-C reaches every process of the terminal; the parent says when it is this one's turn.
  process.on('SIGINT', () => {});
};
