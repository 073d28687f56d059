import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

type Question = { tenant: string; on: string; unit?: string | undefined };

/** How all targets stand on a day. */
export const progressQuery = ({ tenant, on, unit }: Question) =>
  queryOptions({
    queryKey: ['t', tenant, 'progress', { on, unit }],
    queryFn: ({ signal }) => ask((api) => api.progress({ params: { tenant }, query: { on, ...(unit ? { unit } : {}) } }, { signal })),
  });

/** The versions of the tenant's plans. */
export const plansQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'plans'], queryFn: ({ signal }) => ask((api) => api.listPlans({ params: { tenant } }, { signal })), staleTime: 300_000 });

/** How many people there are today within the units of the reader. */
export const headsQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'heads'], queryFn: ({ signal }) => ask((api) => api.listPeople({ params: { tenant }, query: { limit: 1, total: 'true' } }, { signal })) });

/** What rules are made of; facts are named by it. */
export const factsQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'facts'], queryFn: ({ signal }) => ask((api) => api.listFacts({ params: { tenant } }, { signal })), staleTime: 600_000 });

/** How a target stood at the ends of the years that have come by a day: signed where a period was closed, else computed. */
export const trendQuery = ({ tenant, on, unit }: Question, target: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'trend', target, { unit, to: on }],
    queryFn: ({ signal }) => ask((api) => api.targetTrend({ params: { tenant, target }, query: { to: on, ...(unit ? { unit } : {}) } }, { signal })),
    staleTime: 300_000,
  });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

/** How one target stands. */
export type TargetFigures = Answer<ReturnType<typeof progressQuery>>['items'][number];

/** How a target stood on one day of the past. */
export type TrendPoint = Answer<ReturnType<typeof trendQuery>>['points'][number];
