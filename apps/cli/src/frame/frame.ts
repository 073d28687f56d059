import type { Command } from 'commander';
import type { Result } from '@saubac/domain/values';
import type { RefusalKind, Words } from '@saubac/i18n';
import type { Terminal } from './terminal.ts';

/** What a command answers: a value for programs and the same in words for people. */
export type Answer = { json: unknown; text: string };

/** Why a command was refused: a failure that has words. */
export type Refusal = { readonly kind: RefusalKind } & Readonly<Record<string, unknown>>;

/** How a command ended: an answer (exit code 0) or a refusal (1). */
export type Outcome = Result<Answer, Refusal>;

/** What every command is given: the words of its language, and a place for lines of progress that are no part of the answer. */
export type Frame = {
  words: Words;
  say: (line: string) => void;
  env: Terminal['env'];
  /** Makes the action of a command: runs it, prints its answer as JSON or text, or its refusal in words. */
  action: <Given extends unknown[]>(work: (...given: Given) => Promise<Outcome>) => (...given: Given) => Promise<void>;
};

/** Adds the commands of one noun to the program: one function per file of `commands/`. */
export type Commands = (program: Command, frame: Frame) => void;

/** A refusal on its way to the end of the program. */
export class Refused extends Error {}

/** Makes the frame of one run. `wantsJson` is asked when an answer is there, because options are read before. */
export const createFrame = (terminal: Terminal, words: Words, wantsJson: () => boolean): Frame => ({
  words,
  env: terminal.env,
  say: (line) => terminal.err(`${line}\n`),
  action:
    (work) =>
    async (...given) => {
      const outcome = await work(...given);
      if (!outcome.ok) throw new Refused(words.refusal(outcome.failure));
      const { json, text } = outcome.value;
      terminal.out(wantsJson() ? `${JSON.stringify(json, null, 2)}\n` : text.endsWith('\n') ? text : `${text}\n`);
    },
});
