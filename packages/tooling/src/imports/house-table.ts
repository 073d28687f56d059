/**
 * How much of a package another may import: all of it, types only, or some of its modules. `values`: only the module `@saubac/domain/values`.
 */
export type Reach = 'all' | 'types' | readonly string[];

/**
 * What the files of a room may import. `outside`: the only packages of others it may import; absent: any that its package.json declares.
 * `pure`: no module of Node either.
 */
export type Room = { imports: Readonly<Record<string, Reach>>; outside?: readonly string[]; pure?: true };

const server: Room = {
  imports: { domain: 'all', contract: 'all', db: 'all', auth: 'all', services: 'all', 'plugin-host': 'all', i18n: 'all' },
};

const browser: Room['imports'] = { domain: ['values', 'rules'], 'plugin-api': ['admin'], contract: 'all', i18n: 'all', ui: 'all' };

/**
 * Who may import whom: the direction of imports of the whole repository. A package that is not in this table, or an import that is not
 * in its row, fails the boundary test; an exception is argued in `docs/adr/` and then written here.
 */
export const houseTable: Readonly<Record<string, Room>> = {
  // No input, output, clock or SQL: what domain computes can be tested in milliseconds and shared with the browser.
  'packages/domain': { imports: {}, outside: ['zod'], pure: true },
  'packages/plugin-api': { imports: { domain: 'all' } },
  'packages/contract': { imports: { domain: 'all' } },
  'packages/i18n': { imports: { domain: ['values'] } },
  'packages/ui': { imports: { domain: ['values'] } },
  'packages/sample': { imports: { domain: 'all' } },
  'packages/db': { imports: { domain: 'all', 'plugin-api': 'types' } },
  'packages/auth': { imports: { domain: 'all', db: 'all' } },
  'packages/services': { imports: { domain: 'all', 'plugin-api': 'all', db: 'all', auth: 'all', i18n: 'all' } },
  'packages/plugin-host': { imports: { domain: 'all', 'plugin-api': 'all', db: 'all', services: 'all', i18n: 'all' } },
  'packages/tooling': { imports: {} },
  'packages/testing': {
    imports: { domain: 'all', 'plugin-api': 'all', db: 'all', auth: 'all', services: 'all', 'plugin-host': 'all', i18n: 'all', sample: 'all' },
  },
  'apps/api': server,
  'apps/worker': server,
  'apps/cli': { imports: { ...server.imports, sample: 'all' } },
  'apps/admin': { imports: browser },
  plugins: { imports: { domain: 'all', 'plugin-api': 'all' }, outside: ['drizzle-orm', 'zod', 'hono'] },
  'plugins admin': { imports: browser, outside: ['react', 'zod', '@mantine/core', '@tanstack/react-query'] },
};

/** Packages of others that stand behind one folder, so that one folder has to change when they do, with the decision that says so. */
export const keptBehind: Readonly<Record<string, string>> = {
  // docs/adr/0002: its author has frozen it.
  lucia: 'packages/auth/src/sessions/',
};

/** Packages that only tests and development tools may import. */
export const developmentOnly = ['testing', 'tooling'];

/** The room of the table that a file stands in. A plugin has two: what the server loads and what the browser loads. */
export const roomOf = (path: string): string => {
  const [top = '', second = ''] = path.split('/');
  if (top !== 'plugins') return `${top}/${second}`;
  return /\/src\/(admin\.tsx|admin\/)/.test(path) ? 'plugins admin' : 'plugins';
};
