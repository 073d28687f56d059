import { processTerminal } from './frame/terminal.ts';
import { startProduct } from './start/start-product.ts';

/** A Ctrl-C comes twice, from the terminal and from npm; only one after this while means that somebody is impatient. */
const echoMs = 1_000;

const parentLookMs = 250;

const stopping = new AbortController();
let firstAt: number | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (firstAt !== undefined && performance.now() - firstAt > echoMs) process.exit(130);
    firstAt ??= performance.now();
    stopping.abort();
  });
}

// A signal to npm ends the shell between npm and this process, not this process; so it looks whether that shell is still there.
if (process.env['npm_lifecycle_event'] === 'start') {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stopping.abort();
  }, parentLookMs).unref();
}

process.exitCode = await startProduct(processTerminal(), stopping.signal);
