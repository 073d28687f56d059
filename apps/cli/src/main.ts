import { processTerminal } from './frame/terminal.ts';
import { run } from './run.ts';

// So that what runs at the exit runs: a database that this command started is stopped.
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

process.exitCode = await run(process.argv.slice(2), processTerminal());
