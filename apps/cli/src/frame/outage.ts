import { ClusterError } from '@saubac/db/cluster';
import type { Words } from '@saubac/i18n';

/** What is told of a fault: for one the database package names, its own sentence; for any other its message and how to see more. */
export const outageSentence = (error: unknown, words: Words): string => {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof ClusterError) return words.outage(error.code, { ...error.details, message });
  return `${words.t('cli.outage', { message })} ${words.t('cli.outageHint')}`;
};
