import type { Plugin, PluginEnv, PluginFailure } from '@saubac/plugin-api';
import { Hono } from 'hono';

type Declared = { method: string; path: string };

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'options', 'all'] as const;

/** An application that answers nothing and keeps what is declared on it as it was written: Hono itself would mend a path. */
const recording = (): { app: Hono<PluginEnv>; declared: Declared[] } => {
  const app = new Hono<PluginEnv>();
  const declared: Declared[] = [];
  for (const verb of verbs) {
    const declare = app[verb] as (...given: unknown[]) => unknown;
    const noted = (...given: unknown[]): unknown => {
      if (typeof given[0] === 'string') declared.push({ method: verb, path: given[0] });
      return declare(...given);
    };
    Object.assign(app, { [verb]: noted });
  }
  return { app, declared };
};

/** What a request is matched by: the names of parameters make no difference. */
const shapeOf = ({ method, path }: Declared): string => `${method} ${path.replaceAll(/:\w+/g, ':')}`;

/** Routes are mounted without a fault; their paths begin with `/`, and no two answer the same requests. */
export const checkRoutes = ({ routes }: Plugin): PluginFailure[] => {
  if (!routes) return [];
  const { app, declared } = recording();
  try {
    routes.mount(app);
  } catch (error) {
    return [{ kind: 'routes-failed', message: error instanceof Error ? error.message : String(error) }];
  }
  const shapes = declared.map(shapeOf);
  return [
    ...declared.filter((it) => !it.path.startsWith('/')).map((it) => ({ kind: 'route-invalid' as const, ...it })),
    ...declared.filter((_, at) => shapes.indexOf(shapes[at] ?? '') !== at).map((it) => ({ kind: 'route-taken' as const, ...it })),
  ];
};
