import { CommanderError } from 'commander';
import { createWords, type Words } from '@saubac/i18n';
import { commands } from './commands/index.ts';
import { createFrame, Refused, type Commands } from './frame/frame.ts';
import { localeOf } from './frame/locale.ts';
import { outageSentence } from './frame/outage.ts';
import { createProgram, programName } from './frame/program.ts';
import type { Terminal } from './frame/terminal.ts';
import { usageFault, WrongUsage } from './frame/wrong-usage.ts';

const done = 0;
const refusedOrFailed = 1;
const wrongUsage = 2;

/** Tells why a run ended early and gives its exit code. */
const tell = (error: unknown, terminal: Terminal, words: Words): number => {
  const fault = error instanceof CommanderError ? usageFault(error, words) : error instanceof WrongUsage ? error.message : undefined;
  if (fault !== undefined) {
    terminal.err(`${fault}\n${words.t('cli.seeHelp', { command: programName })}\n`);
    return wrongUsage;
  }
  if (error instanceof CommanderError) return done;
  terminal.err(`${error instanceof Refused ? error.message : outageSentence(error, words)}\n`);
  if (terminal.env['DEBUG'] && error instanceof Error && !(error instanceof Refused)) terminal.err(`${error.stack ?? ''}\n`);
  return refusedOrFailed;
};

/**
 * Runs one command line and gives its exit code: 0 done, 1 refused or failed, 2 wrong usage. The answer goes to `out` and, with
 * `--json`, is JSON alone; refusals and faults go to `err` in plain words, with a stack only when DEBUG is set.
 */
export const run = async (args: readonly string[], terminal: Terminal, nouns: readonly Commands[] = commands): Promise<number> => {
  const words = createWords(localeOf(args, terminal.env));
  const program = createProgram(terminal, words);
  const frame = createFrame(terminal, words, () => program.opts<{ json?: boolean }>().json === true);
  for (const add of nouns) add(program, frame);
  try {
    await program.parseAsync(args, { from: 'user' });
    return done;
  } catch (error) {
    return tell(error, terminal, words);
  }
};
