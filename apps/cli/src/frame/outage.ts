import { ClusterError } from '@saubac/db/cluster';
import { withoutValues } from '@saubac/db/tenancy';
import type { Words } from '@saubac/i18n';

/** The server took no write: it takes none to a tenant that is archived, whatever the command. */
export const isArchived = (error: unknown): boolean => {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown };
  return code === '25006' || (cause !== undefined && isArchived(cause));
};

/** The stack of a fault, for DEBUG; it names nobody. */
export const stackOf = (error: unknown): string => {
  const fault = withoutValues(error);
  return fault instanceof Error ? (fault.stack ?? '') : '';
};

/** What is told of a fault: for one the database package names, its own sentence; for any other its message and how to see more. */
export const outageSentence = (error: unknown, words: Words): string => {
  const fault = withoutValues(error);
  const message = fault instanceof Error ? fault.message : String(fault);
  if (error instanceof ClusterError) return words.outage(error.code, { ...error.details, message });
  return `${words.t('cli.outage', { message })} ${words.t('cli.outageHint')}`;
};
