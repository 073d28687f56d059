import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';
import { type Draft, draftQuery, draftsQuery } from './queries.ts';

type Beginning = { from: 'file'; document: Record<string, unknown>; note?: string } | { from: 'version'; number: number; note?: string } | { from: 'national-plan'; note?: string };

const draftsAnew = (queries: QueryClient, tenant: string) => () => queries.invalidateQueries({ queryKey: draftsQuery(tenant).queryKey });

/** Begins a draft. Pressed twice it is one draft: the key is made once for each form. */
export const beginDraft = (queries: QueryClient, tenant: string, key: string) =>
  mutationOptions({
    mutationFn: (body: Beginning) => ask((api) => api.createPlanDraft({ params: { tenant }, headers: { 'idempotency-key': key }, body })),
    onSuccess: draftsAnew(queries, tenant),
  });

/** Writes into a draft what was made of a version of it. */
export const saveDraft = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({
    mutationFn: ({ version, document }: { version: number; document: Record<string, unknown> }) =>
      ask((api) => api.changePlanDraft({ params: { tenant, id }, headers: { 'if-match': `"${version}"` }, body: { document } })),
    onSuccess: (draft: Draft) => {
      queries.setQueryData(draftQuery(tenant, id).queryKey, draft);
      return draftsAnew(queries, tenant)();
    },
  });

/** Gives a draft up. */
export const dropDraft = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: ({ id, version }: { id: string; version: number }) => ask((api) => api.dropPlanDraft({ params: { tenant, id }, headers: { 'if-match': `"${version}"` } })),
    onSuccess: (_, { id }) => {
      queries.removeQueries({ queryKey: draftQuery(tenant, id).queryKey });
      return draftsAnew(queries, tenant)();
    },
  });

// A plan decides every figure, so nothing of the tenant that was fetched before is of use.
const everythingAnew = (queries: QueryClient, tenant: string) => () => queries.invalidateQueries({ queryKey: ['t', tenant] });

/** Hands a draft in to be checked and approved, with the day from which it is to rule. */
export const submitDraft = (queries: QueryClient, tenant: string, id: string) =>
  mutationOptions({
    mutationFn: ({ version, from, why }: { version: number; from: string; why?: string }) =>
      ask((api) => api.submitPlanDraft({ params: { tenant, id }, headers: { 'if-match': `"${version}"` }, body: { from, ...(why ? { why } : {}) } })),
    onSuccess: (draft: Draft) => {
      queries.setQueryData(draftQuery(tenant, id).queryKey, draft);
      return draftsAnew(queries, tenant)();
    },
  });

/** Withdraws a version. */
export const withdrawVersion = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: ({ number, why }: { number: number; why: string }) => ask((api) => api.withdrawPlan({ params: { tenant, number }, body: { why } })),
    onSuccess: everythingAnew(queries, tenant),
  });
