import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** What a list of people is filtered by. */
export type PeopleFilter = {
  on?: string; search?: string; unit?: string; kind?: 'cadre' | 'civil-servant' | 'public-employee' | 'contract-staff'; rank?: string; level?: number; state?: 'declared' | 'verified' | 'rejected' | 'void';
};

/** The greatest page that the API gives: a list of 65,000 is scrolled through by as few questions as there can be. */
const pageSize = 200;

/** The people of a filter, page by page; all of them are counted with the first page. */
export const peopleQuery = (tenant: string, { state, ...filter }: PeopleFilter) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'people', { ...filter, state }],
    queryFn: ({ pageParam, signal }) =>
      ask((api) =>
        api.listPeople(
          { params: { tenant }, query: { ...filter, ...(state ? { certificateState: state } : {}), limit: pageSize, ...(pageParam === '' ? { total: 'true' as const } : { after: pageParam }) } },
          { signal },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Units to pick from, by what was typed. */
export const unitSearchQuery = (tenant: string, search: string, on: string | undefined) =>
  queryOptions({
    queryKey: ['t', tenant, 'unit-search', { search, on }],
    queryFn: ({ signal }) => ask((api) => api.searchUnits({ params: { tenant }, query: { ...(search ? { search } : {}), ...(on ? { on } : {}), limit: 50 } }, { signal })),
    placeholderData: keepPreviousData,
  });

/** The name of a unit. */
export const unitNameQuery = (tenant: string, unit: string) =>
  queryOptions({ queryKey: ['t', tenant, 'unit', unit], queryFn: ({ signal }) => ask((api) => api.getUnit({ params: { tenant, unit } }, { signal })), staleTime: 300_000 });

/** The file of a person on a day. */
export const personQuery = (tenant: string, person: string, on: string) =>
  queryOptions({ queryKey: ['t', tenant, 'person', person, { on }], queryFn: ({ signal }) => ask((api) => api.getPerson({ params: { tenant, id: person }, query: { on } }, { signal })) });

/** What the posts of a person require on a day. */
export const requirementsQuery = (tenant: string, person: string, on: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'person', person, 'requirements', { on }],
    queryFn: ({ signal }) => ask((api) => api.requiredOf({ params: { tenant, id: person }, query: { on } }, { signal })),
  });

/** A certificate with why it counts as it does. */
export const certificateQuery = (tenant: string, certificate: string, on: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'certificate', certificate, { on }],
    queryFn: ({ signal }) => ask((api) => api.getCertificate({ params: { tenant, id: certificate }, query: { on } }, { signal })),
  });

/** What was done to the file of a person, page by page. */
export const historyQuery = (tenant: string, person: string) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'person', person, 'history'],
    queryFn: ({ pageParam, signal }) => ask((api) => api.personHistory({ params: { tenant, id: person }, query: { limit: 20, ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

/** Somebody in the list. */
export type ListedPerson = Answer<ReturnType<typeof peopleQuery>>['items'][number];

/** The file of somebody. */
export type Person = Answer<ReturnType<typeof personQuery>>;
