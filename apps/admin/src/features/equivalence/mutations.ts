import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';
import type { Tried } from './queries.ts';

/** What decides levels tells in lists and figures: all of the tenant is asked anew. */
export const tenantAnew = (queries: QueryClient, tenant: string) => queries.invalidateQueries({ queryKey: ['t', tenant] });

/** Makes a change hold that was seen. `key` makes a repeated request harmless. */
export const adoptChange = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: ({ tried: { change, on, declaredToo }, digest, why }: { tried: Tried; digest: string; why: string | undefined }) =>
      ask((api) =>
        api.adoptEquivalence({
          params: { tenant }, headers: { 'idempotency-key': `${digest.slice(0, 40)}-${crypto.randomUUID()}` },
          body: { change, ...(on === undefined ? {} : { on }), declaredToo, digest, ...(why === undefined ? {} : { correct: true, why }) } as never,
        }),
      ),
    onSuccess: () => tenantAnew(queries, tenant),
  });

/** Adds an issuer, yet without a licence. */
export const addIssuer = (queries: QueryClient, tenant: string) =>
  mutationOptions({ mutationFn: (body: { code: string; name: string }) => ask((api) => api.addIssuer({ params: { tenant }, body })), onSuccess: () => tenantAnew(queries, tenant) });

/** Gives an issuer another name, as it was seen. */
export const renameIssuer = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: ({ id, version, name }: { id: string; version: number; name: string }) => ask((api) => api.renameIssuer({ params: { tenant, id }, headers: { 'if-match': `"${version}"` }, body: { name } })),
    onSuccess: () => tenantAnew(queries, tenant),
  });
