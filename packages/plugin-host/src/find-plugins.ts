import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** A folder that says it holds a plugin, before any of its code has run. */
export type FoundPlugin = { id: string; folder: string; entry: URL };

const packageFile = z.object({ saubac: z.object({ plugin: z.string().min(1) }), exports: z.object({ '.': z.string().min(1) }) });

/** The plugin that a folder's package.json declares; none if it declares none. */
export const findPlugin = async (folder: string): Promise<FoundPlugin[]> => {
  try {
    const read = packageFile.safeParse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
    if (!read.success) return [];
    return [{ id: read.data.saubac.plugin, folder, entry: pathToFileURL(join(folder, read.data.exports['.'])) }];
  } catch {
    return [];
  }
};

const foldersIn = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).toSorted();
  } catch {
    return [];
  }
};

/**
 * The plugins of a folder, in the order of their folders' names: every folder in it whose package.json has `"saubac": { "plugin": "<id>" }`
 * and an entry. Nothing is listed by hand; a folder that says nothing of the kind is no plugin, and no folder at all is no plugins.
 */
export const findPlugins = async (folder: string): Promise<FoundPlugin[]> =>
  (await Promise.all((await foldersIn(folder)).map((name) => findPlugin(join(folder, name))))).flat();
