import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from '../../shell/index.ts';
import type { Entry } from './entry-draft.ts';

export type CertificateState = 'declared' | 'verified' | 'rejected' | 'void';

/** What the register is filtered by. */
export type CertificateFilter = { on?: string; search?: string; below?: string; state?: CertificateState; type?: string; language?: string; issuer?: string; level?: number; expiringBefore?: string };

const pageSize = 200;

/** The register of a filter, last entered first, page by page; all are counted with the first page. */
export const certificatesQuery = (tenant: string, filter: CertificateFilter) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'certificates', filter],
    queryFn: ({ pageParam, signal }) =>
      ask((api) => api.listCertificates({ params: { tenant }, query: { ...filter, limit: pageSize, ...(pageParam === '' ? { total: 'true' as const } : { after: pageParam }) } }, { signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** Which part of what waits. `own`: what the reader entered himself, and so waits for somebody else. */
export type QueueFilter = { queue?: 'own' | undefined; below?: string | undefined; type?: string | undefined };

/** What waits to be verified, the oldest first. */
export const queueQuery = (tenant: string, { queue, below, type }: QueueFilter) =>
  infiniteQueryOptions({
    queryKey: ['t', tenant, 'certificates', 'queue', { queue, below, type }],
    queryFn: ({ pageParam, signal }) =>
      ask((api) =>
        api.listCertificates(
          {
            params: { tenant },
            query: {
              state: 'declared', order: 'first-entered', enteredByMe: queue === 'own' ? 'true' : 'false', limit: 50, ...(below ? { below } : {}), ...(type ? { type } : {}),
              ...(pageParam === '' ? { total: 'true' as const } : { after: pageParam }),
            },
          },
          { signal },
        ),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });

/** A certificate with all that is kept of it, as it counts on a day. */
export const certificateQuery = (tenant: string, certificate: string, on: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'certificate', certificate, { on }],
    queryFn: ({ signal }) => ask((api) => api.getCertificate({ params: { tenant, id: certificate }, query: { on } }, { signal })),
  });

/** What a certificate does for the targets in which its holder counts on a day. */
export const targetsQuery = (tenant: string, certificate: string, on: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'certificate', certificate, 'targets', { on }],
    queryFn: ({ signal }) => ask((api) => api.listTargetsOfCertificate({ params: { tenant, id: certificate }, query: { on } }, { signal })),
  });

/** What was done to a certificate, the latest first. */
export const certificateAuditQuery = (tenant: string, certificate: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'certificate', certificate, 'audit'],
    queryFn: ({ signal }) => ask((api) => api.listAudit({ params: { tenant }, query: { subjectKind: 'certificate', subject: certificate, limit: 50 } }, { signal })),
  });

/** What certificates may be: types with their scores and grades, languages, levels. */
export const catalogueQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'certificate-types'], queryFn: ({ signal }) => ask((api) => api.listCertificateTypes({ params: { tenant } }, { signal })), staleTime: 600_000 });

/** Issuers with their licences. */
export const issuersQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'issuers'], queryFn: ({ signal }) => ask((api) => api.listIssuers({ params: { tenant } }, { signal })) });

/** Equivalence tables, for their names. */
export const tablesQuery = (tenant: string) =>
  queryOptions({ queryKey: ['t', tenant, 'equivalence-tables'], queryFn: ({ signal }) => ask((api) => api.listEquivalenceTables({ params: { tenant } }, { signal })), staleTime: 60_000 });

/** The level that an entry would give, and why. */
export const previewQuery = (tenant: string, entry: Entry) =>
  queryOptions({
    queryKey: ['t', tenant, 'certificate-preview', entry],
    queryFn: ({ signal }) => ask((api) => api.previewCertificate({ params: { tenant }, body: entry }, { signal })),
    placeholderData: keepPreviousData,
  });

/** People to pick a holder from, by what was typed. */
export const holderSearchQuery = (tenant: string, search: string) =>
  queryOptions({
    queryKey: ['t', tenant, 'holder-search', search],
    queryFn: ({ signal }) => ask((api) => api.listPeople({ params: { tenant }, query: { ...(search ? { search } : {}), limit: 20 } }, { signal })),
    placeholderData: keepPreviousData,
  });

/** Somebody by his id, for his name. */
export const holderQuery = (tenant: string, person: string) =>
  queryOptions({ queryKey: ['t', tenant, 'person', person, 'name'], queryFn: ({ signal }) => ask((api) => api.getPerson({ params: { tenant, id: person }, query: {} }, { signal })), staleTime: 300_000 });

type Answer<Query extends { queryFn?: unknown }> = NonNullable<Query['queryFn']> extends (...given: never[]) => infer Value ? Awaited<Value> : never;

/** A certificate of the register. */
export type ListedCertificate = Answer<ReturnType<typeof certificatesQuery>>['items'][number];

/** A certificate with all that is kept of it. */
export type WholeCertificate = Answer<ReturnType<typeof certificateQuery>>;

/** What certificates may be. */
export type CertificateCatalogue = Answer<ReturnType<typeof catalogueQuery>>;

/** A type of certificate. */
export type CertificateType = CertificateCatalogue['types'][number];

/** An issuer with its licences. */
export type Issuer = Answer<ReturnType<typeof issuersQuery>>['items'][number];
