// npm run new-plugin <id> [-- --name "…"]: a plugin that passes its checks at once, made from plugins/example.
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { faultOfId, readmeOf, renamed, retitled } from './new-plugin/rename.ts';
import { repositoryRoot } from './repository/tracked-files.ts';

const plugins = join(repositoryRoot, 'plugins');
const { values, positionals } = parseArgs({ allowPositionals: true, options: { name: { type: 'string' }, into: { type: 'string', default: plugins } } });
const plugin = { id: positionals[0] ?? '', name: values.name };

const stop = (message: string): never => {
  console.error(message);
  process.exit(1);
};

if (positionals.length !== 1) stop('Usage: npm run new-plugin <id> [-- --name "what its users call it"] [--into <folder>]');
const taken = existsSync(values.into) ? readdirSync(values.into) : [];
const fault = faultOfId(plugin.id, taken);
if (fault) stop(fault);

const folder = join(values.into, plugin.id);
const isSource = (path: string): boolean => !['node_modules', 'dist'].includes(basename(path));
cpSync(join(plugins, 'example'), folder, { recursive: true, filter: isSource });
for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())) {
  const path = join(entry.parentPath, entry.name);
  const text = renamed(readFileSync(path, 'utf8'), plugin);
  writeFileSync(path, entry.name === 'vi.ts' ? retitled(text, plugin) : text);
  const name = renamed(entry.name, plugin);
  if (name !== entry.name) renameSync(path, join(entry.parentPath, name));
}
rmSync(join(folder, 'tsconfig.json'), { force: true });
writeFileSync(join(folder, 'README.md'), readmeOf(plugin));

const shown = relative(repositoryRoot, folder);
console.log(`Made ${shown}, a copy of plugins/example under its own names. Next:
  npm install                                 links it and notes it in package-lock.json
  npx vitest run ${shown}         its own tests and the suite that every plugin passes
  npm run typecheck && npm run lint && npm run deadcode
Then make it yours by docs/plugins.md: README.md first, then src/manifest.ts and src/words/.
Enable it in one tenant: npm run saubac -- plugin enable <tenant> ${plugin.id}, or on the page “Plugins”.`);
