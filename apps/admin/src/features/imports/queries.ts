import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';
import { isWorking } from './import-states.ts';

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

const lookEveryMs = 800;
const pageSize = 200;

const after = (pageParam: string, limit: number) => ({ limit, ...(pageParam === '' ? {} : { after: pageParam }) });
const paged = { initialPageParam: '', getNextPageParam: (page: { next: string | null }) => page.next ?? undefined };

/** All imports within the caller's units, the newest first. */
export const importsQuery = (tenant: string) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'imports'],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listImports({ params: { tenant }, query: after(pageParam, 30) }, { signal })),
    ...paged,
    staleTime: 0,
  });

/** One import; asked about again as long as the server is at work on it. */
export const importQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'import', id],
    queryFn: ({ signal }) => ask((api) => api.getImport({ params: { tenant, id } }, { signal })),
    refetchInterval: ({ state: { data } }) => (data && isWorking(data.state) ? lookEveryMs : false),
    staleTime: 0,
  });

/** Everything that a check found stands below this key, so that another check makes it stale at once. */
export const foundKey = (tenant: string, id: string) => ['t', tenant, 'import-found', id] as const;

/** Rows to look at. */
export const rowsQuery = (tenant: string, id: string, { sheet, code }: { sheet: SheetKey; code?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: [...foundKey(tenant, id), 'rows', { sheet, code }],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listImportRows({ params: { tenant, id }, query: { sheet, ...(code ? { code } : {}), ...after(pageParam, pageSize) } }, { signal })),
    ...paged,
    placeholderData: keepPreviousData,
  });

/** How many rows each kind of refusal has. */
export const kindsQuery = (tenant: string, id: string) =>
  queryOptions({ queryKey: [...foundKey(tenant, id), 'kinds'], queryFn: ({ signal }) => ask((api) => api.countImportRefusals({ params: { tenant, id } }, { signal })) });

/** Refused values, each once. */
export const valuesQuery = (tenant: string, id: string, code: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [...foundKey(tenant, id), 'values', { code }],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listRefusedValues({ params: { tenant, id }, query: { ...(code ? { code } : {}), ...after(pageParam, 50) } }, { signal })),
    ...paged,
  });

/** What would be written. */
export const changesQuery = (tenant: string, id: string) =>
  infiniteQueryOptions({
    queryKey: [...foundKey(tenant, id), 'changes'],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listImportChanges({ params: { tenant, id }, query: after(pageParam, pageSize) }, { signal })),
    ...paged,
  });

/** Cells that were mended. */
export const mendsQuery = (tenant: string, id: string) =>
  infiniteQueryOptions({
    queryKey: [...foundKey(tenant, id), 'mends'],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listImportMends({ params: { tenant, id }, query: after(pageParam, pageSize) }, { signal })),
    ...paged,
  });

const mostEdits = 20;

/** All corrections of an import: far fewer than its rows. */
export const editsQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'import-edits', id],
    queryFn: async ({ signal }) => {
      const all = [];
      let next: string | null = '';
      for (let page = 0; next !== null && page < mostEdits; page += 1) {
        const place: string = next;
        const answer = await ask((api) => api.listImportEdits({ params: { tenant, id }, query: after(place, pageSize) }, { signal }));
        all.push(...answer.items);
        next = answer.next;
      }
      return all;
    },
  });

/** How the file is read, or what is proposed. */
export const layoutQuery = (tenant: string, id: string) =>
  queryOptions({ queryKey: [...foundKey(tenant, id), 'layout'], queryFn: ({ signal }) => ask((api) => api.getImportLayout({ params: { tenant, id } }, { signal })), staleTime: 0 });

/** Sheets and columns of the template. */
export const columnsQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'import-columns'], queryFn: ({ signal }) => ask((api) => api.importColumns({ params: { tenant } }, { signal })), staleTime: 600_000 });

/** Remembered layouts. */
export const layoutsQuery = (tenant: string) => queryOptions({ queryKey: ['t', tenant, 'import-layouts'], queryFn: ({ signal }) => ask((api) => api.listLayouts({ params: { tenant } }, { signal })) });

/** Remembered names. */
export const namesQuery = (tenant: string) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'remembered-names'],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listRememberedNames({ params: { tenant }, query: after(pageParam, 50) }, { signal })),
    ...paged,
  });

/** What taking an import back would do. */
export const undoQuery = (tenant: string, id: string) =>
  queryOptions({ queryKey: ['t', tenant, 'import-undo', id], queryFn: ({ signal }) => ask((api) => api.previewImportUndo({ params: { tenant, id } }, { signal })), staleTime: 0 });

/** What a written import did, one by one. */
export const subjectsQuery = (tenant: string, id: string) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'import-undo', id, 'subjects'],
    queryFn: ({ pageParam, signal }) => ask((api) => api.listImportUndoSubjects({ params: { tenant, id }, query: after(pageParam, pageSize) }, { signal })),
    ...paged,
  });

/** Units to pick from, by what was typed. */
export const unitsToPickQuery = (tenant: string, search: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'unit-search', { search, on: undefined }],
    queryFn: ({ signal }) => ask((api) => api.searchUnits({ params: { tenant }, query: { ...(search ? { search } : {}), limit: 50 } }, { signal })),
    placeholderData: keepPreviousData,
  });

/** How a file of the current roster is made. */
export const rosterFileQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'export', id],
    queryFn: ({ signal }) => ask((api) => api.getExport({ params: { tenant, id } }, { signal })),
    refetchInterval: ({ state: { data } }) => (data && (data.state === 'queued' || data.state === 'running') ? lookEveryMs : false),
  });

/** An import. */
export type RosterImport = Answer<ReturnType<typeof importQuery>>;
export type ImportPreview = NonNullable<RosterImport['preview']>;
export type SheetKey = Answer<ReturnType<typeof columnsQuery>>['items'][number]['key'];
export type RosterSheet = Answer<ReturnType<typeof columnsQuery>>['items'][number];
export type Layout = NonNullable<Answer<ReturnType<typeof layoutQuery>>['layout']>;
export type Proposal = NonNullable<Answer<ReturnType<typeof layoutQuery>>['proposal']>;
export type ProposedSheet = Proposal['sheets'][number];
export type RowToLookAt = Answer<ReturnType<typeof rowsQuery>>['items'][number];
export type RefusedValue = Answer<ReturnType<typeof valuesQuery>>['items'][number];
export type Change = Answer<ReturnType<typeof changesQuery>>['items'][number];
export type Mend = Answer<ReturnType<typeof mendsQuery>>['items'][number];
export type Edit = Answer<ReturnType<typeof editsQuery>>[number];
