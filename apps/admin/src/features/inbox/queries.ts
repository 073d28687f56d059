import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** Which cases of the inbox are asked for. */
export type InboxSearch = { kind?: string; late?: boolean };

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
