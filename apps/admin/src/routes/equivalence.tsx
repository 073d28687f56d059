import { createRoute } from '@tanstack/react-router';
import type { Trying } from '../features/equivalence/trying.ts';
import { lazyPage } from '../shell/index.ts';
import { dayOr, numberOr, oneOf, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

/** Issuers; `issuer`: whose licences are shown. */
export const issuersRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/issuers',
  validateSearch: ({ search, issuer }): { search?: string; issuer?: string } => withoutEmpty({ search: textOr(search), issuer: textOr(issuer) }),
  component: lazyPage(['equivalenceDesk'], () => import('../features/equivalence/issuers-page.tsx'), 'IssuersPage'),
});

/** Equivalence tables, validity, proofs of a specialised language. */
export const equivalenceRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/equivalence',
  component: lazyPage(['equivalenceDesk'], () => import('../features/equivalence/equivalence-page.tsx'), 'EquivalencePage'),
});

const acts = ['adopt', 'end', 'validity'] as const;

/** Trying a change of equivalence before it is adopted: all of it is in the address, so that it can be sent on. */
export const tryRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/equivalence/try',
  validateSearch: ({ act, table, type, months, from, lastDay, ends, basis, on, declared, go }): Trying =>
    withoutEmpty({
      act: oneOf(act, acts), table: textOr(table), type: textOr(type), months: numberOr(months), from: dayOr(from), lastDay: dayOr(lastDay), ends: textOr(ends), basis: textOr(basis), on: dayOr(on),
      declared: declared === true ? true : undefined, go: go === true ? true : undefined,
    }),
  component: lazyPage(['equivalenceDesk'], () => import('../features/equivalence/try-page.tsx'), 'TryPage'),
});

const views = ['gaps', 'units', 'posts'] as const;

/** What posts require: who falls short, unit by unit, post by post. */
export type StandardsSearch = { view?: (typeof views)[number]; on?: string; unit?: string; search?: string };

/** Standards of posts. */
export const standardsRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/standards',
  validateSearch: ({ view, on, unit, search }): StandardsSearch => withoutEmpty({ view: oneOf(view, views), on: dayOr(on), unit: textOr(unit), search: textOr(search) }),
  component: lazyPage(['equivalenceDesk'], () => import('../features/equivalence/standards-page.tsx'), 'StandardsPage'),
});
