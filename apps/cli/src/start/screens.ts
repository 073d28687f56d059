import { join } from 'node:path';
import type { Words } from '@saubac/i18n';
import { productRoot } from '../frame/installation.ts';
import { startChild } from './child.ts';

const buildFile = join(productRoot, 'apps', 'admin', 'src', 'building', 'main.ts');

/** Where the built screens are. */
export const pagesFolder = join(productRoot, 'apps', 'admin', 'dist', 'site');

/**
 * Builds the screens where they are missing or stale, in a process of its own and beside everything else that a start does. Resolves when
 * they are there; where that fails the rest of the product serves without them, and it is said.
 */
export const buildScreens = async ({ words, say, stopped }: { words: Words; say: (line: string) => void; stopped: AbortSignal }): Promise<void> => {
  const child = startChild(buildFile, [], process.env);
  const stop = () => void child.stop();
  stopped.addEventListener('abort', stop, { once: true });
  const code = await child.ended;
  stopped.removeEventListener('abort', stop);
  if (code !== 0 && !stopped.aborted) say(words.t('start.screensFailed'));
};
