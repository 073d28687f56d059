import { CommanderError } from 'commander';
import { ClusterError } from '@saubac/db/cluster';
import type { Words } from '@saubac/i18n';
import { Refused } from './frame.ts';
import { isArchived, outageSentence } from './outage.ts';
import { programName } from './program.ts';
import { usageFault, WrongUsage } from './wrong-usage.ts';

/** Exit codes: the command did its work, was refused or failed, was not understood. */
export const exitCodes = { done: 0, refusedOrFailed: 1, wrongUsage: 2 } as const;

/** Why a run ended before its answer: the exit code, what people are told, and what programs are told. */
export type EarlyEnd = { code: number; told: string; error: Readonly<Record<string, unknown>> };

const misunderstood = (fault: string, words: Words): EarlyEnd => ({
  code: exitCodes.wrongUsage,
  told: `${fault}\n${words.t('cli.seeHelp', { command: programName })}`,
  error: { kind: 'wrong-usage', message: fault },
});

/** Reads why a run ended early; undefined if it only showed its help or version. */
export const earlyEndOf = (thrown: unknown, words: Words): EarlyEnd | undefined => {
  const error = isArchived(thrown) ? new Refused({ kind: 'tenant-archived' }, words) : thrown;
  if (error instanceof WrongUsage) return misunderstood(error.message, words);
  if (error instanceof CommanderError) {
    const fault = usageFault(error, words);
    return fault === undefined ? undefined : misunderstood(fault, words);
  }
  const told = error instanceof Refused ? error.message : outageSentence(error, words);
  if (error instanceof Refused) return { code: exitCodes.refusedOrFailed, told, error: { ...error.refusal, message: words.refusal(error.refusal) } };
  return { code: exitCodes.refusedOrFailed, told, error: { kind: error instanceof ClusterError ? error.code : 'fault', message: told } };
};
