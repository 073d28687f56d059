import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';
import type { MergeChoices } from './fields.ts';

/** How a merge stands. */
export type MergeState = 'proposed' | 'confirmed' | 'withdrawn' | 'undone';

const pageSize = 50;
const after = (place: string) => (place === '' ? {} : { after: place });

/** Pairs of records that may be of one person, likeliest first, page by page. */
export const pairsQuery = (tenant: string, least: number | undefined) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'twins', { least }],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listTwins({ params: { tenant }, query: { limit: pageSize, ...(least ? { least } : {}), ...after(pageParam) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** Proposed merges and what became of them, the latest first, page by page. */
export const mergesQuery = (tenant: string, state: MergeState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'merges', { state }],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listMerges({ params: { tenant }, query: { limit: pageSize, ...(state ? { state } : {}), ...after(pageParam) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** People on the roster of another province too, page by page. */
export const elsewhereQuery = (tenant: string) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'elsewhere'],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listElsewhere({ params: { tenant }, query: { limit: pageSize, ...after(pageParam) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** One merge as it stands. */
export const mergeQuery = (tenant: string, merge: string) =>
  queryOptions({ queryKey: ['t', tenant, 'merge', merge], queryFn: ({ signal }) => ask((api) => api.getMerge({ params: { tenant, id: merge } }, { signal })) });

/** The whole file of one of the two. */
export const recordQuery = (tenant: string, person: string, on: string) =>
  queryOptions({ queryKey: ['t', tenant, 'person', person, { on }], queryFn: ({ signal }) => ask((api) => api.getPerson({ params: { tenant, id: person }, query: { on } }, { signal })) });

/** What would become of two records with these choices. */
export const previewQuery = (tenant: string, staying: string, going: string, choices: MergeChoices) =>
  queryOptions({
    queryKey: ['t', tenant, 'merge-preview', staying, going, choices],
    queryFn: ({ signal }) => ask((api) => api.previewMerge({ params: { tenant }, body: { staying, going, choices } }, { signal })),
  });

/** What was done to the file of a person, for what was said about merging it. */
export const mergeHistoryQuery = (tenant: string, person: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'person', person, 'merge-history'],
    queryFn: ({ signal }) => ask((api) => api.personHistory({ params: { tenant, id: person }, query: { limit: 50 } }, { signal })),
  });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

/** Two records that may be of one person. */
export type Pair = Answer<ReturnType<typeof pairsQuery>>['items'][number];

/** A merge as it stands. */
export type Merge = Answer<ReturnType<typeof mergeQuery>>;

/** The file of one of the two. */
export type PersonRecord = Answer<ReturnType<typeof recordQuery>>;

/** What would become of two records. */
export type MergePreview = Answer<ReturnType<typeof previewQuery>>;
