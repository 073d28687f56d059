import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** Who is signed in, and where he may go. */
export const accountQuery = () => queryOptions({ queryKey: ['account'], queryFn: ({ signal }) => ask((api) => api.showAccount({}, { signal })) });

/** Who is signed in to a tenant, and what he may do there. */
export const meQuery = (tenant: string) => queryOptions({ queryKey: ['t', tenant, 'me'], queryFn: ({ signal }) => ask((api) => api.me({ params: { tenant } }, { signal })) });

/** How much waits for whoever is signed in, of every kind, and how many notices he has not read: what the inbox would list, without its cases. */
export const waitingQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'inbox', 'counts'], queryFn: ({ signal }) => ask((api) => api.listInbox({ params: { tenant }, query: { only: 'counts' } }, { signal })), refetchInterval: 120_000 });

/** The sections of the yearly report that plugins bring and the caller may read. */
export const pluginReportsQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'plugin-reports'], queryFn: ({ signal }) => ask((api) => api.listPluginReports({ params: { tenant } }, { signal })), staleTime: 300_000 });

/** The open sessions of the account. */
export const sessionsQuery = () => queryOptions({ queryKey: ['account', 'sessions'], queryFn: ({ signal }) => ask((api) => api.listSessions({}, { signal })) });

/** Who opened the file of the account's own person in a tenant. */
export const myReadersQuery = (tenant: string) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'me', 'readers'],
    queryFn: ({ pageParam, signal }) => ask((api) => api.myReaders({ params: { tenant }, query: { limit: 20, ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** Who somebody is in a tenant. */
export type Me = Awaited<ReturnType<NonNullable<ReturnType<typeof meQuery>['queryFn']>>>;
