import type { Command } from 'commander';
import { fail, ok, type Result } from '@saubac/domain/values';
import type { RefusalKind, Words } from '@saubac/i18n';
import type { Terminal } from './terminal.ts';

/** What a command answers: a value for programs and the same in words for people. */
export type Answer = { json: unknown; text: string };

/**
 * A long answer that is written while it is read: one value and one line for each item. In words the lines stand under a heading, if there
 * are any, and an ending is told that knows how many there were.
 */
export type Rows<Item> = {
  items: AsyncIterable<Item>;
  json: (item: Item) => unknown;
  line: (item: Item) => string;
  heading?: string;
  ending?: (count: number) => string;
};

/** Why a command was refused: a failure that has words. `sentences` tell its parts, such as each problem of a file, one below the other. */
export type Refusal = { readonly kind: RefusalKind; readonly sentences?: readonly string[] } & Readonly<Record<string, unknown>>;

/** How a command ended: an answer (exit code 0; null if it is written already) or a refusal (1). */
export type Outcome = Result<Answer | null, Refusal>;

/** What every command is given: the words of its language, and a place for lines of progress that are no part of the answer. */
export type Frame = {
  words: Words;
  say: (line: string) => void;
  env: Terminal['env'];
  /** Reads a password that is piped in, so that it stands in no list of processes and no history: its first line. */
  readPassword: () => Promise<Result<string, { kind: 'password-missing' }>>;
  /** Writes a long answer item by item and tells how many there were. */
  writeRows: <Item>(rows: Rows<Item>) => Promise<number>;
  /** Makes the action of a command: runs it, prints its answer as JSON or text, or its refusal in words. */
  action: <Given extends unknown[]>(work: (...given: Given) => Promise<Outcome>) => (...given: Given) => Promise<void>;
};

/** Adds the commands of one noun to the program: one function per file of `commands/`. */
export type Commands = (program: Command, frame: Frame) => void;

/** A refusal on its way to the end of the program. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal, words: Words) {
    super([words.refusal(refusal), ...(refusal.sentences ?? []).map((it) => `  ${it}`)].join('\n'));
    this.refusal = refusal;
  }
}

const writeText = async <Item>(terminal: Terminal, { items, line, heading, ending }: Rows<Item>): Promise<number> => {
  let count = 0;
  for await (const item of items) {
    if (count === 0 && heading !== undefined) terminal.out(`${heading}\n`);
    count += 1;
    terminal.out(`${line(item)}\n`);
  }
  if (ending) terminal.out(`${ending(count)}\n`);
  return count;
};

const writeJson = async <Item>(terminal: Terminal, { items, json }: Rows<Item>): Promise<number> => {
  let count = 0;
  for await (const item of items) {
    terminal.out(`${count === 0 ? '[' : ','}\n  ${JSON.stringify(json(item))}`);
    count += 1;
  }
  terminal.out(count === 0 ? '[]\n' : '\n]\n');
  return count;
};

/** Makes the frame of one run. `wantsJson` is asked when an answer is there, because options are read before. */
export const createFrame = (terminal: Terminal, words: Words, wantsJson: () => boolean): Frame => ({
  words,
  env: terminal.env,
  say: (line) => terminal.err(`${line}\n`),
  readPassword: async () => {
    const [line = ''] = ((await terminal.read?.()) ?? '').split(/\r?\n/);
    return line === '' ? fail({ kind: 'password-missing' }) : ok(line);
  },
  writeRows: (rows) => (wantsJson() ? writeJson(terminal, rows) : writeText(terminal, rows)),
  action:
    (work) =>
    async (...given) => {
      const outcome = await work(...given);
      if (!outcome.ok) throw new Refused(outcome.failure, words);
      if (outcome.value === null) return;
      const { json, text } = outcome.value;
      terminal.out(wantsJson() ? `${JSON.stringify(json, null, 2)}\n` : text.endsWith('\n') ? text : `${text}\n`);
    },
});
