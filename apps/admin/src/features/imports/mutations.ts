import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';
import { editsQuery, foundKey, importQuery, importsQuery, type Layout, layoutsQuery, namesQuery, type RosterImport, type SheetKey } from './queries.ts';

/** A correction that somebody makes. */
export type NewEdit = { kind: 'cell'; sheet: SheetKey; ref: number; column: string; text: string } | { kind: 'leave-out'; sheet: SheetKey; ref: number } | { kind: 'same-value'; sheet: SheetKey; column: string; match: string; text: string };

const key = (): string => [...crypto.getRandomValues(new Uint32Array(4))].map((it) => it.toString(16)).join('-');

const keep = (queries: QueryClient, tenant: string, it: RosterImport): void => {
  queries.setQueryData(importQuery(tenant, it.id).queryKey, it);
  void queries.invalidateQueries({ queryKey: importsQuery(tenant).queryKey });
};

// What was seen is what is agreed to: the version is that of the import on the screen.
const seen = (queries: QueryClient, tenant: string, id: string): { 'if-match': string } => ({ 'if-match': `"${queries.getQueryData(importQuery(tenant, id).queryKey)?.version ?? 0}"` });

export type Upload = { file: Blob; name: string; effectiveDate: string; mode?: 'from-effective-date' | 'correct'; completeFor?: string | undefined };

/** Uploads a roster. Which of its rows are left out is decided when it is written, so the check lets others pass. */
export const startImport = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: ({ file, name, effectiveDate, mode = 'from-effective-date', completeFor }: Upload) =>
      ask((api) =>
        api.startImport({
          params: { tenant },
          query: { effectiveDate, mode, skipRefused: 'true', ...(completeFor ? { completeFor } : {}) },
          headers: { 'x-file-name': encodeURIComponent(name.normalize('NFC')), 'idempotency-key': key() },
          body: file,
        }),
      ),
    onSuccess: (it) => keep(queries, tenant, it),
  });

/** Gives an import up. */
export const cancelImport = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({ mutationFn: () => ask((api) => api.cancelImport({ params: { tenant, id } })), onSuccess: (it) => keep(queries, tenant, it), onError: () => queries.invalidateQueries({ queryKey: importQuery(tenant, id).queryKey }) });

/** Says how the file is read. */
export const confirmLayout = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({
    mutationFn: (body: { layout: Layout; saveAs?: string }) => ask((api) => api.confirmImportLayout({ params: { tenant, id }, headers: seen(queries, tenant, id), body })),
    onSuccess: (it) => {
      keep(queries, tenant, it);
      void queries.invalidateQueries({ queryKey: layoutsQuery(tenant).queryKey });
      void queries.invalidateQueries({ queryKey: editsQuery(tenant, id).queryKey });
    },
  });

const edited = (queries: QueryClient, tenant: string) => (answer: { import: RosterImport }) => {
  keep(queries, tenant, answer.import);
  void queries.invalidateQueries({ queryKey: editsQuery(tenant, answer.import.id).queryKey });
};

/** Corrects rows; one after the other, each on what the one before left. */
export const editRows = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({
    scope: { id: `import-edits-${id}` },
    mutationFn: (edits: readonly NewEdit[]) => ask((api) => api.editImport({ params: { tenant, id }, headers: seen(queries, tenant, id), body: { edits: [...edits] } })),
    onSuccess: edited(queries, tenant),
  });

/** Takes corrections away. */
export const withdrawEdits = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({
    scope: { id: `import-edits-${id}` },
    mutationFn: (ids: readonly string[]) => ask((api) => api.withdrawImportEdits({ params: { tenant, id }, headers: seen(queries, tenant, id), body: { ids: [...ids] } })),
    onSuccess: edited(queries, tenant),
    onError: () => queries.invalidateQueries({ queryKey: importQuery(tenant, id).queryKey }),
  });

/** Has it checked again. */
export const recheck = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({
    mutationFn: () => ask((api) => api.recheckImport({ params: { tenant, id }, headers: seen(queries, tenant, id) })),
    onSuccess: (it) => keep(queries, tenant, it),
    onError: () => queries.invalidateQueries({ queryKey: importQuery(tenant, id).queryKey }),
  });

/** Agrees to what the check found. */
export const commitImport = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({
    mutationFn: () => ask((api) => api.commitImport({ params: { tenant, id }, headers: seen(queries, tenant, id) })),
    onSuccess: (it) => keep(queries, tenant, it),
    onError: () => queries.invalidateQueries({ queryKey: importQuery(tenant, id).queryKey }),
  });

/** Takes a written import back. */
export const undoImport = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({
    mutationFn: (why: string) => ask((api) => api.undoImport({ params: { tenant, id }, headers: seen(queries, tenant, id), body: { why } })),
    onSuccess: (it) => keep(queries, tenant, it),
    onError: () => queries.invalidateQueries({ queryKey: ['t', tenant, 'import-undo', id] }),
  });

/** Remembers which unit or post a name means. */
export const rememberName = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: (body: { of: 'unit' | 'post'; name: string; code: string }) => ask((api) => api.setRememberedName({ params: { tenant }, headers: {}, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: namesQuery(tenant).queryKey }),
  });

/** Forgets it. */
export const forgetName = (queries: QueryClient, tenant: string) =>
  mutationOptions({ mutationFn: (id: string) => ask((api) => api.forgetRememberedName({ params: { tenant, id } })), onSettled: () => queries.invalidateQueries({ queryKey: namesQuery(tenant).queryKey }) });

/** Deletes a remembered layout. */
export const deleteLayout = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: ({ id, version }: { id: string; version: number }) => ask((api) => api.deleteLayout({ params: { tenant, id }, headers: { 'if-match': `"${version}"` } })),
    onSettled: () => queries.invalidateQueries({ queryKey: layoutsQuery(tenant).queryKey }),
  });

/** What was written may have changed everything that is shown. */
export const everythingAnew = (queries: QueryClient, tenant: string, id: string): void => {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 't' && queryKey[1] === tenant && queryKey[2] !== 'import' && !(queryKey[2] === 'import-found' && queryKey[3] === id) && queryKey[2] !== 'reference' });
};

/** What an earlier check found is of no use any more. */
export const foundAnew = (queries: QueryClient, tenant: string, id: string): void => {
  void queries.invalidateQueries({ queryKey: foundKey(tenant, id) });
  void queries.invalidateQueries({ queryKey: editsQuery(tenant, id).queryKey });
};
