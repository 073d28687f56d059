import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** All units of a day that the reader may see. */
export const unitsQuery = (tenant: string, on: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'units', { on }],
    queryFn: ({ signal }) => ask((api) => api.listUnits({ params: { tenant }, query: { on } }, { signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** The days on which units changed. */
export const unitDaysQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'units', 'days'], queryFn: ({ signal }) => ask((api) => api.unitDays({ params: { tenant } }, { signal })).then((it) => it.items), staleTime: 60_000 });

/** One unit over time, with the people of a day. */
export const unitQuery = (tenant: string, unit: string, on: string) =>
  queryOptions({ queryKey: ['t', tenant, 'unit', unit, { on }], queryFn: ({ signal }) => ask((api) => api.getUnit({ params: { tenant, unit }, query: { on } }, { signal })), placeholderData: keepPreviousData });

/** How the targets stand in a unit with all below it. */
export const unitTargetsQuery = (tenant: string, unit: string, on: string) =>
  queryOptions({ queryKey: ['t', tenant, 'progress', { on, unit }], queryFn: ({ signal }) => ask((api) => api.progress({ params: { tenant }, query: { on, unit } }, { signal })) });

/** The versions of the tenant's plans, for their titles. */
export const plansQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'plans'], queryFn: ({ signal }) => ask((api) => api.listPlans({ params: { tenant } }, { signal })), staleTime: 300_000 });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

/** A unit as it stands on a day. */
export type UnitOnDay = Answer<ReturnType<typeof unitsQuery>>['items'][number];

/** A day on which units changed. */
export type UnitDay = Answer<ReturnType<typeof unitDaysQuery>>[number];

/** A unit over time. */
export type Unit = Answer<ReturnType<typeof unitQuery>>;

/** How a target stands in a unit. */
export type TargetHere = Answer<ReturnType<typeof unitTargetsQuery>>['items'][number];
