import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';
import type { Entry } from './entry-draft.ts';
import type { CertificateState } from './queries.ts';

/** A certificate tells in lists, on its holder's page and in figures: all of the tenant is asked anew. */
const tenantAnew = (queries: QueryClient, tenant: string) => () => queries.invalidateQueries({ queryKey: ['t', tenant] });

const match = (version: number) => ({ 'if-match': `"${version}"` });

/** Enters a certificate of a person. `key` makes a repeated request harmless. */
export const declareCertificate = (queries: QueryClient, tenant: string) =>
  mutationOptions({
    mutationFn: ({ person, entry, key }: { person: string; entry: Entry; key: string }) => ask((api) => api.declareCertificate({ params: { tenant }, headers: { 'idempotency-key': key }, body: { person, ...entry } })),
    onSuccess: tenantAnew(queries, tenant),
  });

/** Corrects a certificate as it was seen. */
export const correctCertificate = (queries: QueryClient, tenant: string, certificate: string) =>
  mutationOptions({
    mutationFn: ({ version, entry, why }: { version: number; entry: Entry; why: string }) =>
      ask((api) => api.correctCertificate({ params: { tenant, id: certificate }, headers: match(version), body: { ...entry, ...(why === '' ? {} : { why }) } })),
    onSuccess: tenantAnew(queries, tenant),
  });

/** Verifies, rejects, voids a certificate as it was seen, or declares it again. */
export const setState = (queries: QueryClient, tenant: string, certificate: string) =>
  mutationOptions({
    mutationFn: ({ version, state, why }: { version: number; state: CertificateState; why?: string | undefined }) =>
      ask((api) => api.setCertificateState({ params: { tenant, id: certificate }, headers: match(version), body: { state, ...(why ? { why } : {}) } })),
    onSuccess: tenantAnew(queries, tenant),
  });

type Decision = { level: number; decidedOn: string; document: string; lastDay: string | null };

/** Records the level that was confirmed for a certificate. */
export const recordDecision = (queries: QueryClient, tenant: string, certificate: string) =>
  mutationOptions({
    mutationFn: ({ version, ...body }: Decision & { version: number }) => ask((api) => api.recordDecision({ params: { tenant, id: certificate }, headers: match(version), body: body as never })),
    onSuccess: tenantAnew(queries, tenant),
  });

/** Withdraws the confirmation. */
export const withdrawDecision = (queries: QueryClient, tenant: string, certificate: string) =>
  mutationOptions({
    mutationFn: ({ version, why }: { version: number; why: string }) => ask((api) => api.withdrawDecision({ params: { tenant, id: certificate }, headers: match(version), body: { why } })),
    onSuccess: tenantAnew(queries, tenant),
  });

/** Takes a scan away. */
export const removeScan = (queries: QueryClient, tenant: string) =>
  mutationOptions({ mutationFn: (file: string) => ask((api) => api.removeEvidenceFile({ params: { tenant, id: file } })), onSuccess: tenantAnew(queries, tenant) });
