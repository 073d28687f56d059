import type { InputOf } from '@saubac/contract/client';
import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { ask } from '../../../shell/index.ts';
import { type Change, changeQuery } from './queries.ts';

/** A change as it is written down. */
export type ChangeInput = InputOf<'prepareUnitChange'>['body'];

const key = (): string => crypto.randomUUID();
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });

/** The change as it now is; lists of changes, and units where they were touched, are asked for anew. */
const taken = (queries: QueryClient, tenant: string) => (change: Change): void => {
  queries.setQueryData(changeQuery(tenant, change.id).queryKey, change);
  void queries.invalidateQueries({ queryKey: ['t', tenant, 'unit-changes'] });
  if (change.state !== 'committed' && change.state !== 'withdrawn') return;
  for (const part of ['units', 'unit', 'people', 'progress', 'target']) void queries.invalidateQueries({ queryKey: ['t', tenant, part] });
};

/** What is done with a change of units. Each answers with the change as it then is. */
export const changeMutations = (queries: QueryClient, tenant: string) => {
  const onSuccess = taken(queries, tenant);
  return {
    prepare: mutationOptions({ mutationFn: (body: ChangeInput) => ask((api) => api.prepareUnitChange({ params: { tenant }, headers: { 'idempotency-key': key() }, body })), onSuccess }),
    upload: mutationOptions({
      mutationFn: ({ file, ...said }: { file: File; title?: string; on?: string }) => ask((api) => api.prepareUnitChangeFromFile({ params: { tenant }, query: said, headers: { 'x-file-name': encodeURIComponent(file.name), 'idempotency-key': key() }, body: file })),
      onSuccess,
    }),
    rewrite: mutationOptions({ mutationFn: ({ id, version, body }: { id: string; version: number; body: ChangeInput }) => ask((api) => api.rewriteUnitChange({ params: { tenant, id }, headers: ifMatch(version), body })), onSuccess }),
    drop: mutationOptions({ mutationFn: ({ id, version }: { id: string; version: number }) => ask((api) => api.dropUnitChange({ params: { tenant, id }, headers: ifMatch(version) })), onSuccess }),
    preview: mutationOptions({ mutationFn: (id: string) => ask((api) => api.previewUnitChange({ params: { tenant, id } })), onSuccess }),
    cancel: mutationOptions({ mutationFn: (id: string) => ask((api) => api.cancelUnitChange({ params: { tenant, id } })), onSuccess }),
    commit: mutationOptions({ mutationFn: ({ id, version }: { id: string; version: number }) => ask((api) => api.commitUnitChange({ params: { tenant, id }, headers: ifMatch(version) })), onSuccess }),
    sendBack: mutationOptions({
      mutationFn: ({ id, version, why }: { id: string; version: number; why: string }) => ask((api) => api.sendUnitChangeBack({ params: { tenant, id }, headers: ifMatch(version), body: { why } })),
      onSuccess,
    }),
    withdraw: mutationOptions({ mutationFn: ({ id, why }: { id: string; why: string }) => ask((api) => api.withdrawUnitChange({ params: { tenant, id }, body: { why } })), onSuccess }),
  };
};
