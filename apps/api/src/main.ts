import { startServing, type Listening, type ServeSettings } from './serve.ts';

// A child of `npm start`: settings come as a message, because arguments and environment can be read by others. It ends with its parent.
let serving: Listening | undefined;

const stop = async (): Promise<void> => {
  await serving?.stop();
  process.exit(0);
};

const start = async (settings: ServeSettings): Promise<void> => {
  try {
    serving = await startServing(settings);
    process.send?.({ listening: serving.port });
  } catch (error) {
    process.send?.({ fault: error instanceof Error ? error.message : String(error) });
    process.exit(1);
  }
};

process.once('message', (settings: ServeSettings) => void start(settings));
process.once('disconnect', () => void stop());
process.once('SIGTERM', () => void stop());
// Ctrl-C reaches every process of the terminal; the parent says when it is this one's turn.
process.on('SIGINT', () => {});
