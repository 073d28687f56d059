import { createRoute } from '@tanstack/react-router';
import { meQuery } from '../features/access/queries.ts';
import { lazyPage } from '../shell/index.ts';
import { textsOf } from './search.ts';
import { tenantRoute } from './tenant.tsx';

/** The outlet of all pages of plugins. One that is not enabled, or opens nothing to the caller, is as unknown as any address. */
export const pluginPageRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/x/$plugin/$page',
  validateSearch: (search): Record<string, string> => textsOf(search),
  beforeLoad: async ({ context: { queries, me }, params }) => {
    const opened = (caller: typeof me) => caller.plugins.find((it) => it.id === params.plugin);
    // It may have been enabled since the caller's rights were read.
    return { plugin: opened(me) ?? opened(await queries.fetchQuery(meQuery(params.tenant))) };
  },
  component: lazyPage(['outlet'], () => import('../outlet/plugin-page.tsx'), 'PluginPage'),
});
