// The manifest of drizzle-orm has 180 KB, and Node reads it anew for each of its two hundred modules: more than half of the time that a process
// of ours takes to start. Where its modules stand is known, so it is not asked.
const { createRequire, registerHooks } = require('node:module');
const { existsSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { pathToFileURL } = require('node:url');

const name = 'drizzle-orm';

const folderOf = () => {
  try {
    return dirname(createRequire(__filename).resolve(name));
  } catch {
    return undefined;
  }
};

const folder = folderOf();
const home = folder === undefined ? undefined : `${pathToFileURL(folder).href}/`;

/** Where a module of the package is that somebody names from outside; undefined for what is no plain folder or file of it. */
const entryOf = (specifier) => {
  const inside = specifier.slice(name.length + 1);
  const found = [join(inside, 'index.js'), `${inside}.js`].find((it) => existsSync(join(folder, it)));
  return found === undefined ? undefined : new URL(found, home).href;
};

const entries = new Map();
const entry = (specifier) => {
  if (!entries.has(specifier)) entries.set(specifier, entryOf(specifier));
  return entries.get(specifier);
};

const placeOf = (specifier, { parentURL, conditions }) => {
  if (!conditions.includes('import')) return undefined;
  if (specifier === name || specifier.startsWith(`${name}/`)) return entry(specifier);
  return specifier.startsWith('.') && specifier.endsWith('.js') && parentURL?.startsWith(home) ? new URL(specifier, parentURL).href : undefined;
};

if (home !== undefined && registerHooks) {
  registerHooks({
    resolve: (specifier, context, next) => {
      const url = placeOf(specifier, context);
      return url === undefined ? next(specifier, context) : { url, format: 'module', shortCircuit: true };
    },
  });
}
