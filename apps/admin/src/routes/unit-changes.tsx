import { createRoute } from '@tanstack/react-router';
import { type ChangeState, changesQuery, changeStates, changeQuery, type FindingList, findingLists } from '../features/units/changes/queries.ts';
import { operationKinds, type OperationKind } from '../features/units/operation-kinds.ts';
import { lazyPage } from '../shell/index.ts';
import { numberOr, oneOf, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

const steps = ['basis', 'operations', 'people', 'review'] as const;

/** Changes of units, of one state or of all. */
export const unitChangesRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/units/changes',
  validateSearch: ({ state }): { state?: ChangeState } => withoutEmpty({ state: oneOf(state, changeStates) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queries }, params: { tenant }, deps: { state } }) => void queries.prefetchInfiniteQuery(changesQuery(tenant, state)),
  component: lazyPage(['unitTree'], () => import('../features/units/changes/changes-page.tsx'), 'ChangesPage'),
});

/** A change begins; with an operation and the unit it is about, where somebody came from there. */
export const newUnitChangeRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/units/changes/new',
  validateSearch: ({ op, unit }): { op?: OperationKind; unit?: string } => withoutEmpty({ op: oneOf(op, operationKinds), unit: textOr(unit) }),
  component: lazyPage(['unitTree'], () => import('../features/units/changes/new-change-page.tsx'), 'NewChangePage'),
});

/** A change out of a workbook. */
export const uploadUnitChangeRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/units/changes/upload',
  component: lazyPage(['unitTree'], () => import('../features/units/changes/upload-page.tsx'), 'UploadPage'),
});

/** What of a change is shown: a step of writing it with what is open there (an operation, by kind or number; a unit), or a list of what it does. */
export type UnitChangeSearch = { step?: (typeof steps)[number]; op?: OperationKind; unit?: string; edit?: number; list?: FindingList };

/** One change. */
export const unitChangeRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/units/changes/$change',
  validateSearch: ({ step, op, unit, edit, list }): UnitChangeSearch =>
    withoutEmpty({ step: oneOf(step, steps), op: oneOf(op, operationKinds), unit: textOr(unit), edit: edit === undefined ? undefined : numberOr(edit), list: oneOf(list, findingLists) }),
  loader: ({ context: { queries }, params: { tenant, change } }) => void queries.prefetchQuery(changeQuery(tenant, change)),
  component: lazyPage(['unitTree', 'related'], () => import('../features/units/changes/change-page.tsx'), 'ChangePage'),
});
