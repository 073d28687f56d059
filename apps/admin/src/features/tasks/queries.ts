import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** What plans give bodies to do. */
export const topics = ['dissemination', 'policy', 'survey', 'training', 'sending', 'quality', 'cooperation', 'finance', 'reporting', 'steering'] as const;

/** Where a duty stands, as it is filtered by; `late`: open after its last day. */
export const shownStates = ['late', 'open', 'reported', 'accepted', 'dropped'] as const;

/** Which duties are looked at. */
export type TaskFilter = { year?: number; body?: string; task?: string; unit?: string; topic?: (typeof topics)[number]; state?: (typeof shownStates)[number] };

const asked = ({ state, ...rest }: TaskFilter) => ({ ...rest, ...(state === undefined ? {} : state === 'late' ? { late: 'true' as const } : { state }) });

/** How the board is looked at: body by body, unit by unit, or how far making known has come. */
export const views = ['body', 'unit', 'reach'] as const;

/** What the address of the board says. */
export type TasksSearch = TaskFilter & { by?: (typeof views)[number] };

// A board shows every body, or every unit, whichever of them is chosen.
const boardOf = ({ state: _state, ...filter }: TaskFilter, by: 'body' | 'unit'): Omit<TaskFilter, 'state'> => Object.fromEntries(Object.entries(filter).filter(([name]) => name !== by));

/** How many duties each body, or each unit, has in which state. */
export const boardQuery = (tenant: string, whole: TaskFilter, by: 'body' | 'unit') => {
  const filter = boardOf(whole, by);
  return queryOptions({ queryKey: ['t', tenant, 'duties', 'board', filter], queryFn: ({ signal }) => ask((api) => api.dutiesBoard({ params: { tenant }, query: filter }, { signal })), placeholderData: keepPreviousData });
};

const madeKnown = ({ topic: _topic, ...filter }: TaskFilter) => asked(filter);

/** How far making known has come, duty by duty and together. */
export const reachQuery = (tenant: string, filter: TaskFilter) =>
  queryOptions({ queryKey: ['t', tenant, 'duties', 'reach', filter], queryFn: ({ signal }) => ask((api) => api.reachOfYear({ params: { tenant }, query: madeKnown(filter) }, { signal })), placeholderData: keepPreviousData });

/** The sessions behind it, page by page. */
export const sessionsQuery = (tenant: string, filter: TaskFilter) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'duties', 'sessions', filter],
    queryFn: ({ pageParam, signal }) => ask((api) => api.sessionsOfYear({ params: { tenant }, query: { ...madeKnown(filter), limit: 50, ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Duties, late ones first, page by page. */
export const dutiesQuery = (tenant: string, filter: TaskFilter) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'duties', 'list', filter],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listDuties({ params: { tenant }, query: { ...asked(filter), limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** One duty, whole. */
export const dutyQuery = (tenant: string, duty: string) =>
  queryOptions({ queryKey: ['t', tenant, 'duties', 'one', duty], queryFn: ({ signal }) => ask((api) => api.getDuty({ params: { tenant, id: duty } }, { signal })) });

/** The bodies of the plans in force with the units that stand for them. */
export const bodiesQuery = (tenant: string) => queryOptions({ queryKey: ['t', tenant, 'duties', 'bodies'], queryFn: ({ signal }) => ask((api) => api.listBodies({ params: { tenant } }, { signal })) });

/** Who was listed at the sessions of a duty, page by page. */
export const reachedQuery = (tenant: string, duty: string) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'duties', 'reached', duty],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listReached({ params: { tenant, id: duty }, query: { limit: 100, ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** People by a part of their name, to be listed at a session. */
export const peopleQuery = (tenant: string, search: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'duties', 'people', search],
    queryFn: ({ signal }) => ask((api) => api.listPeople({ params: { tenant }, query: { ...(search ? { search } : {}), limit: 20 } }, { signal })),
    placeholderData: keepPreviousData,
  });

/** Units by a part of their name or code. */
export const unitsQuery = (tenant: string, search: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'duties', 'units', search],
    queryFn: ({ signal }) => ask((api) => api.searchUnits({ params: { tenant }, query: { ...(search ? { search } : {}), limit: 50 } }, { signal })),
    placeholderData: keepPreviousData,
  });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

/** A duty in a list. */
export type Duty = Answer<ReturnType<typeof dutiesQuery>>['items'][number];

/** A duty with its clause, report, proofs and sessions. */
export type WholeDuty = Answer<ReturnType<typeof dutyQuery>>;

/** How far a duty of making known has come. */
export type ReachOfDuty = Answer<ReturnType<typeof reachQuery>>['items'][number];

/** A body of a plan with its units. */
export type BodyOfPlan = Answer<ReturnType<typeof bodiesQuery>>['items'][number];
