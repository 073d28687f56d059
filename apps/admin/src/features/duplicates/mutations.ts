import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';
import type { MergeChoices } from './fields.ts';
import { type Merge, mergeQuery } from './queries.ts';

/** Whose records are one changes lists, files and figures: all that is known of the tenant is asked anew. */
const allAnew = (queries: QueryClient, tenant: string) => () => queries.invalidateQueries({ queryKey: ['t', tenant] });

const listsAnew = (queries: QueryClient, tenant: string) => () =>
  Promise.all(['twins', 'merges', 'merge'].map((it) => queries.invalidateQueries({ queryKey: ['t', tenant, it] })));

const reason = (why: string) => (why.trim() === '' ? {} : { why: why.trim() });

/** Proposes that two records be made one. The key makes a second press of the same button the same proposal. */
export const proposeMerge = (queries: QueryClient, tenant: string, key: string) =>
  mutationOptions({
    mutationFn: ({ why, ...body }: { staying: string; going: string; choices: MergeChoices; why: string }) =>
      ask((api) => api.proposeMerge({ params: { tenant }, headers: { 'idempotency-key': key }, body: { ...body, ...reason(why) } })),
    onSuccess: listsAnew(queries, tenant),
  });

/** Notes that two records are of two people. */
export const dismissPair = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: ({ one, other, why }: { one: string; other: string; why: string }) => ask((api) => api.dismissTwins({ params: { tenant }, body: { one, other, ...reason(why) } })),
    onSuccess: listsAnew(queries, tenant),
  });

const decided = (queries: QueryClient, tenant: string, merge: Merge) => ({
  onSuccess: allAnew(queries, tenant),
  onError: () => queries.invalidateQueries({ queryKey: mergeQuery(tenant, merge.id).queryKey }),
});

/** Confirms a merge, for exactly the proposal that was seen. */
export const confirmMerge = (queries: QueryClient, tenant: string, merge: Merge) =>
  mutationOptions({
    mutationFn: (why: string) => ask((api) => api.confirmMerge({ params: { tenant, id: merge.id }, headers: { 'if-match': `"${merge.version}"` }, body: reason(why) })),
    ...decided(queries, tenant, merge),
  });

/** Gives a proposal up: who made it withdraws it, anybody else refuses it. */
export const withdrawMerge = (queries: QueryClient, tenant: string, merge: Merge) =>
  mutationOptions({
    mutationFn: (why: string) => ask((api) => api.withdrawMerge({ params: { tenant, id: merge.id }, headers: { 'if-match': `"${merge.version}"` }, body: reason(why) })),
    ...decided(queries, tenant, merge),
  });

/** Makes two records of one again. */
export const unmerge = (queries: QueryClient, tenant: string, merge: Merge) =>
  mutationOptions({ mutationFn: (why: string) => ask((api) => api.unmerge({ params: { tenant, id: merge.id }, body: reason(why) })), ...decided(queries, tenant, merge) });

/** Says whether the province takes part in the comparison with others. */
export const takePart = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: (takesPart: boolean) => ask((api) => api.setAcrossProvinces({ params: { tenant }, body: { takesPart } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['t', tenant, 'elsewhere'] }),
  });
