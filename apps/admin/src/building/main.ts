import { buildWhenStale } from './build-when-stale.ts';

// A child of `npm start`, or run by hand: builds the pages where they are missing or stale, and ends.
try {
  const built = await buildWhenStale();
  process.send?.({ built });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
