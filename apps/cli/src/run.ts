import { createWords } from '@saubac/i18n';
import { commands } from './commands/index.ts';
import { earlyEndOf, exitCodes } from './frame/early-end.ts';
import { createFrame, Refused, type Commands } from './frame/frame.ts';
import { localeOf } from './frame/locale.ts';
import { stackOf } from './frame/outage.ts';
import { createProgram } from './frame/program.ts';
import type { Terminal } from './frame/terminal.ts';

const showStack = (error: unknown, { env, err }: Terminal): void => {
  if (env['DEBUG'] && error instanceof Error && !(error instanceof Refused)) err(`${stackOf(error)}\n`);
};

/**
 * Runs one command line and gives its exit code: 0 done, 1 refused or failed, 2 wrong usage. The answer goes to `out` and, with
 * `--json`, is JSON alone; refusals and faults go to `err` in plain words, with a stack only when DEBUG is set. With `--json` they stand on
 * `out` as well, as `{ "error": { "kind", …, "message" } }`.
 */
export const run = async (args: readonly string[], terminal: Terminal, nouns: readonly Commands[] = commands): Promise<number> => {
  const words = createWords(localeOf(args, terminal.env));
  const program = createProgram(terminal, words);
  const frame = createFrame(terminal, words, () => program.opts<{ json?: boolean }>().json === true);
  for (const add of nouns) add(program, frame);
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    const end = earlyEndOf(error, words);
    if (!end) return exitCodes.done;
    terminal.err(`${end.told}\n`);
    // Where the arguments were not understood, the option may not have been read.
    if (args.includes('--json')) terminal.out(`${JSON.stringify({ error: end.error }, null, 2)}\n`);
    if (end.code !== exitCodes.wrongUsage) showStack(error, terminal);
    return end.code;
  }
};
