import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** The sets of people of a closed figure. */
export type CloseSet = 'denominator' | 'reached' | 'missing' | 'focus';

/** What became of somebody between two closes. */
export type ChangeKind = 'entered' | 'left' | 'gained' | 'lost';

/** A period as it is asked about. */
export type AskedPeriod = { from: string; to: string; cutOff: string };

/** A question about one target of a close. */
export type CloseTarget = { tenant: string; close: string; target: string; unit?: string | undefined; version?: number | undefined };

const pageSize = 200;
const pollMs = 1_000;

/** What moves by itself: it is being frozen or anchored, and is asked about until it stands. */
export const isMoving = (state: string): boolean => state === 'queued' || state === 'running' || state === 'approved';

/** Closed periods, the latest first, page by page. */
export const closesQuery = (tenant: string) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'closes'],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listCloses({ params: { tenant }, query: { limit: 50, ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: ({ state: { data } }) => (data?.pages.some((page) => page.items.some((it) => isMoving(it.state))) ? pollMs * 3 : false),
  });

/** One close as it stands. */
export const closeQuery = (tenant: string, close: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'close', close],
    queryFn: ({ signal }) => ask((api) => api.getClose({ params: { tenant, id: close } }, { signal })),
    refetchInterval: ({ state: { data } }) => (data && isMoving(data.state) ? pollMs : false),
  });

/** What closing a period would freeze. */
export const previewQuery = (tenant: string, period: AskedPeriod) =>
  queryOptions({
    queryKey: ['t', tenant, 'close-preview', period],
    queryFn: ({ signal }) => ask((api) => api.previewClose({ params: { tenant }, query: period }, { signal })),
    placeholderData: keepPreviousData,
  });

/** The figures of a close. Frozen figures never change. */
export const closeFiguresQuery = (tenant: string, close: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'close', close, 'figures'],
    queryFn: ({ signal }) => ask((api) => api.closeFigures({ params: { tenant, id: close }, query: {} }, { signal })),
    staleTime: Infinity,
  });

const part = ({ unit, version }: CloseTarget) => ({ ...(unit ? { unit } : {}), ...(version ? { planVersion: version } : {}) });

/** A target of a close in each unit directly below one, as units stood then. */
export const closeByUnitQuery = (asked: CloseTarget) =>
  queryOptions({
    queryKey: ['t', asked.tenant, 'close', asked.close, 'target', asked.target, 'units', part(asked)],
    queryFn: ({ signal }) => ask((api) => api.closeByUnit({ params: { tenant: asked.tenant, id: asked.close, target: asked.target }, query: part(asked) }, { signal })),
    staleTime: Infinity,
  });

/** The people behind a closed figure, page by page. */
export const peopleThenQuery = (asked: CloseTarget, set: CloseSet) =>
  infiniteQueryOptions({
    queryKey: ['t', asked.tenant, 'close', asked.close, 'target', asked.target, 'people', { ...part(asked), set }],
    queryFn: ({ pageParam, signal }) =>
      ask((api) =>
        api.peopleBehindClose(
          { params: { tenant: asked.tenant, id: asked.close, target: asked.target }, query: { ...part(asked), set, limit: pageSize, ...(pageParam === '' ? {} : { after: pageParam }) } },
          { signal },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** Why somebody counted or did not when the period was closed. */
export const whyThenQuery = (asked: CloseTarget, person: string) =>
  queryOptions({
    queryKey: ['t', asked.tenant, 'close', asked.close, 'target', asked.target, 'why', person, { version: asked.version }],
    queryFn: ({ signal }) =>
      ask((api) => api.explainInClose({ params: { tenant: asked.tenant, id: asked.close, target: asked.target, person }, query: asked.version ? { planVersion: asked.version } : {} }, { signal })),
  });

/** The versions of plans, for their titles. */
export const planTitlesQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'plans'], queryFn: ({ signal }) => ask((api) => api.listPlans({ params: { tenant } }, { signal })), staleTime: 300_000 });

/** Two closes side by side. */
export const comparisonQuery = (tenant: string, close: string, other: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'close', close, 'compare', other],
    queryFn: ({ signal }) => ask((api) => api.compareCloses({ params: { tenant, id: close, other } }, { signal })),
    staleTime: Infinity,
  });

/** Whom two closes count differently for a target, page by page. */
export const changedPeopleQuery = ({ tenant, close, other, target }: { tenant: string; close: string; other: string; target: string }, kind: ChangeKind | undefined) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'close', close, 'compare', other, 'target', target, { kind }],
    queryFn: ({ pageParam, signal }) =>
      ask((api) => api.changedPeople({ params: { tenant, id: close, other, target }, query: { ...(kind ? { kind } : {}), limit: pageSize, ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** What was done about a close, the latest first. */
export const closeHistoryQuery = (tenant: string, close: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'close', close, 'history'],
    queryFn: ({ signal }) => ask((api) => api.listAudit({ params: { tenant }, query: { subjectKind: 'close', subject: close, limit: 50 } }, { signal })),
  });

/** A file that was ordered, asked about until it is there or never will be. */
export const fileQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'export', id],
    queryFn: ({ signal }) => ask((api) => api.getExport({ params: { tenant, id } }, { signal })),
    refetchInterval: ({ state: { data } }) => (data === undefined || data.state === 'queued' || data.state === 'running' ? pollMs : false),
  });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

/** A close as it stands. */
export type Close = Answer<ReturnType<typeof closeQuery>>;

/** What a close would freeze. */
export type Preview = Answer<ReturnType<typeof previewQuery>>;

/** How a target stood. */
export type TargetFigures = Preview['targets'][number];

/** A target of a close by units. */
export type CloseByUnit = Answer<ReturnType<typeof closeByUnitQuery>>;

/** Somebody behind a closed figure. */
export type PersonThen = Answer<ReturnType<typeof peopleThenQuery>>['items'][number];

/** Two closes side by side. */
export type Comparison = Answer<ReturnType<typeof comparisonQuery>>;

/** Somebody whom two closes count differently. */
export type ChangedPerson = Answer<ReturnType<typeof changedPeopleQuery>>['items'][number];
