import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { ask } from '../shell/index.ts';

/** One case, whole. */
export const caseQuery = (tenant: string, id: string) => queryOptions({ queryKey: ['t', tenant, 'case', id], queryFn: ({ signal }) => ask((api) => api.getCase({ params: { tenant, id } }, { signal })) });

/** A move as it is sent: in which case, as it was seen, and why. */
type Sent = { id: string; version: number; move: string; reason?: string | undefined };

/** Takes a move in a case. */
const takeMove = (tenant: string, { id, version, move, reason }: Sent) =>
  ask((api) => api.moveCase({ params: { tenant, id }, headers: { 'if-match': `"${version}"` }, body: { move, ...(reason ? { reason } : {}) } }));

/** Takes a move in one case. What else is shown of the tenant may follow from it and is fetched anew. */
export const moveCase = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: (sent: Sent) => takeMove(tenant, sent),
    onSuccess: (moved: Case) => {
      queries.setQueryData(caseQuery(tenant, moved.id).queryKey, moved);
      void queries.invalidateQueries({ queryKey: ['t', tenant], predicate: ({ queryKey }) => queryKey[2] !== 'me' && queryKey[2] !== 'case' });
    },
    onError: (_, { id }) => queries.invalidateQueries({ queryKey: caseQuery(tenant, id).queryKey }),
  });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

export type Case = Answer<ReturnType<typeof caseQuery>>;
export type OpenMove = Case['moves'][number];
