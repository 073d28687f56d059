import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** A question about one target. */
export type TargetQuestion = { tenant: string; target: string; on: string; unit?: string | undefined };

/** Whose names are shown. */
export type Group = 'cohort' | 'reached' | 'missing' | 'focus';

const pageSize = 200;

/** The target in each unit directly below one. */
export const byUnitQuery = ({ tenant, target, on, unit }: TargetQuestion) =>
  queryOptions({
    queryKey: ['t', tenant, 'target', target, 'units', { on, unit }],
    queryFn: ({ signal }) => ask((api) => api.targetByUnit({ params: { tenant, target }, query: { on, ...(unit ? { unit } : {}) } }, { signal })),
  });

/** The people behind a figure, page by page. */
export const peopleBehindQuery = ({ tenant, target, on, unit }: TargetQuestion, group: Group) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'target', target, 'people', { on, unit, group }],
    queryFn: ({ pageParam, signal }) =>
      ask((api) =>
        api.peopleBehindTarget({ params: { tenant, target }, query: { on, ...(unit ? { unit } : {}), group, limit: pageSize, ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal }),
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

/** An export that was ordered, asked about until its file is there or never will be. */
export const exportQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'export', id],
    queryFn: ({ signal }) => ask((api) => api.getExport({ params: { tenant, id } }, { signal })),
    refetchInterval: (query) => (query.state.data === undefined || query.state.data.state === 'queued' || query.state.data.state === 'running' ? 1_000 : false),
  });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

/** The table of a target by units. */
export type ByUnit = Answer<ReturnType<typeof byUnitQuery>>;

/** Somebody behind a figure. */
export type PersonBehind = Answer<ReturnType<typeof peopleBehindQuery>>['items'][number];
