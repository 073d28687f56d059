import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ask } from '../../../shell/index.ts';

const pageSize = 200;

/** The lists that a preview leaves to be opened. */
export const findingLists = ['refusals', 'stranded', 'units', 'people', 'figures', 'grants', 'plans'] as const;
export type FindingList = (typeof findingLists)[number];

/** The states of a change. */
export const changeStates = ['draft', 'previewing', 'previewed', 'committing', 'committed', 'withdrawn', 'dropped'] as const;
export type ChangeState = (typeof changeStates)[number];

/** Changes of units, the newest first. */
export const changesQuery = (tenant: string, state: ChangeState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'unit-changes', { state }],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listUnitChanges({ params: { tenant }, query: { limit: 50, ...(state ? { state } : {}), ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

const pollMs = 1_000;

/** One change, asked about again while somebody works on it. */
export const changeQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'unit-change', id],
    queryFn: ({ signal }) => ask((api) => api.getUnitChange({ params: { tenant, id } }, { signal })),
    refetchInterval: ({ state: { data } }) => (data?.state === 'previewing' || data?.state === 'committing' ? pollMs : false),
  });

/** From so many on, who goes where by name is not written on the screen: it came from a workbook and is written there. */
export const mostMovesOnScreen = 5_000;

/** Who is moved by name: all of them, as a change is written anew as a whole. */
export const movesQuery = (tenant: string, id: string, version: number) =>
  queryOptions({
    queryKey: ['t', tenant, 'unit-change', id, 'moves', version],
    queryFn: async ({ signal }) => {
      const moves: Move[] = [];
      let after: string | undefined;
      do {
        const page = await ask((api) => api.listUnitChangeMoves({ params: { tenant, id }, query: { limit: pageSize, ...(after ? { after } : {}) } }, { signal }));
        moves.push(...page.items);
        after = page.next ?? undefined;
      } while (after);
      return moves;
    },
    staleTime: Infinity,
  });

/** One list of a preview, page by page. */
export const findingsQuery = (tenant: string, id: string, version: number, list: FindingList) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'unit-change', id, 'findings', version, list],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listUnitChangeFindings({ params: { tenant, id }, query: { list, limit: pageSize, ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

/** The people whose main post is in a unit or below it on a day. */
export const peopleOfQuery = (tenant: string, unit: string, on: string) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'people', { unit, on, of: 'unit' }],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listPeople({ params: { tenant }, query: { unit, on, limit: pageSize, ...(pageParam === '' ? {} : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

/** A change of units. */
export type Change = Answer<ReturnType<typeof changeQuery>>;
/** Something that a preview found. */
export type Finding = Answer<ReturnType<typeof findingsQuery>>['items'][number];
/** Somebody who is moved by name. */
export type Move = { person: string; name: string | null; from: string | null; to: string; on: string; posting: Record<string, unknown> | null };
