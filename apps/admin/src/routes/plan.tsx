import { createRoute } from '@tanstack/react-router';
import { type PlanAddress, sectionOr } from '../features/plan/search.ts';
import { lazyPage } from '../shell/index.ts';
import { dayOr, oneOf, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

const words = ['planEditor', 'planForm', 'cases'] as const;

// Which section, what stands open in it, on which day people are counted.
const planSearch = ({ section, at, on }: Record<string, unknown>): PlanAddress => withoutEmpty({ section: sectionOr(section), at: textOr(at), on: dayOr(on) });

/** The plans of the tenant: `begin` opens the form that begins one, `approved` is the draft that was just approved. */
export const planRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/plan',
  validateSearch: ({ begin, approved }): { begin?: 'template'; approved?: string } => withoutEmpty({ begin: oneOf(begin, ['template'] as const), approved: textOr(approved) }),
  component: lazyPage(words, () => import('../features/plan/plan-page.tsx'), 'PlanPage'),
});

/** One version, to be read. */
export const planVersionRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/plan/versions/$number',
  validateSearch: planSearch,
  component: lazyPage([...words, 'related'], () => import('../features/plan/version-page.tsx'), 'VersionPage'),
});

/** One draft, to be written. */
export const planDraftRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/plan/drafts/$draft',
  validateSearch: planSearch,
  component: lazyPage(words, () => import('../features/plan/draft-page.tsx'), 'DraftPage'),
});

/** A draft beside the plan in force. */
export const planCompareRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/plan/drafts/$draft/compare',
  validateSearch: ({ on }): { on?: string } => withoutEmpty({ on: dayOr(on) }),
  component: lazyPage(words, () => import('../features/plan/compare-page.tsx'), 'ComparePage'),
});
