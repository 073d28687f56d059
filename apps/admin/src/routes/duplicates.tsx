import { createRoute } from '@tanstack/react-router';
import { mergeQuery } from '../features/duplicates/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { numberOr, oneOf, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

const parts = ['candidates', 'merges', 'elsewhere'] as const;
const states = ['proposed', 'confirmed', 'withdrawn', 'undone'] as const;
const mainPosts = ['staying', 'going', 'beside'] as const;

/** Which part is shown, and what it is filtered by: the least score of pairs, the state of merges. */
export type DuplicatesSearch = { show?: (typeof parts)[number]; least?: number; state?: (typeof states)[number] };

/** A score that the API lists by. */
const scoreOr = (value: unknown): number | undefined => {
  const score = numberOr(value);
  return score !== undefined && score >= 50 && score <= 99 ? score : undefined;
};

/** Records that may be of one person. */
export const duplicatesRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/duplicates',
  validateSearch: ({ show, least, state }): DuplicatesSearch => withoutEmpty({ show: oneOf(show, parts), least: scoreOr(least), state: oneOf(state, states) }),
  component: lazyPage(['duplicates'], () => import('../features/duplicates/duplicates-page.tsx'), 'DuplicatesPage'),
});

/** Two records side by side. `take`: fields whose value is taken from the one that goes; `main`: whose main post counts where both hold one. */
export const pairRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/duplicates/pair/$staying/$going',
  validateSearch: ({ take, main }): { take?: string; main?: (typeof mainPosts)[number] } => withoutEmpty({ take: textOr(take), main: oneOf(main, mainPosts) }),
  // Opening files is noted, so they are opened when the page is, and not when somebody points at a link.
  preload: false,
  component: lazyPage(['duplicates'], () => import('../features/duplicates/pair-page.tsx'), 'PairPage'),
});

/** A proposed merge and what became of it. */
export const mergeRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/duplicates/merges/$merge',
  preload: false,
  loader: ({ context: { queries }, params: { tenant, merge } }) => void queries.prefetchQuery(mergeQuery(tenant, merge)),
  component: lazyPage(['duplicates'], () => import('../features/duplicates/merge-page.tsx'), 'MergePage'),
});
