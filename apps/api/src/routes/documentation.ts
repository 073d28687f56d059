import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { Hono, type Context } from 'hono';
import { words } from '../answers/index.ts';
import type { Env } from '../env.ts';

// Its package names this file for browsers that load it from a network of theirs, not for servers: found beside what it does name.
const scalarFile = join(dirname(createRequire(import.meta.url).resolve('@scalar/api-reference/style.css')), 'browser/standalone.js');

/** The OpenAPI 3.1 document of everything that is mounted on an application. */
export const openApiDocument = (app: OpenAPIHono<Env>, version: string) =>
  app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: words.en.t('product.name'), version, description: `${words.vi.t('product.purpose')}\n\n${words.en.t('product.purpose')}` },
    servers: [{ url: '/' }],
  });

const page = `<!doctype html>
<html lang="vi">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.vi.t('product.name')} API</title></head>
  <body><div id="app"></div><script src="/docs/scalar.js"></script><script src="/docs/start.js"></script></body>
</html>`;

// Nothing is fetched from elsewhere: installations stand in closed networks.
const start = `Scalar.createApiReference('#app', { url: '/api/openapi.json', withDefaultFonts: false, telemetry: false, showToolbar: 'never', showDeveloperTools: 'never', hideClientButton: true, agent: { disabled: true }, mcp: { disabled: true } });`;

/** The OpenAPI document at `/api/openapi.json` and the page that shows it at `/docs`, from our own files. */
export const documentationRoutes = (app: OpenAPIHono<Env>, version: string): Hono<Env> => {
  let text: string | undefined;
  const document = (c: Context): Response => c.body((text ??= JSON.stringify(openApiDocument(app, version))), 200, { 'content-type': 'application/json; charset=utf-8' });
  return new Hono<Env>()
    .get('/api/openapi.json', document)
    .get('/docs', (c) => c.redirect('/docs/'))
    .get('/docs/', (c) => c.html(page))
    .get('/docs/start.js', (c) => c.body(start, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'max-age=3600' }))
    .get('/docs/scalar.js', (c) =>
      c.body(Readable.toWeb(createReadStream(scalarFile)) as ReadableStream, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'max-age=86400' }),
    );
};
