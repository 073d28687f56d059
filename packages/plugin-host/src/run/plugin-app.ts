import type { Locale } from '@saubac/domain/values';
import type { Plugin, PluginEnv } from '@saubac/plugin-api';
import { Hono } from 'hono';

/** What a request to a plugin's routes is answered with: the language, the way to its context, and the way to refuse. */
export type PluginRequest = { locale: Locale; open: PluginEnv['Variables']['open']; refuse: PluginEnv['Variables']['refuse']; unknown: () => Response };

/** The routes of a plugin. A fault of theirs rejects; an address they do not know is answered as `unknown` says. */
export type PluginApp = (request: Request, given: PluginRequest) => Promise<Response>;

type Env = PluginEnv & { Bindings: PluginRequest };

const mounted = /^\/api\/t\/[^/]+\/x\/[^/]+/;

/** The address within the plugin: without what it is mounted at. */
const pathWithin = (request: Request): string => new URL(request.url).pathname.replace(mounted, '') || '/';

/** Makes the routes of a plugin ready to be asked, once a process; undefined for one without routes. Throws what mounting them throws. */
export const pluginApp = ({ routes }: Plugin): PluginApp | undefined => {
  if (!routes) return undefined;
  const app = new Hono<Env>({ getPath: pathWithin });
  app.use(async (c, next) => {
    const { locale, open, refuse } = c.env;
    c.set('locale', locale);
    c.set('open', open);
    c.set('refuse', refuse);
    await next();
  });
  routes.mount(app as unknown as Hono<PluginEnv>);
  app.notFound((c) => c.env.unknown());
  app.onError((error) => {
    throw error;
  });
  return async (request, given) => app.fetch(request, given);
};

/** What of a text in two languages a reader of either is shown, its places filled with values. */
export const filled = (text: string, values: Readonly<Record<string, string | number>> = {}): string =>
  text.replaceAll(/\{\{\s*(\w+)[^}]*\}\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
