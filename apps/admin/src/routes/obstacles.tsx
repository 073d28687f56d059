import { createRoute } from '@tanstack/react-router';
import { type ObstacleFilter, obstacleQuery, states } from '../features/obstacles/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { oneOf, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

/** Obstacles and proposals: in which state, with which words, of which unit, about what, behind which change. */
export const obstaclesRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/obstacles',
  validateSearch: ({ state, text, unit, about, change }): ObstacleFilter => withoutEmpty({ state: oneOf(state, states), text: textOr(text), unit: textOr(unit), about: textOr(about), change: textOr(change) }),
  component: lazyPage(['obstacles'], () => import('../features/obstacles/obstacles-page.tsx'), 'ObstaclesPage'),
});

/** Raising one, about a target or task. */
export const raiseObstacleRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/obstacles/new',
  validateSearch: ({ about }): { about?: string } => withoutEmpty({ about: textOr(about) }),
  component: lazyPage(['obstacles'], () => import('../features/obstacles/raise-page.tsx'), 'RaisePage'),
});

/** One obstacle. */
export const obstacleRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/obstacles/$obstacle',
  loader: ({ context: { queries }, params: { tenant, obstacle } }) => void queries.prefetchQuery(obstacleQuery(tenant, obstacle)),
  component: lazyPage(['obstacles', 'cases'], () => import('../features/obstacles/obstacle-page.tsx'), 'ObstaclePage'),
});
