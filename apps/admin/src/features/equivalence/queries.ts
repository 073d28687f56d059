import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';
import type { Change } from './change.ts';

/** Issuers with the licences they have or had. */
export const issuersQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'issuers'], queryFn: ({ signal }) => ask((api) => api.listIssuers({ params: { tenant } }, { signal })) });

/** Equivalence tables with when they were adopted. */
export const tablesQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'equivalence-tables'], queryFn: ({ signal }) => ask((api) => api.listEquivalenceTables({ params: { tenant } }, { signal })) });

/** For how long certificates of which types count. */
export const validityQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'validity-rules'], queryFn: ({ signal }) => ask((api) => api.listValidityRules({ params: { tenant } }, { signal })) });

/** Which types prove a specialised language. */
export const proofsQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'specialised-proofs'], queryFn: ({ signal }) => ask((api) => api.listSpecialisedProofs({ params: { tenant } }, { signal })) });

/** A change that is tried: on which day targets are compared, and whether waiting certificates are looked at too. */
export type Tried = { change: Change; on?: string | undefined; declaredToo: boolean };

/** What a change would do. It is asked once and stays as it was seen, because what was seen is what is adopted. */
export const simulationQuery = (tenant: string, { change, on, declaredToo }: Tried) =>
  infiniteQueryOptions({
    queryKey: ['simulation', tenant, change, on, declaredToo],
    queryFn: ({ pageParam, signal }) =>
      ask((api) => api.simulateEquivalence({ params: { tenant }, query: { limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) }, body: { change, ...(on === undefined ? {} : { on }), declaredToo } as never }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.changes.next ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Who falls short of what his posts require on a day. */
export const gapsQuery = (tenant: string, on: string, unit: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'standard-gaps', { on, unit }],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listStandardGaps({ params: { tenant }, query: { on, limit: 200, ...(unit ? { unit } : {}), ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** What is required and met, unit by unit. */
export const unitStandardsQuery = (tenant: string, on: string, unit: string | undefined) =>
  queryOptions({
    queryKey: ['t', tenant, 'standards', { on, unit }],
    queryFn: ({ signal }) => ask((api) => api.standards({ params: { tenant }, query: { on, ...(unit ? { unit } : {}) } }, { signal })),
    placeholderData: keepPreviousData,
  });

/** The catalogue of posts with what they require on a day. */
export const postsQuery = (tenant: string, on: string, search: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'posts', { on, search }],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listPosts({ params: { tenant }, query: { on, limit: 200, ...(search ? { search } : {}), ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

export type Issuer = Answer<ReturnType<typeof issuersQuery>>['items'][number];
export type EquivalenceTable = Answer<ReturnType<typeof tablesQuery>>['items'][number];
export type Simulation = Answer<ReturnType<typeof simulationQuery>>;
export type LevelChange = Simulation['changes']['items'][number];
export type Gap = Answer<ReturnType<typeof gapsQuery>>['items'][number];
export type Post = Answer<ReturnType<typeof postsQuery>>['items'][number];
