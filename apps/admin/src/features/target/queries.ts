import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** A question about one target; `units`: by the units of the day, or by those of today that followed them. */
export type TargetQuestion = { tenant: string; target: string; on: string; unit?: string | undefined; units?: 'now' | undefined };

/** Whose names are shown. */
export type Group = 'cohort' | 'reached' | 'missing' | 'focus' | 'out';

const pageSize = 200;

/** The target in each unit directly below one. */
export const byUnitQuery = ({ tenant, target, on, unit, units }: TargetQuestion) =>
  queryOptions({
    queryKey: ['t', tenant, 'target', target, 'units', { on, unit, units }],
    queryFn: ({ signal }) => ask((api) => api.targetByUnit({ params: { tenant, target }, query: { on, ...(unit ? { unit } : {}), ...(units ? { units } : {}) } }, { signal })),
  });

/** The people behind a figure by name, page by page; those whose names begin as was typed. */
export const peopleBehindQuery = ({ tenant, target, on, unit }: TargetQuestion, group: Group, search: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'target', target, 'people', { on, unit, group, search }],
    queryFn: ({ pageParam, signal }) =>
      ask((api) =>
        api.peopleBehindTarget({ params: { tenant, target }, query: { on, ...(unit ? { unit } : {}), group, ...(search ? { search } : {}), limit: pageSize, ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** Why somebody counts or does not. */
export const explanationQuery = ({ tenant, target, on }: TargetQuestion, person: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'target', target, 'explanation', person, { on }],
    queryFn: ({ signal }) => ask((api) => api.explainPerson({ params: { tenant, target, person }, query: { on } }, { signal })),
  });

/** How all targets stand, for the title and state of one without figures of its own. */
export const standingQuery = ({ tenant, on }: TargetQuestion) =>
  queryOptions({ queryKey: ['t', tenant, 'progress', { on, unit: undefined }], queryFn: ({ signal }) => ask((api) => api.progress({ params: { tenant }, query: { on } }, { signal })) });

/** A plan version with its whole document. */
export const planQuery = (tenant: string, number: number) =>
  queryOptions({ queryKey: ['t', tenant, 'plan', number], queryFn: ({ signal }) => ask((api) => api.getPlan({ params: { tenant, number } }, { signal })), staleTime: 600_000 });

/** How a rule reads. */
export const sentenceQuery = (tenant: string, rule: unknown) =>
  queryOptions({
    queryKey: ['t', tenant, 'sentence', rule],
    queryFn: ({ signal }) => ask((api) => api.checkRule({ params: { tenant }, body: { rule } }, { signal })),
    staleTime: Infinity,
    enabled: rule !== undefined,
  });

/** Documents that prove targets without a percentage. */
export const evidenceQuery = (tenant: string) => queryOptions({ queryKey: ['t', tenant, 'evidence'], queryFn: ({ signal }) => ask((api) => api.listEvidence({ params: { tenant } }, { signal })) });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

/** The table of a target by units. */
export type ByUnit = Answer<ReturnType<typeof byUnitQuery>>;

/** Somebody behind a figure. */
export type PersonBehind = Answer<ReturnType<typeof peopleBehindQuery>>['items'][number];
