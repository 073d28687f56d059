import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';

/** What a list of people is filtered by, and how it stands: by name unless by units. */
export type PeopleFilter = {
  on?: string; search?: string; unit?: string; kind?: 'cadre' | 'civil-servant' | 'public-employee' | 'contract-staff'; rank?: string; level?: number; state?: 'declared' | 'verified' | 'rejected' | 'void'; sort?: 'unit';
};

/** So many rows are asked for at a time: a screen and what comes next. */
export const pageSize = 100;

/** A page of the people of a filter, by its place; all of them are counted with the first. */
export const peopleQuery = (tenant: string, { state, sort, ...filter }: PeopleFilter, page: number) =>
  queryOptions({
    queryKey: ['t', tenant, 'people', { ...filter, state, sort }, page],
    queryFn: ({ signal }) =>
      ask((api) =>
        api.listPeople(
          {
            params: { tenant },
            query: { ...filter, ...(state ? { certificateState: state } : {}), ...(sort ? { order: sort } : {}), limit: pageSize, ...(page === 0 ? { total: 'true' as const } : { skip: page * pageSize }) },
          },
          { signal },
        ),
      ),
    staleTime: 60_000,
    ...(page === 0 ? { placeholderData: keepPreviousData } : {}),
  });

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

/** A page of the list. */
export type PeoplePage = Answer<ReturnType<typeof peopleQuery>>;

/** Somebody in the list. */
export type ListedPerson = PeoplePage['items'][number];

/** The file of somebody. */
export type Person = Answer<ReturnType<typeof personQuery>>;
