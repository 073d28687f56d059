import { infiniteQueryOptions, keepPreviousData, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** Where an obstacle stands, as it is filtered by; `late`: not dealt with after the last day for it. */
export const states = ['late', 'raised', 'in-hand', 'answered', 'closed', 'withdrawn'] as const;

/** Which obstacles are looked at. */
export type ObstacleFilter = { state?: (typeof states)[number]; text?: string; unit?: string; about?: string; change?: string };

const asked = ({ state, ...rest }: ObstacleFilter) => ({ ...rest, ...(state === undefined ? {} : state === 'late' ? { late: 'true' as const } : { state }) });

/** Obstacles and proposals, the latest first, page by page. */
export const obstaclesQuery = (tenant: string, filter: ObstacleFilter) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'obstacles', 'list', filter],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listObstacles({ params: { tenant }, query: { ...asked(filter), limit: 50, ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** The targets and tasks of the plans in force that an obstacle can be about. */
export const concernedQuery = (tenant: string) => queryOptions({ queryKey: ['t', tenant, 'obstacles', 'concerned'], queryFn: ({ signal }) => ask((api) => api.listConcerned({ params: { tenant } }, { signal })), staleTime: 300_000 });

/** The versions of the plans that a proposal can have led to. */
export const versionsQuery = (tenant: string) => queryOptions({ queryKey: ['t', tenant, 'obstacles', 'versions'], queryFn: ({ signal }) => ask((api) => api.listPlans({ params: { tenant } }, { signal })) });

/** The changes of units that a proposal can have led to, the latest. */
export const unitChangesQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'obstacles', 'unit-changes'], queryFn: ({ signal }) => ask((api) => api.listUnitChanges({ params: { tenant }, query: { limit: 50 } }, { signal })) });

/** One obstacle with its answer. */
export const obstacleQuery = (tenant: string, obstacle: string) =>
  queryOptions({ queryKey: ['t', tenant, 'obstacles', 'one', obstacle], queryFn: ({ signal }) => ask((api) => api.getObstacle({ params: { tenant, id: obstacle } }, { signal })) });

/** Obstacles like a text that is being written. */
export const similarQuery = (tenant: string, text: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'obstacles', 'similar', text],
    queryFn: ({ signal }) => ask((api) => api.similarObstacles({ params: { tenant }, query: { text } }, { signal })),
    placeholderData: keepPreviousData,
  });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

export type Obstacle = Answer<ReturnType<typeof obstacleQuery>>;

const anew = (queries: QueryClient, tenant: string) => () => queries.invalidateQueries({ queryKey: ['t', tenant], predicate: ({ queryKey }) => ['obstacles', 'case', 'inbox'].includes(String(queryKey[2])) });

/** Raises an obstacle. `key` makes a second press of the same button the same one. */
export const raiseObstacle = (queries: QueryClient, tenant: string, key: string) =>
  mutationOptions({
    mutationFn: (body: { about: string | null; text: string; proposal: string }) => ask((api) => api.raiseObstacle({ params: { tenant }, headers: { 'idempotency-key': key }, body })),
    onSuccess: anew(queries, tenant),
  });

/** Writes the answer, over the version that was seen. */
export const answerObstacle = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({
    mutationFn: ({ version, ...body }: { version: number; answer: string; changeLink: string | null; published: boolean }) => ask((api) => api.answerObstacle({ params: { tenant, id }, headers: { 'if-match': `"${version}"` }, body })),
    onSuccess: anew(queries, tenant),
  });
