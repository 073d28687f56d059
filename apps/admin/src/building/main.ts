import { buildWhenStale } from './build-when-stale.ts';

// A child of `npm start` or of a test, or run by hand: builds the pages where they are missing or stale, and ends. Whoever calls may run in
// another mode, and with that of tests or development the pages would be half as heavy again.
process.env['NODE_ENV'] = 'production';
try {
  const built = await buildWhenStale();
  process.send?.({ built });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
