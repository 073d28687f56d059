import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';
import { type AskedPeriod, type Close, closeQuery, closesQuery } from './queries.ts';

const anew = (queries: QueryClient, tenant: string) => async (close: Close) => {
  queries.setQueryData(closeQuery(tenant, close.id).queryKey, close);
  await Promise.all([
    queries.invalidateQueries({ queryKey: closesQuery(tenant).queryKey }),
    queries.invalidateQueries({ queryKey: [...closeQuery(tenant, close.id).queryKey, 'history'] }),
    queries.invalidateQueries({ queryKey: ['t', tenant, 'close-preview'] }),
  ]);
};

/** Begins to close a period. The key makes a second press of the same button the same close. */
export const startClose = (queries: QueryClient, tenant: string, key: string) =>
  mutationOptions({
    mutationFn: ({ reason, ...period }: AskedPeriod & { reason: string }) =>
      ask((api) => api.startClose({ params: { tenant }, headers: { 'idempotency-key': key }, body: { ...period, ...(reason === '' ? {} : { reason }) } })),
    onSuccess: anew(queries, tenant),
  });

/** Signs what was frozen, for exactly the version that was seen; its targets' courses change with it. */
export const approveClose = (queries: QueryClient, tenant: string, close: Close) =>
  mutationOptions({
    mutationFn: () => ask((api) => api.approveClose({ params: { tenant, id: close.id }, headers: { 'if-match': `"${close.version}"` } })),
    onSuccess: anew(queries, tenant),
    onError: () => queries.invalidateQueries({ queryKey: closeQuery(tenant, close.id).queryKey, exact: true }),
  });

/** Gives a close up that nobody has signed. */
export const cancelClose = (queries: QueryClient, tenant: string, close: Close) =>
  mutationOptions({
    mutationFn: (why: string) => ask((api) => api.cancelClose({ params: { tenant, id: close.id }, body: why === '' ? {} : { why } })),
    onSuccess: anew(queries, tenant),
    onError: () => queries.invalidateQueries({ queryKey: closeQuery(tenant, close.id).queryKey, exact: true }),
  });

/** Sends a close back with the reason instead of signing it. */
export const sendBackClose = (queries: QueryClient, tenant: string, close: Close) =>
  mutationOptions({
    mutationFn: (reason: string) => ask((api) => api.sendBackClose({ params: { tenant, id: close.id }, body: { reason } })),
    onSuccess: anew(queries, tenant),
    onError: () => queries.invalidateQueries({ queryKey: closeQuery(tenant, close.id).queryKey, exact: true }),
  });
