import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono, type MiddlewareHandler } from 'hono';
import type { Env } from '../env.ts';
import { asksForScreen } from '../middleware/headers.ts';

/** Files of the pages are named by what they hold, so that they may be kept for ever. */
const forEver = 'public, max-age=31536000, immutable';

const keepForEver: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  if (c.res.ok) c.header('cache-control', forEver);
};

/** Put by the build where a page needs the number that lets its styles in. */
const placeOfNonce = /__NONCE__/g;

/** The page that all screens begin with, read again when it was built again. */
const pageIn = (folder: string): (() => string | undefined) => {
  const file = join(folder, 'index.html');
  let read: { at: number; text: string } | undefined;
  return () => {
    if (!existsSync(file)) return undefined;
    const at = statSync(file).mtimeMs;
    if (read?.at !== at) read = { at, text: readFileSync(file, 'utf8') };
    return read.text;
  };
};

/**
 * The screens, built into a folder: their files, and for every other address that a browser asks a page of, the page they begin with (the
 * screens know their addresses themselves). While nothing is built there, nothing is answered here.
 */
export const pageRoutes = (folder: string): Hono<Env> => {
  const page = pageIn(folder);
  return new Hono<Env>()
    .use('/assets/*', keepForEver, serveStatic<Env>({ root: folder }))
    .use(async (c, next) => {
      const text = asksForScreen(c) ? page() : undefined;
      if (text === undefined) return next();
      return c.html(text.replaceAll(placeOfNonce, c.get('secureHeadersNonce') ?? ''), 200, { 'cache-control': 'no-cache', vary: 'accept' });
    });
};
