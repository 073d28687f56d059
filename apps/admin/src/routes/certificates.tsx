import { createRoute } from '@tanstack/react-router';
import { certificateQuery, certificatesQuery, queueQuery } from '../features/certificates/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { dayOr, numberOr, oneOf, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

const states = ['declared', 'verified', 'rejected', 'void'] as const;

/** Which certificates: everything that the register is filtered by is in its address. */
export type CertificatesSearch = { on?: string; search?: string; below?: string; state?: (typeof states)[number]; type?: string; language?: string; issuer?: string; level?: number; expiringBefore?: string };

/** The register. */
export const certificatesRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/certificates',
  validateSearch: ({ on, search, below, state, type, language, issuer, level, expiringBefore }): CertificatesSearch =>
    withoutEmpty({
      on: dayOr(on), search: textOr(search), below: textOr(below), state: oneOf(state, states), type: textOr(type), language: textOr(language), issuer: textOr(issuer), level: numberOr(level), expiringBefore: dayOr(expiringBefore),
    }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params: { tenant }, deps }) => void queries.prefetchInfiniteQuery(certificatesQuery(tenant, deps)),
  component: lazyPage(['certificateDesk'], () => import('../features/certificates/register-page.tsx'), 'RegisterPage'),
});

/** Entering a certificate; `person`: whose. */
export const newCertificateRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/certificates/new',
  validateSearch: ({ person }): { person?: string } => withoutEmpty({ person: textOr(person) }),
  component: lazyPage(['certificateDesk'], () => import('../features/certificates/new-certificate-page.tsx'), 'NewCertificatePage'),
});

/** One certificate on a day. */
export const certificateRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/certificates/$certificate',
  validateSearch: ({ on }): { on?: string } => withoutEmpty({ on: dayOr(on) }),
  loaderDeps: ({ search }) => search,
  // Opening a certificate is noted, so it is opened when its page is, and not when somebody points at a link.
  preload: false,
  loader: ({ context: { queries, me }, params: { tenant, certificate }, deps }) => void queries.prefetchQuery(certificateQuery(tenant, certificate, deps.on ?? me.today)),
  component: lazyPage(['certificateDesk'], () => import('../features/certificates/certificate-page.tsx'), 'CertificatePage'),
});

/** Correcting a certificate. */
export const editCertificateRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/certificates/$certificate/edit',
  preload: false,
  component: lazyPage(['certificateDesk'], () => import('../features/certificates/edit-certificate-page.tsx'), 'EditCertificatePage'),
});

const queues = ['own'] as const;

/** What the address of the verification desk says: which queue, which part of it, which certificate is looked at. */
export type DeskSearch = { queue?: (typeof queues)[number]; below?: string; type?: string; certificate?: string };

/** The verification desk. */
export const verificationRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/verification',
  validateSearch: ({ queue, below, type, certificate }): DeskSearch => withoutEmpty({ queue: oneOf(queue, queues), below: textOr(below), type: textOr(type), certificate: textOr(certificate) }),
  loaderDeps: ({ search: { queue, below, type } }) => ({ queue, below, type }),
  loader: ({ context: { queries }, params: { tenant }, deps }) => void queries.prefetchInfiniteQuery(queueQuery(tenant, deps)),
  component: lazyPage(['certificateDesk'], () => import('../features/certificates/desk-page.tsx'), 'DeskPage'),
});
