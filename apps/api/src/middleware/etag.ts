import type { MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import type { Env } from '../env.ts';

const ofWhole = etag();

/** Gives answers an ETag by their content. Files and streams are left alone: their whole content would have to be there first. */
export const etagOfData: MiddlewareHandler<Env> = (c, next) => (/\/(?:events|file|files\/[^/]+)$/.test(c.req.path) ? next() : ofWhole(c, next));
