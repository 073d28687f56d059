import { createRoute } from '@tanstack/react-router';
import { dutyQuery, shownStates, type TasksSearch, topics, views } from '../features/tasks/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { numberOr, oneOf, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

/** What the plans ask of whom: of which year, body, task, unit, topic, in which state, and how the board is looked at. */
export const tasksRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/tasks',
  validateSearch: ({ year, body, task, unit, topic, state, by }): TasksSearch => withoutEmpty({ year: numberOr(year), body: textOr(body), task: textOr(task), unit: textOr(unit), topic: oneOf(topic, topics), state: oneOf(state, shownStates), by: oneOf(by, views) }),
  component: lazyPage(['tasks'], () => import('../features/tasks/tasks-page.tsx'), 'TasksPage'),
});

/** Which units the bodies of the plans are. */
export const bodiesRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/tasks/bodies',
  component: lazyPage(['tasks'], () => import('../features/tasks/bodies-page.tsx'), 'BodiesPage'),
});

/** One duty. */
export const taskRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/tasks/$duty',
  loader: ({ context: { queries }, params: { tenant, duty } }) => void queries.prefetchQuery(dutyQuery(tenant, duty)),
  component: lazyPage(['tasks', 'cases', 'related'], () => import('../features/tasks/task-page.tsx'), 'TaskPage'),
});
