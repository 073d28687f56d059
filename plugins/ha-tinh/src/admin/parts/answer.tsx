import { FailedState, LoadingRows } from '@saubac/ui/states';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { textOf } from './use-lao.ts';

/** What was asked for, once it is there: its place is kept while it comes, and why it did not come is said. */
export const Answer = <T,>({ query, rows = 6, children }: { query: UseQueryResult<T>; rows?: number; children: (answer: T) => ReactNode }) => {
  if (query.isError) return <FailedState onRetry={() => void query.refetch()}>{textOf(query.error)}</FailedState>;
  if (query.data === undefined) return <LoadingRows rows={rows} height="2.25rem" />;
  return children(query.data);
};
