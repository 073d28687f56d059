import { keepPreviousData, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { ask } from '../shell/index.ts';

/** Who stands in for whom, today or later: on either side of whoever is signed in, or everybody's. */
export const coversQuery = (tenant: string, all: boolean) =>
  queryOptions({ queryKey: ['t', tenant, 'covers', { all }], queryFn: ({ signal }) => ask((api) => api.listCovers({ params: { tenant }, query: all ? { all: 'true' } : {} }, { signal })) });

/** Whom one may ask to stand in, by what was typed. */
export const coverCandidatesQuery = (tenant: string, search: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'cover-candidates', { search }],
    queryFn: ({ signal }) => ask((api) => api.listCoverCandidates({ params: { tenant }, query: search.trim() === '' ? {} : { search: search.trim() } }, { signal })),
    placeholderData: keepPreviousData,
  });

// Who stands in for whom decides what waits for whom.
const anew = (queries: QueryClient, tenant: string) => () => queries.invalidateQueries({ queryKey: ['t', tenant], predicate: ({ queryKey }) => ['covers', 'inbox', 'case'].includes(String(queryKey[2])) });

/** Lets somebody stand in. */
export const setCover = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: (body: { covered?: string; covering: string; from: string; to: string; reason: string }) => ask((api) => api.setCover({ params: { tenant }, body })),
    onSuccess: anew(queries, tenant),
  });

/** Ends a cover at once. */
export const endCover = (queries: QueryClient, tenant: string) => mutationOptions({ mutationFn: (id: string) => ask((api) => api.endCover({ params: { tenant, id } })), onSuccess: anew(queries, tenant) });

export type Cover = Awaited<ReturnType<NonNullable<ReturnType<typeof coversQuery>['queryFn']>>>['items'][number];
