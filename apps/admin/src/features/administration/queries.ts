import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** The states of an account. */
export const statuses = ['invited', 'active', 'disabled'] as const;

/** What the list of users is filtered by. */
export type UsersFilter = { search?: string; status?: (typeof statuses)[number]; role?: string };

const pageSize = 100;

const usersKey = (tenant: string) => ['t', tenant, 'users'] as const;

/** The users of a filter, page by page. */
export const usersQuery = (tenant: string, { role, ...filter }: UsersFilter) =>
  infiniteQueryOptions({
    queryKey: [...usersKey(tenant), 'list', { ...filter, role }],
    queryFn: ({ pageParam, signal }) =>
      ask((api) =>
        api.listUsers(
          { params: { tenant }, query: { ...filter, ...(role === undefined ? {} : { role: role as RoleCode }), limit: pageSize, ...(pageParam === '' ? { total: 'true' as const } : { after: pageParam }) } },
          { signal },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** One user, with the roles that have ended too. */
export const userQuery = (tenant: string, id: string) => queryOptions({ queryKey: [...usersKey(tenant), id], queryFn: ({ signal }) => ask((api) => api.showUser({ params: { tenant, id } }, { signal })) });

/** What each role may do, and which the reader may give. */
export const rolesQuery = (tenant: string) => queryOptions({ queryKey: ['t', tenant, 'roles'], queryFn: ({ signal }) => ask((api) => api.listRoles({ params: { tenant } }, { signal })), staleTime: 300_000 });

/** How one signs in to the tenant. */
export const signInSettingsQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'sign-in-settings'], queryFn: ({ signal }) => ask((api) => api.showSignInSettings({ params: { tenant } }, { signal })) });

/** What decides levels, of which the parameters are shown here. */
export const parametersQuery = (tenant: string) => queryOptions({ queryKey: ['t', tenant, 'settings'], queryFn: ({ signal }) => ask((api) => api.getSettings({ params: { tenant } }, { signal })) });

/** Whether the tenant compares with other provinces. */
export const comparisonQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'twins', 'participation'], queryFn: ({ signal }) => ask((api) => api.listElsewhere({ params: { tenant }, query: { limit: 1 } }, { signal })) });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

/** A user of the tenant. */
export type User = Answer<ReturnType<typeof userQuery>>;
/** A role that somebody was given. */
export type Grant = User['grants'][number];
/** What a role may do. */
export type Role = Answer<ReturnType<typeof rolesQuery>>['items'][number];
/** The name of a role in the code. */
export type RoleCode = Role['role'];
/** How one signs in to the tenant. */
export type SignInSettings = Answer<ReturnType<typeof signInSettingsQuery>>;
