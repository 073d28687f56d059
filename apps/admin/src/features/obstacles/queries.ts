import { infiniteQueryOptions, keepPreviousData, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** Where an obstacle stands. */
export const states = ['raised', 'in-hand', 'answered', 'closed', 'withdrawn'] as const;

/** Which obstacles are looked at. */
export type ObstacleFilter = { state?: (typeof states)[number]; text?: string };

/** Obstacles and proposals, the latest first, page by page. */
export const obstaclesQuery = (tenant: string, filter: ObstacleFilter) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'obstacles', 'list', filter],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listObstacles({ params: { tenant }, query: { ...filter, limit: 50, ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

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
    mutationFn: (body: { text: string; proposal: string }) => ask((api) => api.raiseObstacle({ params: { tenant }, headers: { 'idempotency-key': key }, body: { ...body, about: null } })),
    onSuccess: anew(queries, tenant),
  });

/** Writes the answer, over the version that was seen. */
export const answerObstacle = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({
    mutationFn: ({ version, ...body }: { version: number; answer: string; changeLink: string | null; published: boolean }) => ask((api) => api.answerObstacle({ params: { tenant, id }, headers: { 'if-match': `"${version}"` }, body })),
    onSuccess: anew(queries, tenant),
  });
