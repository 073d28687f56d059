import { FailedState, LoadingRows, NoPermissionState } from '@saubac/ui/states';
import type { ReactNode } from 'react';
import { Refused } from './api.ts';
import { useWords } from './words-root.tsx';

type Asked<Value> = { data: Value | undefined; error: unknown; refetch: () => unknown };

type Parts<Value> = {
  query: Asked<Value>;
  /** How many places, and how high, while it is on its way. */
  waiting?: { rows: number; height: string };
  children: (value: Value) => ReactNode;
};

/** What was asked for, or how it stands with it: on its way, not permitted, failed with the reason in words and another try. */
export const QueryStates = <Value,>({ query, waiting = { rows: 3, height: '4rem' }, children }: Parts<Value>) => {
  const words = useWords();
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return <LoadingRows {...waiting} />;
  const refetch = () => void query.refetch();
  if (!(query.error instanceof Refused)) return <FailedState onRetry={refetch}>{words.t('shell.unreachable')}</FailedState>;
  const { code, text, requestId } = query.error.problem;
  if (code === 'forbidden') return <NoPermissionState>{words.text(text)}</NoPermissionState>;
  return (
    <FailedState requestId={requestId} onRetry={refetch}>
      {words.text(text)}
    </FailedState>
  );
};
