import { createRoute, z } from '@hono/zod-openapi';
import { layoutSchema } from '@saubac/domain/layouts';
import { id, ifMatch, json, jsonBody, line, refused, shownMoment, signedIn, tenantParams, thingParams } from '../frame/index.ts';

const savedLayout = z
  .object({ id, name: z.string(), fingerprint: z.string(), version: z.int(), confirmedBy: z.object({ id: id.nullable(), name: z.string() }), confirmedAt: shownMoment, definition: layoutSchema })
  .openapi('SavedLayout');

const frame = { tags: ['import-layouts'], security: signedIn, 'x-permission': 'roster.import' };

/** The layouts that were saved. */
export const listLayoutsRoute = createRoute({
  ...frame,
  method: 'get',
  path: '/api/t/{tenant}/import-layouts',
  operationId: 'listLayouts',
  summary: 'Saved layouts of files that are not the template, the latest first',
  request: { params: tenantParams },
  responses: { 200: json(z.object({ items: z.array(savedLayout) }), 'All of them'), ...refused() },
});

/** One saved layout. */
export const getLayoutRoute = createRoute({
  ...frame,
  method: 'get',
  path: '/api/t/{tenant}/import-layouts/{id}',
  operationId: 'getLayout',
  summary: 'A saved layout',
  request: { params: thingParams },
  responses: { 200: json(savedLayout, 'The layout'), ...refused() },
});

/** Renames a saved layout. */
export const renameLayoutRoute = createRoute({
  ...frame,
  method: 'patch',
  path: '/api/t/{tenant}/import-layouts/{id}',
  operationId: 'renameLayout',
  summary: 'Give a saved layout another name; its own, or any for who imports for the whole tenant',
  request: { params: thingParams, headers: ifMatch, ...jsonBody(z.object({ name: line(100) }), 'The name') },
  responses: { 200: json(savedLayout, 'Renamed'), ...refused(409, 428) },
});

/** Deletes a saved layout. */
export const deleteLayoutRoute = createRoute({
  ...frame,
  method: 'delete',
  path: '/api/t/{tenant}/import-layouts/{id}',
  operationId: 'deleteLayout',
  summary: 'Delete a saved layout; what was imported with it stays',
  request: { params: thingParams, headers: ifMatch },
  responses: { 204: { description: 'Deleted' }, ...refused(409, 428) },
});
