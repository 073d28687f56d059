import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';
import type { BodyOfPlan, WholeDuty } from './queries.ts';

// What a case may do next follows from the report and its proofs.
const anew = (queries: QueryClient, tenant: string) => () => queries.invalidateQueries({ queryKey: ['t', tenant], predicate: ({ queryKey }) => ['duties', 'case', 'inbox'].includes(String(queryKey[2])) });

/** A report as it is written. */
export type Report = NonNullable<WholeDuty['report']>;

/** A session as it is written down; `people`: those who are known by name. */
export type NewSession = { heldOn: string; form: WholeDuty['sessions'][number]['form']; topic: string; place: string | null; heads: number; people: string[] };

/** Makes the list of a year out of the plans in force. */
export const makeDuties = (queries: QueryClient, tenant: string) =>
  mutationOptions({ mutationFn: (year: number) => ask((api) => api.makeDuties({ params: { tenant }, headers: { 'idempotency-key': crypto.randomUUID() }, body: { year } })), onSuccess: anew(queries, tenant) });

/** Says which units a body is. */
export const nameUnits = (queries: QueryClient, tenant: string, { plan, body }: BodyOfPlan) =>
  mutationOptions({ mutationFn: (units: string[]) => ask((api) => api.nameUnits({ params: { tenant }, body: { plan, body, units } })), onSuccess: anew(queries, tenant) });

/** Writes what was done, over the version that was seen. */
export const saveReport = (queries: QueryClient, tenant: string, duty: string) =>
  mutationOptions({
    mutationFn: ({ version, ...body }: Report & { version: number }) => ask((api) => api.saveDutyReport({ params: { tenant, id: duty }, headers: { 'if-match': `"${version}"` }, body })),
    onSuccess: anew(queries, tenant),
  });

/** Takes a proof away. */
export const removeFile = (queries: QueryClient, tenant: string, duty: string) =>
  mutationOptions({ mutationFn: (file: string) => ask((api) => api.removeDutyFile({ params: { tenant, id: duty, file } })), onSuccess: anew(queries, tenant) });

/** Writes a session down. `key` makes a second press of the same button the same session. */
export const addSession = (queries: QueryClient, tenant: string, duty: string) =>
  mutationOptions({
    mutationFn: ({ key, ...body }: NewSession & { key: string }) => ask((api) => api.addDutySession({ params: { tenant, id: duty }, headers: { 'idempotency-key': key }, body })),
    onSuccess: anew(queries, tenant),
  });

/** Takes a session away. */
export const removeSession = (queries: QueryClient, tenant: string, duty: string) =>
  mutationOptions({ mutationFn: (session: string) => ask((api) => api.removeDutySession({ params: { tenant, id: duty, session } })), onSuccess: anew(queries, tenant) });
