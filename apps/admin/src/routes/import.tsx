import { createRoute } from '@tanstack/react-router';
import { lazyPage } from '../shell/index.ts';
import { oneOf, textOr, withoutEmpty } from './search.ts';
import { tenantRoute } from './tenant.tsx';

const tabs = ['fix', 'changes', 'mends', 'reading'] as const;
const sheets = ['units', 'posts', 'people', 'certificates'] as const;
const views = ['values', 'rows'] as const;

const trueOr = (value: unknown): true | undefined => (value === true ? true : undefined);

/** What of an import is shown: which list, which refusals, how; `map`: its columns are matched again; `units`: those that it names are created. */
export type ImportSearch = { tab?: (typeof tabs)[number]; view?: (typeof views)[number]; code?: string; sheet?: (typeof sheets)[number]; map?: true; units?: true };

/** One import. */
export const importRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/imports/$import',
  validateSearch: ({ tab, view, code, sheet, map, units }): ImportSearch =>
    withoutEmpty({ tab: oneOf(tab, tabs), view: oneOf(view, views), code: textOr(code), sheet: oneOf(sheet, sheets), map: trueOr(map), units: trueOr(units) }),
  component: lazyPage(['importDesk'], () => import('../features/imports/import-page.tsx'), 'ImportPage'),
});
