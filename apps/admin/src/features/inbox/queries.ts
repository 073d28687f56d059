import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** Which cases of the inbox are asked for, and which bulk move is looked at. */
export type InboxSearch = { kind?: string; late?: boolean; bulk?: string };

/** What waits for whoever is signed in. */
export const inboxQuery = (tenant: string, { kind, late }: InboxSearch) =>
  queryOptions({
    queryKey: ['t', tenant, 'inbox', { kind, late }],
    queryFn: ({ signal }) => ask((api) => api.listInbox({ params: { tenant }, query: { ...(kind ? { kind } : {}), ...(late ? { late: 'true' as const } : {}) } }, { signal })),
  });

export type Inbox = Awaited<ReturnType<NonNullable<ReturnType<typeof inboxQuery>['queryFn']>>>;
export type InboxItem = Inbox['items'][number];

/** What whoever is signed in was told about cases, page after page; of what he has not read only where that is asked for. */
export const noticesQuery = (tenant: string, { unread }: { unread?: boolean | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'notices', { unread }],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listNotices({ params: { tenant }, query: { limit: 50, ...(unread ? { unread: 'true' as const } : {}), ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

export type Notice = Awaited<ReturnType<NonNullable<ReturnType<typeof noticesQuery>['queryFn']>>>['items'][number];

/** So often is asked how far a bulk move is. */
const lookEveryMs = 1_000;

/** A bulk move: how far it is, and what became of each case. */
export const bulkQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'case-moves', id],
    queryFn: ({ signal }) => ask((api) => api.getCaseMoves({ params: { tenant, id } }, { signal })),
    refetchInterval: ({ state: { data } }) => (data?.state === 'queued' ? lookEveryMs : false),
  });

export type Bulk = Awaited<ReturnType<NonNullable<ReturnType<typeof bulkQuery>['queryFn']>>>;

/** The bulk moves that whoever is signed in asked for lately. */
export const bulksQuery = (tenant: string) => queryOptions({ queryKey: ['t', tenant, 'case-moves'], queryFn: ({ signal }) => ask((api) => api.listCaseMoves({ params: { tenant } }, { signal })) });

/** What is asked for in many cases; sent again under the same key it is done once. */
type Asked = { key: string; move: string; reason: string | undefined; cases: readonly InboxItem[] };

/** Asks for one move in many cases. The server goes through them, whether this page stays open or not. */
export const startBulk = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: ({ key, move, reason, cases }: Asked) =>
      ask((api) => api.startCaseMoves({ params: { tenant }, headers: { 'idempotency-key': key }, body: { move, ...(reason === undefined ? {} : { reason }), cases: cases.map(({ id, version }) => ({ case: id, version })) } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: bulksQuery(tenant).queryKey, exact: true }),
  });

/** Stops a bulk move; what is done stays done. */
export const stopBulk = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: (id: string) => ask((api) => api.cancelCaseMoves({ params: { tenant, id } })),
    onSettled: () => queries.invalidateQueries({ queryKey: bulksQuery(tenant).queryKey }),
  });
