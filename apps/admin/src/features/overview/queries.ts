import { parseIsoDate, partsOf } from '@saubac/domain/values';
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

/** The unit by its code, for its name. */
export const unitQuery = (tenant: string, unit: string, on: string) =>
  queryOptions({ queryKey: ['t', tenant, 'unit', unit, { on }], queryFn: ({ signal }) => ask((api) => api.getUnit({ params: { tenant, unit }, query: { on } }, { signal })) });

/** What rules are made of; facts are named by it. */
export const factsQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'facts'], queryFn: ({ signal }) => ask((api) => api.listFacts({ params: { tenant } }, { signal })), staleTime: 600_000 });

/** How one target stands. */
export type TargetFigures = Awaited<ReturnType<NonNullable<ReturnType<typeof progressQuery>['queryFn']>>>['items'][number];

/** The last days of the years before a day, the latest first: what a target is followed by. */
export const yearsBefore = (on: string, years: number): string[] => {
  const day = parseIsoDate(on);
  if (day === undefined) return [];
  const { year } = partsOf(day);
  return Array.from({ length: years }, (_, index) => `${year - 1 - index}-12-31`);
};
